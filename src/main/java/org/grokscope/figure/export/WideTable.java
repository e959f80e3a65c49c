package org.grokscope.figure.export;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.grokscope.file.FileBody;

/**
 * The numbers of a figure with a row for each step of the figure and a column for each run and measure, named
 * {@code run.measure}: for readers that want one column a curve.
 */
final class WideTable {
    private final Map<String, Integer> places = new HashMap<>();
    private final List<String> columns = new ArrayList<>();
    private final SequencedMap<Double, List<String>> steps = new TreeMap<>();

    private WideTable() {}

    /**
     * Returns the file.
     *
     * @param numbers tells them, whenever it is written
     */
    static FileBody of(Consumer<Rows> numbers) {
        return CsvFile.of(out -> {
            WideTable table = new WideTable();
            numbers.accept(new Rows(table::row));
            table.write(out);
        });
    }

    private void row(Rows.Row row) {
        String column = row.subject().runs().getFirst().head().id() + "." + row.column().name();
        int place = places.computeIfAbsent(column, it -> {
            columns.add(it);
            return columns.size() - 1;
        });
        List<String> values = steps.computeIfAbsent(row.aligned(), _ -> new ArrayList<>());
        while (values.size() <= place) {
            values.add("");
        }
        values.set(place, row.value());
    }

    private void write(Writer out) throws IOException {
        out.write("step," + columns.stream().map(CsvFile::quoted).collect(Collectors.joining(",")) + "\n");
        for (Map.Entry<Double, List<String>> step : steps.entrySet()) {
            out.append(CsvFile.number(step.getKey())).append(',').append(String.join(",", step.getValue()))
                    .append(",".repeat(columns.size() - step.getValue().size())).append('\n');
        }
    }
}
