package org.grokscope.workbench.forks;

import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;

/** The table of cells: a line for each λ. */
final class ForkTable extends GridPane {
    private static final List<String> HEADS = List.of("\u03bb", "draws", "grokked at", "\u0394t", "norm at grok",
            "outcome");
    private static final double LEAST_OUTCOME = 84;

    private List<CellRow> shown = List.of();

    ForkTable() {
        getStyleClass().add("forks-table");
        for (int column = 0; column < HEADS.size(); column++) {
            ColumnConstraints constraints = new ColumnConstraints();
            boolean last = column == HEADS.size() - 1;
            constraints.setMinWidth(last ? LEAST_OUTCOME : Region.USE_PREF_SIZE);
            constraints.setHgrow(last ? Priority.SOMETIMES : Priority.ALWAYS);
            constraints.setHalignment(column == 0 ? HPos.LEFT : HPos.RIGHT);
            getColumnConstraints().add(constraints);
        }
    }

    void show(List<CellRow> rows) {
        if (rows.equals(shown)) {
            return;
        }
        shown = rows;
        getChildren().clear();
        line(0, "forks-head");
        for (int column = 0; column < HEADS.size(); column++) {
            add(label(HEADS.get(column), "forks-head-text"), column, 0);
        }
        for (int i = 0; i < rows.size(); i++) {
            show(rows.get(i), i + 1);
        }
    }

    private void show(CellRow row, int line) {
        line(line, "forks-row");
        Label name = label(row.label(), "forks-cell");
        name.setGraphic(MarkerNode.of(row.weightDecay(), row.control()));
        // It breaks after its commas only.
        Label outcome = label(row.outcome().replace(' ', '\u00a0').replace(",\u00a0", ", "), "forks-cell");
        outcome.setWrapText(true);
        outcome.setMinWidth(LEAST_OUTCOME);
        outcome.setMinHeight(Region.USE_PREF_SIZE);
        outcome.setTextAlignment(TextAlignment.RIGHT);
        outcome.setAlignment(Pos.CENTER_RIGHT);
        List<Label> cells = List.of(name, label(row.draws(), "forks-cell"), label(row.grokkedAt(), "forks-cell"),
                label(row.delay(), "forks-cell"), label(row.norm(), "forks-cell"), outcome);
        for (int column = 0; column < cells.size(); column++) {
            add(cells.get(column), column, line);
        }
    }

    /** The line under a row, behind its cells. */
    private void line(int row, String style) {
        Region line = new Region();
        line.getStyleClass().add(style);
        line.setMouseTransparent(true);
        add(line, 0, row, HEADS.size(), 1);
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
