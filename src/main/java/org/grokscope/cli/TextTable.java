package org.grokscope.cli;

import java.util.List;
import java.util.stream.Stream;

/**
 * Rows in columns as wide as they must be.
 *
 * @param rows of equal length, the first with the titles
 */
record TextTable(List<List<String>> rows) {
    Stream<String> lines() {
        int columns = rows.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int column = 0; column < columns; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        return rows.stream().map(row -> {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < columns; column++) {
                line.append(row.get(column)).append(" ".repeat(widths[column] - row.get(column).length() + 2));
            }
            return line.toString().stripTrailing();
        });
    }
}
