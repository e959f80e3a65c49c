package org.grokscope.workbench.export;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;
import org.grokscope.figure.export.ExportFormat;

/** Asks where to write a figure. */
@FunctionalInterface
public interface FigureFileChoice {
    /**
     * Asks for a file, and before an old one is replaced whether that is meant.
     *
     * @param owner over which to ask
     * @param suggested a name for it
     * @return empty when it is not to be written
     */
    Optional<Path> choose(Window owner, String suggested, ExportFormat format);
}
