package org.grokscope.cli.watch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.grokscope.text.OneLine;
import org.grokscope.text.Sparkline;

/**
 * The table as lines of text, as a terminal of some size shows them.
 *
 * @param order by what its rows are sorted
 * @param reversed whether the last come first
 * @param filter words that a row must have in its name, state or machine; empty for all
 * @param first row that is shown, from 0
 * @param typing whether the filter is being typed
 */
record WatchTable(WatchOrder order, boolean reversed, String filter, int first, boolean typing) {
    /** As it is at the start. */
    static final WatchTable START = new WatchTable(WatchOrder.FOLDER, false, "", 0, false);

    private static final List<String> TITLES = List.of("RUN", "STATE", "STEP", "STEPS/S", "MEMORISED", "CEILING",
            "GROKKED", "VALIDATION ACCURACY", "FSD", "REMARK");
    private static final int LONGEST_NAME = 40;
    /** What a shortened name keeps of its beginning; forks differ at their ends. */
    private static final int BEGINNING = 12;
    private static final int CURVE = 16;
    /** The summary, the titles, and the keys. */
    private static final int OTHER_LINES = 3;

    /** Returns the rows that are meant, in their order. */
    List<WatchedRun> rows(List<WatchedRun> runs) {
        List<String> words = Arrays.stream(filter.toLowerCase(Locale.ROOT).split("\\s+")).filter(it -> !it.isEmpty())
                .toList();
        Comparator<WatchedRun> comparator = reversed ? order.comparator().reversed() : order.comparator();
        List<WatchedRun> rows = new ArrayList<>(runs.stream().filter(run -> words.stream()
                .allMatch((run.name() + " " + run.state() + " " + run.host()).toLowerCase(Locale.ROOT)::contains))
                .toList());
        if (order == WatchOrder.FOLDER && reversed) {
            return rows.reversed();
        }
        rows.sort(comparator);
        return rows;
    }

    /**
     * Returns the lines, the summary first and the keys last.
     *
     * @param width characters a line, at most
     * @param height lines, at most
     */
    List<String> lines(List<WatchedRun> runs, int width, int height) {
        List<WatchedRun> rows = rows(runs);
        int shown = shown(height);
        int from = Math.clamp(first, 0, Math.max(0, rows.size() - shown));
        List<List<String>> cells = new ArrayList<>(List.of(TITLES));
        rows.subList(from, Math.min(rows.size(), from + shown)).forEach(run -> cells.add(cells(run)));
        List<String> lines = new ArrayList<>(List.of(summary(runs, rows, from, shown)));
        lines.addAll(aligned(cells));
        while (lines.size() < height - 1) {
            lines.add("");
        }
        lines.add(keys());
        return lines.stream().map(line -> line.length() <= width ? line : line.substring(0, width)).toList();
    }

    /** Returns how many rows a terminal of some height shows. */
    static int shown(int height) {
        return Math.max(1, height - OTHER_LINES);
    }

    private String summary(List<WatchedRun> runs, List<WatchedRun> rows, int from, int shown) {
        Map<String, Long> states = runs.stream()
                .collect(Collectors.groupingBy(WatchedRun::state, TreeMap::new, Collectors.counting()));
        double speed = runs.stream().mapToDouble(WatchedRun::stepsPerSecond).filter(Double::isFinite).sum();
        String counts = states.entrySet().stream().map(it -> "%,d %s".formatted(it.getValue(), it.getKey()))
                .collect(Collectors.joining(", "));
        String place = rows.size() > shown
                ? "; rows %,d to %,d of %,d".formatted(from + 1, Math.min(rows.size(), from + shown), rows.size())
                : "";
        return "%,d runs: %s%s%s".formatted(runs.size(), counts.isEmpty() ? "none yet" : counts,
                speed > 0 ? "; %,.1f steps/s together".formatted(speed) : "", place);
    }

    private String keys() {
        if (typing) {
            return "filter: " + filter + "_   Enter keeps it, Esc clears it";
        }
        return "s sort: " + order.title() + (reversed ? ", reversed" : "") + "   r reverse   / filter"
                + (filter.isEmpty() ? "" : ": " + filter) + "   \u2191\u2193 PgUp PgDn scroll   q quit";
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME
                ? name
                : name.substring(0, BEGINNING) + "\u2026"
                        + name.substring(name.length() - LONGEST_NAME + BEGINNING + 1);
    }

    private static List<String> cells(WatchedRun run) {
        String name = OneLine.of(run.name());
        return List.of(shortened(name),
                run.state() + (run.host().isEmpty() ? "" : " on " + OneLine.of(run.host())),
                run.step() < 0
                        ? "- / %,d".formatted(run.lastStep())
                        : "%,d / %,d".formatted(run.step(), run.lastStep()),
                Double.isFinite(run.stepsPerSecond()) ? "%.1f".formatted(run.stepsPerSecond()) : "",
                step(run.memorised()), step(run.ceiling()), step(run.grokked()),
                curve(run.accuracy(), run.accuracy().length == 0
                        ? ""
                        : "%5.1f%%".formatted(
                                100 * WatchedRun.last(run.accuracy()))),
                curve(run.fsd(), run.fsd().length == 0 ? "" : "%.3f".formatted(WatchedRun.last(run.fsd()))),
                OneLine.of(run.remark()));
    }

    private static String step(OptionalInt step) {
        return step.isPresent() ? "%,d".formatted(step.getAsInt()) : "-";
    }

    private static String curve(double[] values, String last) {
        String line = Sparkline.of(values, CURVE);
        return line + " ".repeat(CURVE - line.length() + 1) + last;
    }

    /** Numbers stand at the right of their columns. */
    private static List<String> aligned(List<List<String>> cells) {
        // Where there is nothing to remark, there is no column for it.
        boolean remarks = cells.stream().skip(1).anyMatch(row -> !row.getLast().isEmpty());
        int columns = TITLES.size() - (remarks ? 0 : 1);
        int[] widths = new int[columns];
        cells.forEach(row -> Arrays.setAll(widths, column -> Math.max(widths[column], row.get(column).length())));
        return cells.stream().map(row -> {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < columns; column++) {
                String blanks = " ".repeat(widths[column] - row.get(column).length());
                boolean right = column >= 2 && column <= 6;
                line.append(right ? blanks + row.get(column) : row.get(column) + blanks).append("  ");
            }
            return line.toString().stripTrailing();
        }).toList();
    }
}
