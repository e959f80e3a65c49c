package org.grokscope.workbench.runs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableColumn.SortType;
import javafx.scene.control.TreeTableView;
import org.grokscope.workbench.control.TermTooltip;

/** The columns of the list: which are shown and in which order, and what is sorted by. */
final class RunColumns {
    private static final double SCROLL_BAR = 16;

    private final TreeTableView<RunRow> control;
    private final ObjectProperty<RunOrder> order;
    private final ObjectProperty<List<RunColumn>> shown;
    private final Map<RunColumn, TreeTableColumn<RunRow, RunRow>> columns = new HashMap<>();
    private boolean arranging;

    /** @param shown the columns that are shown, from the left; follows what a person chooses */
    RunColumns(TreeTableView<RunRow> control, ObjectProperty<RunOrder> order, ObjectProperty<List<RunColumn>> shown) {
        this.control = control;
        this.order = order;
        this.shown = shown;
        for (RunColumn column : RunColumn.all()) {
            columns.put(column, column(column));
        }
        ColumnMenu.on(control, columns);
        control.setColumnResizePolicy(TreeTableView.UNCONSTRAINED_RESIZE_POLICY);
        arrange();
        // Runs are sorted by the model; the control only says by what. It does so at once, also before anybody chose.
        arranging = true;
        control.setSortPolicy(_ -> {
            sortedByHand();
            return true;
        });
        arranging = false;
        columns.values().forEach(column -> column.visibleProperty().subscribe((_, _) -> chosenByHand()));
        control.getColumns().addListener((ListChangeListener<TreeTableColumn<RunRow, ?>>) _ -> chosenByHand());
        control.widthProperty().subscribe(this::fit);
        shown.subscribe((_, _) -> arrange());
    }

    private TreeTableColumn<RunRow, RunRow> column(RunColumn of) {
        TreeTableColumn<RunRow, RunRow> column = new TreeTableColumn<>();
        Label title = new Label(of.title());
        title.setTooltip(TermTooltip.of(of.title(), of.meaning()));
        column.setGraphic(title);
        // The menu of columns takes its words from here; of the head, the stylesheet shows the label alone.
        column.setText(of.meaning());
        column.setId("column-" + of.title().toLowerCase(Locale.ROOT).replace(' ', '-'));
        column.setUserData(of);
        column.setPrefWidth(of.width());
        column.setMinWidth(36);
        column.setCellValueFactory(cell -> cell.getValue().valueProperty());
        column.setCellFactory(_ -> cell(of));
        column.getStyleClass().add(of.numeric() ? "numeric" : "words");
        return column;
    }

    private static TreeTableCell<RunRow, RunRow> cell(RunColumn column) {
        return column == RunColumn.NAME ? new RunNameCell() : new RunTextCell(column);
    }

    /** Brings the control in line with what is shown. */
    private void arrange() {
        if (arranging) {
            return;
        }
        arranging = true;
        List<RunColumn> sequence = new ArrayList<>(shown.get());
        for (RunColumn column : RunColumn.all()) {
            if (!sequence.contains(column)) {
                sequence.add(column);
            }
        }
        columns.forEach((column, it) -> it.setVisible(shown.get().contains(column)));
        List<TreeTableColumn<RunRow, RunRow>> wanted = sequence.stream()
                .map(column -> Objects.requireNonNull(columns.get(column))).toList();
        control.getColumns().setAll(wanted);
        control.setTreeColumn(columns.get(RunColumn.NAME));
        TreeTableColumn<RunRow, RunRow> sorted = columns.get(order.get().column());
        if (sorted != null && !order.get().equals(RunOrder.USUAL)) {
            sorted.setSortType(order.get().descending() ? SortType.DESCENDING : SortType.ASCENDING);
            control.getSortOrder().setAll(List.of(sorted));
        }
        arranging = false;
        fit();
    }

    private void chosenByHand() {
        if (!arranging) {
            arranging = true;
            shown.set(control.getColumns().stream().filter(TreeTableColumn::isVisible)
                    .map(column -> (RunColumn) column.getUserData()).toList());
            arranging = false;
            fit();
        }
    }

    private void sortedByHand() {
        if (!arranging) {
            order.set(control.getSortOrder().isEmpty()
                    ? RunOrder.USUAL
                    : new RunOrder((RunColumn) control.getSortOrder().getFirst().getUserData(),
                            control.getSortOrder().getFirst().getSortType() == SortType.DESCENDING));
        }
    }

    /** The names take the width that the other columns leave. */
    private void fit() {
        TreeTableColumn<RunRow, RunRow> name = Objects.requireNonNull(columns.get(RunColumn.NAME));
        double others = control.getColumns().stream().filter(column -> column.isVisible() && column != name)
                .mapToDouble(TreeTableColumn::getWidth).sum();
        name.setPrefWidth(Math.max(RunColumn.NAME.width(), control.getWidth() - others - SCROLL_BAR));
    }
}
