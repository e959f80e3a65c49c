package org.grokscope.task;

import org.grokscope.text.Labelled;

/** The operation on residues that a network learns. */
public enum Operation implements Labelled {
    /** (a + b) mod p. */
    ADD("add", "+"),
    /** (a - b) mod p. */
    SUBTRACT("subtract", "\u2212"),
    /** (a · b) mod p. */
    MULTIPLY("multiply", "\u00d7");

    private final String label;
    private final String sign;

    Operation(String label, String sign) {
        this.label = label;
        this.sign = sign;
    }

    @Override
    public String label() {
        return label;
    }

    /** Returns the sign between the operands. */
    public String sign() {
        return sign;
    }

    /** Returns the answer for residues a and b, in 0..p-1. */
    public int apply(int a, int b, int p) {
        return switch (this) {
            case ADD -> (a + b) % p;
            case SUBTRACT -> Math.floorMod(a - b, p);
            case MULTIPLY -> (int) ((long) a * b % p);
        };
    }

    @Override
    public String toString() {
        return label;
    }
}
