package org.grokscope.workbench.circuit;

import java.util.OptionalInt;

/**
 * What was typed for an operand.
 *
 * @param value empty when it is none
 * @param problem what is wrong, in a sentence; empty when nothing is
 */
record PairField(OptionalInt value, String problem) {
    /** Reads an operand of arithmetic modulo p. */
    static PairField of(String name, String typed, int p) {
        String text = typed.strip();
        if (text.matches("\\d{1,9}") && Integer.parseInt(text) < p) {
            return new PairField(OptionalInt.of(Integer.parseInt(text)), "");
        }
        return new PairField(OptionalInt.empty(), name + " takes a whole number from 0 to " + (p - 1)
                + (text.isEmpty() ? "." : ", and '" + text + "' is not one."));
    }
}
