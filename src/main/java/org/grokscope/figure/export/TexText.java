package org.grokscope.figure.export;

import java.util.List;
import java.util.Map;

/** Text as TeX writes it, with pdfTeX as well as with LuaTeX: letters that figures use and pdfTeX lacks become commands. */
final class TexText {
    private static final String SUPERSCRIPTS = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";
    private static final Map<Integer, String> COMMANDS = Map.ofEntries(Map.entry((int) '\\', "\\textbackslash{}"),
            Map.entry((int) '{', "\\{"), Map.entry((int) '}', "\\}"), Map.entry((int) '%', "\\%"),
            Map.entry((int) '&', "\\&"), Map.entry((int) '#', "\\#"), Map.entry((int) '$', "\\$"),
            Map.entry((int) '_', "\\_"), Map.entry((int) '~', "\\textasciitilde{}"),
            Map.entry((int) '^', "\\textasciicircum{}"), Map.entry((int) '<', "$<$"), Map.entry((int) '>', "$>$"),
            Map.entry(0x00a0, "~"), Map.entry(0x00b1, "$\\pm$"), Map.entry(0x00b7, "$\\cdot$"),
            Map.entry(0x00d7, "$\\times$"), Map.entry(0x0394, "$\\Delta$"), Map.entry(0x03b5, "$\\varepsilon$"),
            Map.entry(0x03b7, "$\\eta$"), Map.entry(0x03b8, "$\\theta$"), Map.entry(0x03bb, "$\\lambda$"),
            Map.entry(0x03c1, "$\\rho$"), Map.entry(0x03c3, "$\\sigma$"), Map.entry(0x03c4, "$\\tau$"),
            Map.entry(0x03c6, "$\\varphi$"), Map.entry(0x2013, "--"), Map.entry(0x2014, "---"),
            Map.entry(0x2018, "`"), Map.entry(0x2019, "'"), Map.entry(0x201c, "``"), Map.entry(0x201d, "''"),
            Map.entry(0x2016, "$\\Vert$"), Map.entry(0x2026, "\\dots{}"), Map.entry(0x2192, "$\\to$"),
            Map.entry(0x2212, "$-$"), Map.entry(0x2248, "$\\approx$"), Map.entry(0x2264, "$\\leq$"),
            Map.entry(0x2265, "$\\geq$"), Map.entry(0x2260, "$\\neq$"), Map.entry(0x221a, "$\\surd$"));

    /** TeX's own typefaces have the letters up to here. */
    private static final int LAST_LATIN = 0xff;

    private TexText() {}

    /** Returns a text for TeX. */
    static String of(String text) {
        StringBuilder tex = new StringBuilder();
        StringBuilder raised = new StringBuilder();
        text.codePoints().forEach(letter -> {
            String up = raised(letter);
            if (up.isEmpty()) {
                flush(tex, raised);
                tex.append(COMMANDS.getOrDefault(letter, Character.toString(letter)));
            } else {
                raised.append(up);
            }
        });
        flush(tex, raised);
        return tex.toString();
    }

    /** Returns a line for the preamble for each letter that a text has and not all of TeX's own typefaces. */
    static List<String> declarations(String text) {
        return text.codePoints().sorted().distinct().filter(letter -> letter > LAST_LATIN).boxed()
                .filter(letter -> COMMANDS.getOrDefault(letter, "").startsWith("$") || !raised(letter).isEmpty())
                .map(letter -> "\\newunicodechar{" + Character.toString(letter) + "}{\\ensuremath{" + (raised(letter)
                        .isEmpty() ? COMMANDS.getOrDefault(letter, "").replace("$", "") : "^{" + raised(letter) + "}")
                        + "}}")
                .toList();
    }

    private static void flush(StringBuilder tex, StringBuilder raised) {
        if (!raised.isEmpty()) {
            tex.append("$^{").append(raised).append("}$");
            raised.setLength(0);
        }
    }

    private static String raised(int letter) {
        int digit = SUPERSCRIPTS.indexOf(letter);
        return letter == 0x207b ? "-" : digit < 0 ? "" : Integer.toString(digit);
    }
}
