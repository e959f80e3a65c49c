package org.grokscope.figure.export;

/**
 * What a table of numbers holds.
 *
 * @param raw whether the values are the log's, of all steps, and not those that the figure shows
 * @param wide whether each curve has a column, and not each number a row
 */
public record TableForm(boolean raw, boolean wide) {
    /** What the figure shows, a row for each number. */
    public static final TableForm USUAL = new TableForm(false, false);
}
