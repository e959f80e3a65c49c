package org.grokscope.study;

import java.util.Optional;
import org.grokscope.measure.Milestone;

/**
 * What a study measures in a run's checkpoint once the run has ended. It is kept as a small file in the run's directory,
 * so that it is still known where the checkpoints are not.
 */
public enum Finding {
    /** Nothing: the log says all. */
    NONE("", Optional.empty(), false),
    /** Accuracy without each block's attention and each block's MLP, at grokking. */
    ABLATION("ablation.json", Optional.of(Milestone.GROKKED), true),
    /** The permutation test of the FSD where it first reaches its ceiling. */
    PERMUTATION("permutation.json", Optional.of(Milestone.CEILING), false);

    private final String file;
    private final Optional<Milestone> milestone;
    private final boolean required;

    Finding(String file, Optional<Milestone> milestone, boolean required) {
        this.file = file;
        this.milestone = milestone;
        this.required = required;
    }

    /** Returns the name of the file in the run's directory; empty for none. */
    String file() {
        return file;
    }

    /** Returns the milestone that it is about: it is measured in the first checkpoint at or after it. */
    Optional<Milestone> milestone() {
        return milestone;
    }

    /** Returns whether a cell without it is not done. */
    boolean required() {
        return required;
    }
}
