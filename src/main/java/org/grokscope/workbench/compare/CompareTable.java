package org.grokscope.workbench.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.grokscope.figure.SeriesStyle;
import org.grokscope.workbench.control.TermTooltip;
import org.jspecify.annotations.Nullable;

/**
 * The table of a comparison. A few runs stand side by side, a column each; many stand under each other, and any column
 * sorts them.
 */
final class CompareTable {
    private static final int MOST_SIDE_BY_SIDE = 4;
    private static final double LINE = 28;
    private static final double HEAD = 44;
    private static final double SCROLL_BAR = 20;
    private static final int MOST_LINES = 20;
    private static final double CELL_PADDING = 26;
    private static final double WIDEST = 260;
    private static final double LEAST_RUN = 150;
    private static final Font FONT = Font.font("Inter Medium", 13);

    /**
     * A line as it is shown.
     *
     * @param sample of the run's curve; null for a line that is no run's
     * @param first whether a new part of the table begins here
     */
    private record Line(String title, String tip, @Nullable SeriesStyle sample, boolean first,
            List<CompareValue> values) {}

    /** The head of a column. */
    private record Head(String title, String tip, @Nullable SeriesStyle sample) {}

    private final TableView<Line> table = new TableView<>();
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private List<Head> heads = List.of();
    private boolean sideBySide;

    CompareTable() {
        SortedList<Line> sorted = new SortedList<>(lines);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.setId("compare-table");
        table.getStyleClass().add("compare-table");
        table.setAccessibleText("The selected runs");
        table.setFixedCellSize(LINE);
        table.setRowFactory(_ -> new PartRow());
        table.setMinSize(0, Region.USE_PREF_SIZE);
        table.setMaxHeight(Region.USE_PREF_SIZE);
    }

    TableView<?> node() {
        return table;
    }

    /**
     * Takes over a sheet.
     *
     * @param samples how each run's curve is drawn
     */
    void show(CompareSheet sheet, List<SeriesStyle> samples) {
        List<String> names = sheet.runs().stream().map(run -> run.head().name()).toList();
        sideBySide = names.size() <= MOST_SIDE_BY_SIDE;
        List<Line> content = new ArrayList<>();
        List<Head> wanted = new ArrayList<>();
        List<CompareFact> facts = sheet.facts();
        if (sideBySide) {
            wanted.add(new Head("", "", null));
            for (int run = 0; run < names.size(); run++) {
                wanted.add(new Head(names.get(run), sheet.runs().get(run).head().id(), samples.get(run)));
            }
            for (int i = 0; i < facts.size(); i++) {
                CompareFact fact = facts.get(i);
                content.add(new Line(fact.title(), fact.tip(), null,
                        i > 0 && facts.get(i - 1).part() != fact.part(), fact.values()));
            }
        } else {
            wanted.add(new Head("run", "", null));
            facts.forEach(fact -> wanted.add(new Head(fact.title(), fact.tip(), null)));
            for (int i = 0; i < names.size(); i++) {
                int run = i;
                content.add(new Line(names.get(i), sheet.runs().get(i).head().id(), samples.get(i), false,
                        facts.stream().map(fact -> fact.values().get(run)).toList()));
            }
        }
        if (!content.equals(lines)) {
            lines.setAll(content);
        }
        if (!wanted.equals(heads)) {
            heads = wanted;
            table.getColumns().setAll(columns());
        }
        table.setPrefHeight(HEAD + SCROLL_BAR + LINE * Math.min(lines.size(), MOST_LINES));
    }

    private List<TableColumn<Line, ?>> columns() {
        List<TableColumn<Line, ?>> columns = new ArrayList<>();
        TableColumn<Line, Line> first = new TableColumn<>();
        head(first, heads.getFirst(), 0);
        first.setCellValueFactory(line -> new SimpleObjectProperty<>(line.getValue()));
        first.setCellFactory(_ -> new TitleCell());
        first.setComparator((one, other) -> one.title().compareTo(other.title()));
        first.getStyleClass().add("compare-titles");
        columns.add(first);
        for (int i = 1; i < heads.size(); i++) {
            int index = i - 1;
            TableColumn<Line, CompareValue> column = new TableColumn<>();
            head(column, heads.get(i), i);
            column.setCellValueFactory(line -> new SimpleObjectProperty<>(line.getValue().values().get(index)));
            column.setCellFactory(_ -> new ValueCell());
            columns.add(column);
        }
        return columns;
    }

    private void head(TableColumn<Line, ?> column, Head head, int index) {
        Label label = new Label(head.title());
        SeriesStyle sample = head.sample();
        label.setGraphic(sample == null ? null : CurveSample.of(sample));
        label.setTooltip(head.tip().isEmpty() ? null : TermTooltip.of(head.title(), head.tip()));
        label.getStyleClass().add("compare-head");
        label.setMaxWidth(Double.MAX_VALUE);
        column.setGraphic(label);
        column.setSortable(!sideBySide);
        column.setReorderable(false);
        double samples = index == 0 && !sideBySide || sample != null ? CurveSample.WIDTH + 8 : 0;
        double content = IntStream.range(0, Math.min(lines.size(), 200)).mapToObj(lines::get)
                .map(line -> index == 0 ? line.title() : line.values().get(index - 1).text())
                .mapToDouble(CompareTable::width).max().orElse(0);
        double needed = CELL_PADDING
                + Math.max(content + (index == 0 ? samples : 0), width(head.title()) + samples);
        column.setPrefWidth(Math.clamp(Math.ceil(needed), sample == null ? 0 : LEAST_RUN, WIDEST));
    }

    private static double width(String text) {
        Text measured = new Text(text);
        measured.setFont(FONT);
        return measured.getLayoutBounds().getWidth();
    }

    /** A row above which a new part of the table begins has a line over it. */
    private static final class PartRow extends TableRow<Line> {
        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            getStyleClass().remove("part");
            if (line != null && !empty && line.first()) {
                getStyleClass().add("part");
            }
        }
    }

    private static final class TitleCell extends TableCell<Line, Line> {
        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            setAlignment(Pos.CENTER_LEFT);
            if (line == null || empty) {
                setText(null);
                setGraphic(null);
                setTooltip(null);
                return;
            }
            SeriesStyle sample = line.sample();
            setText(line.title());
            setGraphic(sample == null ? null : CurveSample.of(sample));
            setTooltip(TermTooltip.of(line.title(), line.tip()));
        }
    }

    private static final class ValueCell extends TableCell<Line, CompareValue> {
        @Override
        protected void updateItem(@Nullable CompareValue value, boolean empty) {
            super.updateItem(value, empty);
            setText(value == null || empty ? null : value.text());
            setAlignment(Pos.CENTER_RIGHT);
        }
    }
}
