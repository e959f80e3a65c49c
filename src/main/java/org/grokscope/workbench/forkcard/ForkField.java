package org.grokscope.workbench.forkcard;

/** What can be typed into the fork card. */
public enum ForkField {
    /** Values of λ beside the suggested ones, separated by commas. */
    OTHER_WEIGHT_DECAYS("other", "other \u03bb"),
    /** Branches for each λ. */
    DRAWS("draws", "draws"),
    /** The last step. */
    STEPS("steps", "last step"),
    /** Steps after grokking at which a branch ends. */
    STOP_AFTER_GROK("stop", "stop after grok"),
    /** What is done to the network, parted by semicolons. */
    INTERVENTION("intervention", "do");

    private final String id;
    private final String label;

    ForkField(String id, String label) {
        this.id = id;
        this.label = label;
    }

    /** Returns the field's name within the window. */
    String id() {
        return id;
    }

    /** Returns what the card calls it. */
    String label() {
        return label;
    }
}
