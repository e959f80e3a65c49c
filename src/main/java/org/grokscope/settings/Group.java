package org.grokscope.settings;

/** Parts of a configuration, in the order in which they stand in run.json. */
public enum Group {
    /** What is learned. */
    TASK("task"),
    /** The network. */
    MODEL("model"),
    /** How it learns. */
    OPTIMIZER("optimizer"),
    /** Where randomness comes from. */
    SEEDS("seeds"),
    /** How long it goes on, and what changes on the way. */
    SCHEDULE("schedule"),
    /** How often it is measured and saved. */
    EVALUATION("evaluation"),
    /** Where milestones lie. */
    THRESHOLDS("thresholds");

    private final String key;

    Group(String key) {
        this.key = key;
    }

    /** Returns its name in run.json. */
    public String key() {
        return key;
    }
}
