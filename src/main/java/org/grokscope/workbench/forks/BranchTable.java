package org.grokscope.workbench.forks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.grokscope.figure.MarkTarget;

/** A table whose lines stand for branches: a line answers the pointer as their marks in the charts do. */
abstract class BranchTable extends GridPane {
    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");

    private final BranchPointers pointers;
    private final Map<Region, MarkTarget> lines = new LinkedHashMap<>();

    /** @param last how the last column grows */
    BranchTable(BranchPointers pointers, int columns, Priority last) {
        this.pointers = pointers;
        getStyleClass().add("forks-table");
        for (int column = 0; column < columns; column++) {
            ColumnConstraints constraints = new ColumnConstraints();
            constraints.setHgrow(column == columns - 1 ? last : Priority.ALWAYS);
            constraints.setHalignment(column == 0 ? HPos.LEFT : HPos.RIGHT);
            getColumnConstraints().add(constraints);
        }
        pointers.pointedProperty().subscribe(this::light);
    }

    /** Takes all lines away. */
    final void clear() {
        lines.clear();
        getChildren().clear();
    }

    /** Adds the line under the heads, behind these. */
    final void addHead(int columns) {
        Region line = new Region();
        line.getStyleClass().add("forks-head");
        line.setMouseTransparent(true);
        add(line, 0, 0, columns, 1);
    }

    /** Adds the line that stands for branches, behind its cells, over so many rows of the grid. */
    final void addLine(MarkTarget branches, int row, int columns, int rows) {
        Region line = new Region();
        line.getStyleClass().add("forks-row");
        pointers.on(line, branches);
        lines.put(line, branches);
        add(line, 0, row, columns, rows);
        line.pseudoClassStateChanged(LIT, branches.meets(pointers.pointedProperty().get()));
    }

    /** Adds cells, one in each column; {@code addRow} would begin after the line behind them. */
    final void addCells(int row, List<Label> cells) {
        for (int column = 0; column < cells.size(); column++) {
            add(cells.get(column), column, row);
        }
    }

    private void light(MarkTarget pointed) {
        lines.forEach((line, branches) -> line.pseudoClassStateChanged(LIT, branches.meets(pointed)));
    }

    /** Returns a cell, through which the pointer reaches its line. */
    static Label cell(String text, String style) {
        Label label = head(text, style);
        label.setMouseTransparent(true);
        return label;
    }

    /** Returns the head of a column. */
    static Label head(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
