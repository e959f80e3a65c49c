package org.grokscope.figure;

/** The charts of a family of branches. */
public enum ForkChart {
    /** Δt against λ, with the law. */
    DELAY("Steps from fork to grokking"),
    /** The weight norm along each branch. */
    NORM("Weight norm along the branches"),
    /** Δt against λ on logarithmic axes. */
    LOG_LOG("Log\u2013log");

    private final String title;

    ForkChart(String title) {
        this.title = title;
    }

    /** Returns the title above the chart. */
    public String title() {
        return title;
    }
}
