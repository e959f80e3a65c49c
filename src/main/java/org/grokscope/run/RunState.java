package org.grokscope.run;

/** Where a run stands, as its directory tells. */
public enum RunState {
    /** Made, but not begun. */
    NEW("new"),
    /** A process is writing it. */
    TRAINING("training"),
    /** Paused or stopped; it can go on. */
    PAUSED("paused"),
    /** Its process ended without a word; it can go on from its last checkpoint. */
    INTERRUPTED("interrupted"),
    /** It reached its last step. */
    FINISHED("finished"),
    /** A loss or parameter was not finite. */
    DIVERGED("diverged"),
    /** It broke off with an error. */
    FAILED("failed"),
    /** Another program trained it; it can be looked at and forked. */
    IMPORTED("imported");

    private final String label;

    RunState(String label) {
        this.label = label;
    }

    /** Returns the state in one word. */
    public String label() {
        return label;
    }
}
