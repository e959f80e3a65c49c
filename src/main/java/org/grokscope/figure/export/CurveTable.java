package org.grokscope.figure.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.grokscope.figure.CurveAxis;

/**
 * Curves as one table with a column for each, which TeX can hold: where a curve has more points than a page shows, each
 * stretch of steps keeps its least and its greatest.
 */
final class CurveTable {
    /** Stretches of steps that keep two points each. */
    private static final int STRETCHES = 160;

    private final List<List<String>> columns = new ArrayList<>();
    private final SequencedMap<Double, Map<String, Double>> rows = new TreeMap<>();

    private CurveTable() {}

    static CurveTable of(List<CurveAxis> axes) {
        CurveTable table = new CurveTable();
        for (CurveAxis axis : axes) {
            List<String> names = new ArrayList<>();
            for (CurveAxis.Curve curve : axis.curves()) {
                String name = table.unused((curve.run() + "." + curve.name()).replaceAll("[^A-Za-z0-9.+-]+", "-"),
                        names);
                names.add(name);
                table.add(name, curve);
            }
            table.columns.add(names);
        }
        return table;
    }

    private String unused(String name, List<String> names) {
        String free = name;
        for (int i = 2; names.contains(free) || known(free); i++) {
            free = name + "-" + i;
        }
        return free;
    }

    private boolean known(String name) {
        return columns.stream().anyMatch(it -> it.contains(name));
    }

    private void add(String name, CurveAxis.Curve curve) {
        thinned(curve).forEach(i -> rows.computeIfAbsent(curve.steps()[i], _ -> new LinkedHashMap<>()).put(name,
                curve.values()[i]));
    }

    /** Returns how many points of a curve the table has at most. */
    static int most(CurveAxis.Curve curve) {
        return Math.min(curve.steps().length, 2 * STRETCHES);
    }

    /** Returns which points of a curve are kept, in their order. */
    static List<Integer> thinned(CurveAxis.Curve curve) {
        int points = curve.steps().length;
        List<Integer> kept = new ArrayList<>();
        if (points <= 2 * STRETCHES) {
            for (int i = 0; i < points; i++) {
                kept.add(i);
            }
            return kept;
        }
        for (int stretch = 0; stretch < STRETCHES; stretch++) {
            int from = (int) ((long) points * stretch / STRETCHES);
            int to = (int) ((long) points * (stretch + 1) / STRETCHES);
            int least = extreme(curve.values(), from, to, -1);
            int greatest = extreme(curve.values(), from, to, 1);
            kept.add(Math.min(least, greatest));
            if (least != greatest) {
                kept.add(Math.max(least, greatest));
            }
        }
        return kept;
    }

    private static int extreme(double[] values, int from, int to, int sign) {
        int best = from;
        for (int i = from + 1; i < to; i++) {
            if (Double.isNaN(values[best]) || sign * values[i] > sign * values[best]) {
                best = i;
            }
        }
        return best;
    }

    boolean empty() {
        return rows.isEmpty();
    }

    /** Returns the columns of an axis' curves. */
    List<String> columns(int axis) {
        return columns.get(axis);
    }

    /** Returns the table; {@code nan} where a curve has no point. */
    String text() {
        List<String> all = columns.stream().flatMap(List::stream).toList();
        StringBuilder text = new StringBuilder("step,").append(String.join(",", all)).append('\n');
        rows.forEach((step, values) -> {
            text.append(number(step));
            all.forEach(column -> text.append(',').append(number(values.getOrDefault(column, Double.NaN))));
            text.append('\n');
        });
        return text.toString();
    }

    private static String number(double value) {
        return !Double.isFinite(value)
                ? "nan"
                : value == Math.rint(value) && Math.abs(value) < 1e9
                        ? Long.toString((long) value)
                        : Double.toString(value);
    }
}
