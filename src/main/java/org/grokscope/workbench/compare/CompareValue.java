package org.grokscope.workbench.compare;

import java.util.OptionalInt;
import org.grokscope.text.NumberText;

/**
 * What the table says of one run in one respect.
 *
 * @param number by which runs are sorted; NaN, which comes last, where there is none
 */
record CompareValue(String text, double number) implements Comparable<CompareValue> {
    /** Returns a number and how it is written. */
    static CompareValue of(double number, String text) {
        return new CompareValue(text, number);
    }

    /** Returns a step, or a dash. */
    static CompareValue step(OptionalInt step) {
        return step.isEmpty() ? none() : of(step.getAsInt(), NumberText.count(step.getAsInt()));
    }

    /** Returns a number of steps with its sign, or a dash. */
    static CompareValue lead(OptionalInt lead) {
        return lead.isEmpty() ? none() : of(lead.getAsInt(), NumberText.signed(lead.getAsInt()));
    }

    /** Returns a setting; one that is no number is sorted by its letters. */
    static CompareValue setting(String text) {
        try {
            return new CompareValue(text, Double.parseDouble(text.replace(",", "")));
        } catch (NumberFormatException word) {
            return new CompareValue(text.isEmpty() ? NumberText.NONE : text, Double.NaN);
        }
    }

    private static CompareValue none() {
        return new CompareValue(NumberText.NONE, Double.NaN);
    }

    /** Returns whether it is a word, which may be cut, and no number and no dash. */
    boolean isWord() {
        return Double.isNaN(number) && !text.equals(NumberText.NONE);
    }

    @Override
    public int compareTo(CompareValue other) {
        int byNumber = Double.compare(number, other.number);
        return byNumber == 0 ? text.compareTo(other.text) : byNumber;
    }
}
