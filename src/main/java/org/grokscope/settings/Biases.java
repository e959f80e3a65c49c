package org.grokscope.settings;

import org.grokscope.text.Labelled;

/** Which linear layers have a bias; a LayerNorm always has its own. */
public enum Biases implements Labelled {
    /** Attention, MLPs and head. */
    ALL("all"),
    /** The MLPs alone. */
    MLP("mlp"),
    /** None of them. */
    NONE("none");

    private final String label;

    Biases(String label) {
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
