package org.grokscope.settings;

import org.grokscope.text.Labelled;

/** From which numbers a training step computes the matrix products of the layers. All else is float32 either way. */
public enum ProductPrecision implements Labelled {
    /** 32 bits. */
    FLOAT32("float32"),
    /**
     * bfloat16: both operands and the result are rounded to 8 significant bits, sums are float32. Some processors multiply
     * such numbers several times as fast.
     */
    BF16("bf16");

    private final String label;

    ProductPrecision(String label) {
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
