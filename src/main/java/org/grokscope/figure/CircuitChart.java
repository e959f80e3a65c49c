package org.grokscope.figure;

/** The charts of the network at one checkpoint. */
public enum CircuitChart {
    /** Share of the token embedding's power at each frequency. */
    EMBEDDING_POWER("circuit-embedding", "Embedding power"),
    /** Share of the neurons that have each frequency as their strongest. */
    NEURONS("circuit-neurons", "Neurons per dominant frequency"),
    /** The tokens on the plane of one frequency. */
    CIRCLE("circuit-tokens", "Tokens on a frequency"),
    /** How many frequencies the neurons need. */
    RANKS("circuit-ranks", "Fourier rank of the neurons"),
    /** Which answers each neuron is active for, and which it pushes. */
    PHASES("circuit-phases", "Phases of the neurons"),
    /** How the frequencies inside one neuron fared through the run's training. */
    LOTTERY("circuit-lottery", "Frequencies inside a neuron"),
    /** Accuracy with one part silenced. */
    ABLATION("circuit-ablation", "Accuracy without a part"),
    /** What the last position attends to. */
    ATTENTION("circuit-attention", "Attention from the last position"),
    /** What the network says to one pair. */
    LOGITS("circuit-logits", "Try a pair"),
    /** Which of all pairs it answers rightly. */
    PAIRS("circuit-pairs", "All pairs");

    private final String key;
    private final String title;

    CircuitChart(String key, String title) {
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
