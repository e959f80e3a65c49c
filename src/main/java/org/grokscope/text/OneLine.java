package org.grokscope.text;

/**
 * Text that others wrote as one line for a terminal: nothing in it moves the cursor, changes colours, begins another line or
 * turns the direction of reading.
 */
public final class OneLine {
    private static final int PICTURES = 0x2400;
    private static final char REPLACEMENT = '\ufffd';

    private OneLine() {}

    /** Returns a text whose control and direction characters are replaced by signs that stand for them. */
    public static String of(String text) {
        StringBuilder line = new StringBuilder(text);
        for (int i = 0; i < line.length(); i++) {
            char it = line.charAt(i);
            if (it < ' ') {
                line.setCharAt(i, it == '\t' ? ' ' : (char) (PICTURES + it));
            } else if (acts(it)) {
                line.setCharAt(i, REPLACEMENT);
            }
        }
        return line.toString();
    }

    /** Returns JSON in which such characters are written by their numbers; it says the same. */
    public static String escapedInJson(String json) {
        StringBuilder text = new StringBuilder();
        // JSON itself has written those below a blank by their numbers.
        json.chars().forEach(it -> text.append(acts((char) it) ? "\\u%04x".formatted(it) : String.valueOf((char) it)));
        return text.toString();
    }

    private static boolean acts(char it) {
        return it >= '\u007f' && it <= '\u009f' || it == '\u2028' || it == '\u2029' || it >= '\u202a' && it <= '\u202e'
                || it >= '\u2066' && it <= '\u2069' || it == '\u200e' || it == '\u200f' || it == '\u061c';
    }
}
