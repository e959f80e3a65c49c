package org.grokscope.foreign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.grokscope.file.FileProblem;
import org.grokscope.file.OrdinaryFile;

/**
 * Numbers that another program logged: a table whose rows need not fill all columns.
 *
 * @param columns by name, in the file's order
 * @param rows in the file's order
 * @param remarks what was left out, a sentence each
 */
public record Curves(List<String> columns, List<Row> rows, List<String> remarks) {
    /**
     * A row of the table.
     *
     * @param line of the file, counted from 1, or 0 where the file has none
     * @param values by column; NaN where something else than a finite number stands, and nothing where nothing does
     */
    public record Row(int line, Map<String, Double> values) {
        public Row {
            values = Map.copyOf(values);
        }
    }

    /** The column that a TensorBoard file has for its steps. */
    static final String STEP = "step";
    private static final long LARGEST_FILE = 512L << 20;

    public Curves {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        remarks = List.copyOf(remarks);
    }

    /** Returns whether a file's name is one of those that curves have. */
    public static boolean named(Path file) {
        return kind(file) != Kind.NONE;
    }

    /**
     * Reads a file by its name: {@code .csv}, {@code .tsv}, {@code .jsonl}, {@code .ndjson}, or TensorBoard's, which have
     * {@code tfevents} in it.
     *
     * @throws FileProblem when it is absent, damaged or holds no numbers
     */
    public static Curves read(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        try {
            OrdinaryFile.check(file);
        } catch (NoSuchFileException e) {
            throw new FileProblem("There is no file " + file + ".", e);
        }
        if (Files.size(file) > LARGEST_FILE) {
            throw new FileProblem(name + " is larger than any log of curves that this program reads.");
        }
        Curves curves = switch (kind(file)) {
            case COMMAS -> DelimitedCurves.read(file, ',');
            case TABS -> DelimitedCurves.read(file, '\t');
            case LINES -> JsonCurves.read(file);
            case EVENTS -> EventFile.read(file);
            case NONE ->
                throw new FileProblem(name + " is of no kind that curves are read from: .csv, .tsv, .jsonl or a "
                        + "TensorBoard file.");
        };
        if (curves.columns.isEmpty()) {
            throw new FileProblem(curves.remarks.isEmpty() ? name + " holds no numbers." : curves.remarks.getFirst());
        }
        return curves;
    }

    private enum Kind {
        COMMAS, TABS, LINES, EVENTS, NONE
    }

    private static Kind kind(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.contains("tfevents")) {
            return Kind.EVENTS;
        }
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "csv" -> Kind.COMMAS;
            case "tsv" -> Kind.TABS;
            case "jsonl", "ndjson" -> Kind.LINES;
            default -> Kind.NONE;
        };
    }

    /** Gathers rows; a column without a number is none. */
    static final class Builder {
        private final Set<String> columns = new LinkedHashSet<>();
        private final List<Row> rows = new ArrayList<>();
        private final List<String> remarks = new ArrayList<>();

        void row(int line, Map<String, Double> values) {
            values.forEach((column, value) -> {
                if (Double.isFinite(value)) {
                    columns.add(column);
                }
            });
            if (!values.isEmpty()) {
                rows.add(new Row(line, values));
            }
        }

        void remark(String sentence) {
            remarks.add(sentence);
        }

        Curves build() {
            return new Curves(List.copyOf(columns), rows, remarks);
        }
    }
}
