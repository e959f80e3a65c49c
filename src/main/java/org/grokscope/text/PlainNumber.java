package org.grokscope.text;

/** How settings are written, in files, on the command line and in the window alike. */
public final class PlainNumber {
    private PlainNumber() {}

    /** Returns a number as short as it can be said and read again, for example {@code 1}, {@code 0.3} or {@code 1.0E-9}. */
    public static String of(double value) {
        String text = Double.toString(value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
