package org.grokscope.text;

/**
 * What people type or paste without what nobody sees: control and format characters (soft hyphens, zero-width joiners,
 * byte order marks, marks of direction) and halves of letters. They come along with copy and paste, no typeface has them,
 * and some turn a line round.
 */
public final class CleanText {
    private CleanText() {}

    /** Returns a text as one line; what would break it becomes a blank, and no blank follows another. */
    public static String line(String text) {
        return lines(text).replaceAll("[\\n\\t ]+", " ").strip();
    }

    /** Returns a text that may have several lines. */
    public static String lines(String text) {
        StringBuilder clean = new StringBuilder();
        text.replace("\r\n", "\n").replaceAll("[\\r\\u2028\\u2029\\u0085\\u000b\\f]", "\n").codePoints()
                .filter(CleanText::seen).forEach(clean::appendCodePoint);
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
