package org.grokscope.settings;

import org.grokscope.text.Labelled;

/** Which sublayers a block has. */
public enum ModelKind implements Labelled {
    /** Attention and MLP. */
    FULL("full"),
    /** No MLP and no ln2. */
    ATTENTION_ONLY("attention-only"),
    /** No attention and no ln1; its readout never sees a or b. */
    MLP_ONLY("mlp-only");

    private final String label;

    ModelKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    /** Returns whether blocks have an attention sublayer. */
    public boolean attention() {
        return this != MLP_ONLY;
    }

    /** Returns whether blocks have an MLP sublayer. */
    public boolean mlp() {
        return this != ATTENTION_ONLY;
    }

    @Override
    public String toString() {
        return label;
    }
}
