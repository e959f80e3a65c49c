package org.grokscope.text;

import java.util.Locale;

/** Words at the beginning of a sentence, and within one. */
public final class FirstLetter {
    private FirstLetter() {}

    /** Returns a text as a sentence or a title begins, for example {@code Train loss}. */
    public static String large(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** Returns a title as it stands within a sentence, for example {@code train loss}; {@code FSD} stays what it is. */
    public static String small(String title) {
        return title.length() < 2 || !Character.isLowerCase(title.charAt(1))
                ? title
                : title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
    }
}
