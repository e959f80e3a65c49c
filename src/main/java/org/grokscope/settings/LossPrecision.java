package org.grokscope.settings;

import org.grokscope.text.Labelled;

/** In which numbers a training step computes the cross-entropy of its logits. */
public enum LossPrecision implements Labelled {
    /** 32 bits, as all else. */
    FLOAT32("float32"),
    /** 64 bits, so that very small losses still have a gradient. */
    FLOAT64("float64");

    private final String label;

    LossPrecision(String label) {
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
