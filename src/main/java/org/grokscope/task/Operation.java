package org.grokscope.task;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.grokscope.text.InvalidSetting;

/** The operation on residues that a network learns. */
public enum Operation {
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

    /** Returns the name used in files and on the command line. */
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

    /**
     * Finds an operation by its label.
     *
     * @throws InvalidSetting when there is none of that name
     */
    public static Operation of(String label) {
        return Arrays.stream(values()).filter(operation -> operation.label.equals(label)).findFirst()
                .orElseThrow(() -> new InvalidSetting("operation",
                        "There is no operation '" + label + "'; there are "
                                + Arrays.stream(values()).map(Operation::label).collect(Collectors.joining(", "))
                                + "."));
    }

    @Override
    public String toString() {
        return label;
    }
}
