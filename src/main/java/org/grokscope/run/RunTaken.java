package org.grokscope.run;

import java.nio.file.Path;
import java.util.Optional;
import org.grokscope.file.FileProblem;

/** Somebody else writes a run. */
final class RunTaken extends FileProblem {
    private static final long serialVersionUID = 1;

    /** @param by who it is, where that is known */
    RunTaken(Path run, Optional<RunOwner> by) {
        super("The run " + run.getFileName() + " is being written by "
                + by.map(RunOwner::said).orElse("another process") + ".");
    }
}
