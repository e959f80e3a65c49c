package org.grokscope.figure;

/**
 * How the table of all pairs is shown.
 *
 * @param margins whether a cell is the stronger the greater its margin is, and not only right or wrong
 * @param byAnswer whether the rows are the answers, and not the second operand: then what shares an answer shares a row
 */
public record TableLook(boolean margins, boolean byAnswer) {
    /** Right and wrong, by a and b. */
    public static final TableLook PLAIN = new TableLook(false, false);
}
