package org.grokscope.workbench.compare;

import java.util.function.ToDoubleFunction;

/**
 * Words on one line or two, whichever way is narrowest.
 *
 * @param text with a line break where the second line begins
 * @param width of the longer line, in what it was measured in
 */
record TwoLines(String text, double width) {
    /** Breaks a text at the space that leaves its longer line shortest. */
    static TwoLines of(String text, ToDoubleFunction<String> width) {
        TwoLines narrowest = new TwoLines(text, width.applyAsDouble(text));
        for (int space = text.indexOf(' '); space >= 0; space = text.indexOf(' ', space + 1)) {
            String first = text.substring(0, space);
            String second = text.substring(space + 1);
            double longer = Math.max(width.applyAsDouble(first), width.applyAsDouble(second));
            if (longer < narrowest.width()) {
                narrowest = new TwoLines(first + "\n" + second, longer);
            }
        }
        return narrowest;
    }
}
