package org.grokscope.settings;

import org.grokscope.text.Labelled;

/** How the weights at step 0 are drawn. */
public enum InitialScheme implements Labelled {
    /** Embeddings N(0, 1); each linear layer's weight and bias uniform in ±1/√fan-in, as torch draws them. */
    UNIFORM("uniform"),
    /** Every matrix N(0, 1)/√d with the width d, the head's over the root of the number of tokens instead; biases 0. */
    NORMAL("normal");

    private final String label;

    InitialScheme(String label) {
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
