package org.grokscope.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * What the progress line says, so that it can be cut to a terminal's width.
 *
 * @param name whom it is about, or empty
 * @param share how far that is, 0 to 1
 * @param parts what else there is to say, the most important first
 */
record ProgressLine(String name, double share, List<String> parts) {
    private static final int BAR = 24;
    private static final int SHORT_BAR = 8;
    private static final int SHORT_NAME = 20;
    private static final String GAP = "  ";

    ProgressLine {
        parts = List.copyOf(parts);
    }

    /** Returns the line in so many characters: first the bar gets shorter, then the name, then what matters least goes. */
    String fitting(int columns) {
        for (int bar : new int[]{BAR, SHORT_BAR}) {
            String line = line(name, bar, parts);
            if (line.length() <= columns) {
                return line;
            }
        }
        String shortName = name.length() > SHORT_NAME ? name.substring(0, SHORT_NAME - 1) + "…" : name;
        for (int said = parts.size(); said > 0; said--) {
            String line = line(shortName, SHORT_BAR, parts.subList(0, said));
            if (line.length() <= columns) {
                return line;
            }
        }
        String line = parts.isEmpty() ? shortName : parts.getFirst();
        return line.substring(0, Math.min(line.length(), Math.max(0, columns)));
    }

    private String line(String called, int bar, List<String> said) {
        List<String> all = new ArrayList<>();
        if (!called.isEmpty()) {
            all.add(called);
        }
        all.add(bar(share, bar));
        all.addAll(said);
        return String.join(GAP, all);
    }

    private static String bar(double share, int width) {
        int full = Math.clamp(Math.round(Math.floor(width * share)), 0, width);
        return "[" + "#".repeat(full) + "-".repeat(width - full) + "]";
    }
}
