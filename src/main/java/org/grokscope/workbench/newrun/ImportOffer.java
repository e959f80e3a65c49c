package org.grokscope.workbench.newrun;

import java.nio.file.Path;
import java.util.List;
import org.grokscope.foreign.Curves;
import org.grokscope.foreign.SavedRun;

/** What was found in files that a person wants to import. */
public sealed interface ImportOffer {
    /** Returns the files. */
    List<Path> files();

    /** Networks that were saved at some steps. */
    record Networks(List<Path> files, SavedRun saved) implements ImportOffer {}

    /** A table of curves. */
    record Columns(List<Path> files, Curves curves) implements ImportOffer {}
}
