package org.grokscope.workbench.control;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A name made to fit. Its parts, between dots, all keep their beginnings, and those in the middle give way first, the longest
 * before all: of "add mod 97 · attention-only · seed 42" stays "add mod 97 · atten… · seed 42", which no run with another kind
 * of network is called. A name of one part is cut in the middle, or before its last comma: "frozen embedding, draw 2 from 1,300"
 * differs from the next draw behind it.
 */
final class ShortenedName {
    private static final String DOT = " \u00b7 ";
    private static final String CUT = "\u2026";
    private static final int LEAST = 3;

    private ShortenedName() {}

    /**
     * Returns the longest form of a name that fits.
     *
     * @param width of a text as it is drawn, in pixels
     * @param room that there is, in pixels; where not even the shortest form fits, it is returned
     */
    static String of(String name, ToDoubleFunction<String> width, double room) {
        if (width.applyAsDouble(name) <= room) {
            return name;
        }
        String[] parts = name.split(DOT);
        return parts.length == 1
                ? beforeComma(name, width, room).orElseGet(() -> middle(name, width, room))
                : parts(parts, width, room);
    }

    private static Optional<String> beforeComma(String name, ToDoubleFunction<String> width, double room) {
        int comma = name.lastIndexOf(", ");
        return IntStream.range(LEAST, Math.max(LEAST, comma)).map(kept -> LEAST + comma - 1 - kept)
                .mapToObj(kept -> name.substring(0, kept).strip() + CUT + name.substring(comma))
                .filter(it -> width.applyAsDouble(it) <= room).findFirst();
    }

    private static String parts(String[] parts, ToDoubleFunction<String> width, double room) {
        int[] kept = Arrays.stream(parts).mapToInt(String::length).toArray();
        int last = parts.length - 1;
        List<Integer> order = IntStream.rangeClosed(0, last).boxed().sorted(Comparator
                .comparing((Integer part) -> part == 0 || part == last).thenComparing(part -> -kept[part])).toList();
        for (int part : order) {
            while (kept[part] > LEAST) {
                kept[part]--;
                String now = joined(parts, kept);
                if (width.applyAsDouble(now) <= room) {
                    return now;
                }
            }
        }
        return joined(parts, kept);
    }

    private static String joined(String[] parts, int[] kept) {
        return String.join(DOT, IntStream.range(0, parts.length).mapToObj(part -> kept[part] == parts[part].length()
                ? parts[part]
                : parts[part].substring(0, kept[part]).strip() + CUT).toList());
    }

    private static String middle(String name, ToDoubleFunction<String> width, double room) {
        for (int kept = name.length() - 1; kept > LEAST; kept--) {
            int head = (kept + 1) / 2;
            String now = name.substring(0, head).strip() + CUT + name.substring(name.length() - kept + head).strip();
            if (width.applyAsDouble(now) <= room) {
                return now;
            }
        }
        return name.substring(0, Math.min(name.length(), LEAST)) + CUT;
    }
}
