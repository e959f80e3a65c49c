package org.grokscope.analysis;

import java.util.OptionalInt;
import org.grokscope.measure.Milestone;
import org.grokscope.run.Lineage;
import org.grokscope.run.RunHistory;

/** What stands at 0 where runs are laid over each other. */
public enum Alignment {
    /** Step 0. */
    START("start", "training step"),
    /** The step at which a fork left its parent; other runs have none. */
    FORK("fork", "steps after the fork"),
    /** The step of grokking; runs that have not grokked have none. */
    GROKKING("grokking", "steps before and after grokking");

    private final String title;
    private final String axis;

    Alignment(String title, String axis) {
        this.title = title;
        this.axis = axis;
    }

    /** Returns the name shown to people. */
    public String title() {
        return title;
    }

    /** Returns the title of the step axis. */
    public String axis() {
        return axis;
    }

    /** Returns the step of a run that stands at 0, if it has one. */
    public OptionalInt origin(RunHistory run) {
        return switch (this) {
            case START -> OptionalInt.of(0);
            case FORK -> {
                Lineage lineage = run.head().lineage();
                yield lineage == null ? OptionalInt.empty() : OptionalInt.of(lineage.step());
            }
            case GROKKING -> run.milestones().step(Milestone.GROKKED);
        };
    }
}
