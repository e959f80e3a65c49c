package org.grokscope.text;

import java.util.regex.Pattern;

/**
 * What people type or paste without what nobody sees: control and format characters (soft hyphens, zero-width joiners,
 * byte order marks, marks of direction) and halves of letters. They come along with copy and paste, no typeface has them,
 * and some turn a line round.
 */
public final class CleanText {
    private static final Pattern BLANKS = Pattern.compile("[\\n\\t ]+");
    private static final Pattern BREAKS = Pattern.compile("\\r\\n|[\\r\\u2028\\u2029\\u0085\\u000b\\f]");

    private CleanText() {}

    /** Returns a text as one line; what would break it becomes a blank, and no blank follows another. */
    public static String line(String text) {
        return BLANKS.matcher(lines(text)).replaceAll(" ").strip();
    }

    /** Returns a text that may have several lines. */
    public static String lines(String text) {
        StringBuilder clean = new StringBuilder();
        BREAKS.matcher(text).replaceAll("\n").codePoints().filter(CleanText::seen).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean seen(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL -> letter == '\n' || letter == '\t';
            case Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> false;
            default -> true;
        };
    }
}
