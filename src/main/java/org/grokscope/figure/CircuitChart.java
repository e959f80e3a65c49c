package org.grokscope.figure;

/** The charts of the network at one checkpoint. */
public enum CircuitChart {
    /** Share of the token embedding's power at each frequency. */
    EMBEDDING_POWER("Embedding power"),
    /** Share of the neurons that have each frequency as their strongest. */
    NEURONS("Neurons per dominant frequency"),
    /** The tokens on the plane of one frequency. */
    CIRCLE("Tokens on a frequency"),
    /** How many frequencies the neurons need. */
    RANKS("Fourier rank of the neurons"),
    /** Accuracy with one part silenced. */
    ABLATION("Accuracy without a part"),
    /** What the last position attends to. */
    ATTENTION("Attention from the last position"),
    /** What the network says to one pair. */
    LOGITS("Try a pair");

    private final String title;

    CircuitChart(String title) {
        this.title = title;
    }

    /** Returns the title above the chart. */
    public String title() {
        return title;
    }
}
