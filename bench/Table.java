import java.util.ArrayList;
import java.util.List;

/** A table in Markdown whose columns also stand in line on a terminal. */
final class Table {
    private final List<String[]> rows = new ArrayList<>();

    Table(String... head) {
        rows.add(head);
    }

    void row(String... cells) {
        rows.add(cells);
    }

    void print() {
        int columns = rows.getFirst().length;
        int[] widths = new int[columns];
        for (String[] row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        for (int line = 0; line < rows.size(); line++) {
            StringBuilder text = new StringBuilder("|");
            StringBuilder rule = new StringBuilder("|");
            for (int i = 0; i < columns; i++) {
                String cell = rows.get(line)[i];
                String space = " ".repeat(widths[i] - cell.length());
                text.append(i == 0 ? " " + cell + space : " " + space + cell).append(" |");
                rule.append("-".repeat(widths[i] + 1)).append(i == 0 ? "-|" : ":|");
            }
            System.out.println(text);
            if (line == 0) {
                System.out.println(rule);
            }
        }
    }
}
