package org.grokscope.figure;

/** The charts of a family of branches. */
public enum ForkChart {
    /** Δt against λ, with the law. */
    DELAY("fork-law", "Steps from fork to grokking"),
    /** The weight norm along each branch. */
    NORM("fork-norm", "Weight norm along the branches"),
    /** Δt against λ on logarithmic axes. */
    LOG_LOG("log-log", "Log\u2013log");

    private final String key;
    private final String title;

    ForkChart(String key, String title) {
        this.key = key;
        this.title = title;
    }

    /** Returns the name on the command line. */
    public String key() {
        return key;
    }

    /** Returns the title above the chart. */
    public String title() {
        return title;
    }
}
