package org.grokscope.settings;

import org.grokscope.text.Labelled;

/** Which positions a position attends to. */
public enum Mask implements Labelled {
    /** All of them. */
    NONE("none"),
    /** Itself and those before it. */
    CAUSAL("causal");

    private final String label;

    Mask(String label) {
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
