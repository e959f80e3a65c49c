package org.grokscope.figure;

import java.awt.Font;
import java.util.List;
import java.util.stream.Collectors;

/** The letters of names that no typeface of this machine has. */
public final class MissingLetters {
    private static final Font ANY = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

    private MissingLetters() {}

    /** Names them in a sentence, if there are any. */
    public static List<String> warnings(List<String> names) {
        List<String> missing = names.stream().flatMap(name -> name.codePoints().boxed()).distinct()
                .filter(letter -> !FigureFonts.REGULAR.canDisplay(letter) && !ANY.canDisplay(letter))
                .map(Character::toString).toList();
        return missing.isEmpty()
                ? List.of()
                : List.of("No typeface here has the letter" + (missing.size() == 1 ? " " : "s ")
                        + missing.stream().limit(8).collect(Collectors.joining(", "))
                        + (missing.size() > 8 ? " and " + (missing.size() - 8) + " more" : "")
                        + "; boxes stand for them.");
    }
}
