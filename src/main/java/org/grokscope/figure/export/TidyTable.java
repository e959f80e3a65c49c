package org.grokscope.figure.export;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunNames;

/**
 * The numbers of a figure as one table: a row for each number, with its step, the step as the figure has it, its run,
 * what was measured and in which unit.
 */
public final class TidyTable {
    private static final String HEADER = "step,aligned,run,name,folder,measure,value,unit";

    /**
     * A row.
     *
     * @param step of the run; empty where it is a mean of runs that are at different steps
     * @param aligned where the figure has it
     * @param runs more than one for a mean
     */
    private record Row(String step, double aligned, List<RunHistory> runs, String name, Column column,
            String value) {}

    private final List<Row> rows = new ArrayList<>();

    /** Makes a table without rows. */
    TidyTable() {}

    /**
     * Adds a row.
     *
     * @param value to the last bit; what is not finite is left blank, as metrics.jsonl has null for it
     */
    TidyTable add(int step, RunHistory run, Column column, double value) {
        return add(step, step, run, column, text(value));
    }

    /** Adds a row whose value is already written. */
    TidyTable add(int step, RunHistory run, Column column, String value) {
        return add(step, step, run, column, value);
    }

    /** Adds a row of a run that stands elsewhere in the figure than at its own step. */
    TidyTable add(int step, double aligned, RunHistory run, Column column, String value) {
        rows.add(new Row(Integer.toString(step), aligned, List.of(run), run.head().name(), column, value));
        return this;
    }

    /** Adds a row of a mean. */
    TidyTable addMean(double aligned, List<RunHistory> runs, String name, Column column, double value) {
        rows.add(new Row("", aligned, runs, name, column, text(value)));
        return this;
    }

    /** Adds the rows of another table. */
    void addAll(TidyTable other) {
        rows.addAll(other.rows);
    }

    /** Adds the rows of another table, their measures under a heading. */
    void addAll(TidyTable other, String heading) {
        other.rows.forEach(row -> rows.add(new Row(row.step(), row.aligned(), row.runs(), row.name(),
                row.column().under(heading), row.value())));
    }

    /** Writes a number to the last bit. */
    static String text(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "";
    }

    /**
     * Returns the file's contents, which Python, R and spreadsheets read.
     *
     * @param names say which folder a run is in
     */
    byte[] bytes(RunNames names) {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (Row row : rows) {
            lines.add(String.join(",", row.step(), number(row.aligned()), quoted(ids(row)), quoted(row.name()),
                    quoted(row.runs().stream().map(run -> names.folder(run.head().id()).toString()).distinct()
                            .collect(Collectors.joining(" "))),
                    quoted(row.column().name()), row.value(), row.column().unit()));
        }
        return bytes(lines);
    }

    /**
     * Returns the same numbers with a row for each step of the figure and a column for each run and measure, named
     * {@code run.measure}: for readers that want one column a curve.
     */
    byte[] wideBytes() {
        Set<String> columns = new LinkedHashSet<>();
        SequencedMap<Double, Map<String, String>> steps = new TreeMap<>();
        for (Row row : rows) {
            String column = row.runs().getFirst().head().id() + "." + row.column().name();
            columns.add(column);
            steps.computeIfAbsent(row.aligned(), _ -> new LinkedHashMap<>()).put(column, row.value());
        }
        List<String> lines = new ArrayList<>();
        lines.add("step," + columns.stream().map(TidyTable::quoted).collect(Collectors.joining(",")));
        steps.forEach((step, values) -> lines.add(number(step) + "," + columns.stream()
                .map(column -> values.getOrDefault(column, "")).collect(Collectors.joining(","))));
        return bytes(lines);
    }

    private static byte[] bytes(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String ids(Row row) {
        return row.runs().stream().map(run -> run.head().id()).collect(Collectors.joining(" "));
    }

    private static String number(double step) {
        return step == Math.rint(step) ? Long.toString(Math.round(step)) : Double.toString(step);
    }

    private static String quoted(String text) {
        return text.matches("[^\",\\r\\n]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
