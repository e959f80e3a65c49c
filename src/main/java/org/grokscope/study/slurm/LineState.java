package org.grokscope.study.slurm;

import java.util.Locale;

/** Where a line of a plan stands. */
public enum LineState {
    /** Nobody has begun it, and Slurm was not asked to. */
    PLANNED(true),
    /** Slurm has it in its queue. */
    QUEUED(true),
    /** Slurm has it in its queue until runs that it needs have ended. */
    WAITING(true),
    /** It was begun, and Slurm has it in its queue again. */
    REQUEUED(true),
    /** Somebody trains it. */
    TRAINING(true),
    /** It has come to its end. */
    FINISHED(false),
    /** Its numbers went out of bounds. */
    DIVERGED(false),
    /** Somebody took its task from Slurm. */
    CANCELLED(false),
    /** It, or its task, ended in an error. */
    FAILED(false),
    /** It was begun, and nobody goes on with it. */
    STOPPED(false);

    private final boolean moves;

    LineState(boolean moves) {
        this.moves = moves;
    }

    /** Returns whether something may still happen to it without anybody's doing. */
    public boolean moves() {
        return moves;
    }

    /** Returns it in a word. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
