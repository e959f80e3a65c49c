package org.grokscope.figure.export;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The numbers of a figure as one table: a row for each number, with its step, its run and what was measured. */
public final class TidyTable {
    private static final String HEADER = "step,run,measure,value";

    private final List<String> lines = new ArrayList<>(List.of(HEADER));

    /** Makes a table without rows. */
    TidyTable() {}

    /**
     * Adds a row.
     *
     * @param run its id
     * @param value to the last bit; what is not finite is left blank, as metrics.jsonl has null for it
     */
    TidyTable add(int step, String run, String measure, double value) {
        return add(step, run, measure, Double.isFinite(value) ? Double.toString(value) : "");
    }

    /** Adds a row whose value is already written. */
    TidyTable add(int step, String run, String measure, String value) {
        lines.add(step + "," + quoted(run) + "," + quoted(measure) + "," + value);
        return this;
    }

    /** Returns the file's contents, which Python, R and spreadsheets read. */
    public byte[] bytes() {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String text) {
        return text.matches("[^\",\\r\\n]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
