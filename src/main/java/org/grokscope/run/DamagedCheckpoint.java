package org.grokscope.run;

import java.nio.file.Path;
import java.util.OptionalInt;
import org.grokscope.file.FileProblem;

/** A run cannot go on from a checkpoint, but perhaps from an earlier one. */
public final class DamagedCheckpoint extends FileProblem {
    private static final long serialVersionUID = 1;

    private final transient Path run;
    private final int whole;

    DamagedCheckpoint(RunDirectory run, int step, String flaw, OptionalInt whole) {
        super("The checkpoint of " + run.head().id() + " at step " + step + " " + flaw + (whole.isPresent()
                ? "; the one at step " + whole.getAsInt() + " is whole: resume --from " + whole.getAsInt()
                        + ", or fork --at "
                        + whole.getAsInt() + "."
                : ", and no earlier one is whole, so there is nothing to go on from."));
        this.run = run.path();
        this.whole = whole.orElse(-1);
    }

    /** Returns the run's directory. */
    public Path run() {
        return run;
    }

    /** Returns the step of the newest checkpoint before it that training can go on from, if there is one. */
    public OptionalInt whole() {
        return whole < 0 ? OptionalInt.empty() : OptionalInt.of(whole);
    }
}
