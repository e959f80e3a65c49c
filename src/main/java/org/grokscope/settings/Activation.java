package org.grokscope.settings;

import org.grokscope.text.Labelled;

/** What each neuron of an MLP's hidden layer makes of its sum x. */
public enum Activation implements Labelled {
    /** x Φ(x) with the exact distribution function Φ. */
    GELU("gelu"),
    /** max(x, 0). */
    RELU("relu"),
    /** x². */
    SQUARE("square");

    private final String label;

    Activation(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public String toString() {
        return label;
    }
}
