package org.grokscope.text;

import java.util.Arrays;
import java.util.List;

/**
 * Numbers as people type them. They may be grouped as this program writes them: 1,000 is a thousand. Where several are
 * typed, commas or spaces stand between them, none is grouped, and 1,000 is refused: no number begins with a zero that
 * says nothing.
 */
public final class TypedNumber {
    private static final String GROUPED = "[-+]?[0-9]{1,3}(,[0-9]{3})+";

    private TypedNumber() {}

    /** @throws NumberFormatException when it is no whole number of 64 bits */
    public static long whole(String typed) {
        String text = plain(typed);
        return Long.parseLong(text.matches(GROUPED) ? text.replace(",", "") : text);
    }

    /** @throws NumberFormatException when it is no whole number of 32 bits */
    public static int integer(String typed) {
        long whole = whole(typed);
        if (whole != (int) whole) {
            throw new NumberFormatException(typed);
        }
        return (int) whole;
    }

    /** @throws NumberFormatException when it is no number; NaN and infinity are none */
    public static double real(String typed) {
        String text = plain(typed);
        if (!text.matches("[-+0-9.eE]+|" + GROUPED + "(\\.[0-9]+)?")) {
            throw new NumberFormatException(typed);
        }
        return Double.parseDouble(text.replace(",", ""));
    }

    private static String plain(String typed) {
        String text = typed.strip();
        if (text.matches("[-+]?0[0-9].*")) {
            throw new NumberFormatException(typed);
        }
        return text;
    }

    /** Returns the parts of a list, of which blank ones are left out. */
    public static List<String> parts(String typed) {
        return Arrays.stream(typed.split("[,;\\s]+")).filter(part -> !part.isEmpty()).toList();
    }
}
