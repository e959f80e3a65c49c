package org.grokscope.workbench.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.grokscope.figure.SeriesStyle;
import org.grokscope.workbench.control.TermTooltip;
import org.jspecify.annotations.Nullable;

/**
 * The table of a comparison, never wider than its card. A few runs stand side by side, a column each; many, or a few in a
 * narrow window, stand under each other: then it shows the columns that fit, and any of them sorts the runs.
 */
final class CompareTable {
    private static final int MOST_SIDE_BY_SIDE = 4;
    private static final int MOST_LINES = 20;
    /** Heights in the size of the words. */
    private static final double LINE = 2.15;
    private static final double HEAD = 3.2;
    private static final double EDGES = 8;
    private static final double SCROLL_BAR = 16;
    private static final double LEAST_NAME = 96;
    private static final double LEAST_RUN = 84;
    private static final double NAME_SHARE = 0.52;
    private static final double WIDEST_NAME = 300;
    private static final double WIDEST_WORD = 110;

    /**
     * A line as it is shown.
     *
     * @param sample of the run's curve; null for a line that is no run's
     * @param first whether a new part of the table begins here
     */
    private record Line(String title, String tip, @Nullable SeriesStyle sample, boolean first,
            List<CompareValue> values) {}

    /** The head of a column. */
    private record Head(String title, String tip, @Nullable SeriesStyle sample, double width) {}

    private final TableView<Line> table = new TableView<>();
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final Ruler ruler = new Ruler();
    private final HBox head = new HBox();
    private final VBox card = new VBox(head, table, ruler.node());
    private final ReadOnlyBooleanWrapper sideBySide = new ReadOnlyBooleanWrapper(true);
    private CompareSheet sheet = new CompareSheet(List.of(), List.of());
    private List<SeriesStyle> samples = List.of();
    private Map<String, Boolean> chosen = Map.of();
    private List<Head> heads = List.of();

    CompareTable() {
        SortedList<Line> sorted = new SortedList<>(lines);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.setId("compare-table");
        table.getStyleClass().add("compare-table");
        table.setAccessibleText("The selected runs");
        table.setRowFactory(_ -> new PartRow());
        table.setMinSize(0, Region.USE_PREF_SIZE);
        table.setMaxHeight(Region.USE_PREF_SIZE);
        table.widthProperty().subscribe(this::arrange);
        ruler.node().fontProperty().subscribe(this::arrange);
        card.getStyleClass().addAll("card", "compare-runs");
    }

    Region node() {
        return card;
    }

    /** Places what is done with the table at its head. */
    void tools(Node... tools) {
        Label title = new Label("Runs");
        title.getStyleClass().add("card-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        head.getStyleClass().add("compare-tools");
        head.getChildren().setAll(title, space);
        head.getChildren().addAll(tools);
    }

    /** Returns whether the runs stand side by side, so that every respect has a line. */
    ReadOnlyBooleanProperty sideBySideProperty() {
        return sideBySide.getReadOnlyProperty();
    }

    /** Returns the titles of the columns that are shown where runs stand under each other. */
    List<String> shown() {
        return heads.stream().skip(1).map(Head::title).toList();
    }

    /**
     * Takes over a sheet.
     *
     * @param drawn how each run's curve is drawn
     * @param columns whether a person wants a column, by its title; others are shown if there is room
     */
    void show(CompareSheet shown, List<SeriesStyle> drawn, Map<String, Boolean> columns) {
        sheet = shown;
        samples = drawn;
        chosen = columns;
        arrange();
    }

    private void arrange() {
        double room = table.getWidth() - EDGES;
        if (sheet.runs().isEmpty() || room <= 0) {
            return;
        }
        List<Line> content = new ArrayList<>();
        List<Head> wanted = List.of();
        if (sheet.runs().size() <= MOST_SIDE_BY_SIDE) {
            wanted = beside(content, room);
        }
        sideBySide.set(!wanted.isEmpty());
        if (wanted.isEmpty()) {
            content.clear();
            wanted = underEachOther(content, room);
        }
        if (!content.equals(lines)) {
            lines.setAll(content);
        }
        if (!wanted.equals(heads)) {
            heads = wanted;
            table.getColumns().setAll(columns());
        }
        double size = ruler.size();
        double line = Math.ceil(LINE * size);
        table.setFixedCellSize(line);
        table.setPrefHeight(Math.ceil(HEAD * size) + EDGES + line * Math.min(lines.size(), MOST_LINES));
    }

    /** Returns the columns of runs, or none where they would be too narrow for what they say. */
    private List<Head> beside(List<Line> content, double room) {
        List<CompareFact> facts = sheet.facts();
        for (int i = 0; i < facts.size(); i++) {
            CompareFact fact = facts.get(i);
            content.add(new Line(fact.title(), fact.tip(), null, i > 0 && facts.get(i - 1).part() != fact.part(),
                    fact.values()));
        }
        double titles = widest(facts.stream().map(CompareFact::title));
        double each = Math.floor(Math.min(WIDEST_NAME, (room - titles) / sheet.runs().size()));
        double needed = facts.stream().flatMap(fact -> fact.values().stream()).map(CompareValue::text)
                .mapToDouble(ruler::cell).max().orElse(0);
        if (each < Math.max(LEAST_RUN, needed)) {
            return List.of();
        }
        List<Head> wanted = new ArrayList<>();
        wanted.add(new Head("", "", null, titles));
        for (int run = 0; run < sheet.runs().size(); run++) {
            wanted.add(new Head(name(run), sheet.runs().get(run).head().id(), samples.get(run), each));
        }
        return wanted;
    }

    private List<Head> underEachOther(List<Line> content, double room) {
        int runs = sheet.runs().size();
        double free = room - (runs > MOST_LINES ? SCROLL_BAR : 0);
        double named = Math.min(WIDEST_NAME,
                widest(IntStream.range(0, runs).mapToObj(this::name)) + CurveSample.WIDTH + 8);
        double least = Math.min(named, Math.max(LEAST_NAME, Math.floor(NAME_SHARE * free)));
        ToDoubleFunction<CompareFact> width = fact -> Math.max(
                Math.min(widest(fact.values().stream().map(CompareValue::text)),
                        fact.values().stream().allMatch(CompareValue::isWord) ? WIDEST_WORD : Double.MAX_VALUE),
                TwoLines.of(fact.title(), ruler::head).width());
        List<CompareFact> facts = ColumnChoice.fitting(sheet.facts(), width, free - least, chosen);
        double spare = Math.max(0, free - least - facts.stream().mapToDouble(width).sum());
        double first = Math.floor(least + Math.min(spare, named - least));
        double more = facts.isEmpty() ? 0 : Math.floor((spare - (first - least)) / facts.size());
        List<Head> wanted = new ArrayList<>();
        wanted.add(new Head("run", "", null, first));
        facts.forEach(fact -> wanted.add(new Head(fact.title(), fact.tip(), null, width.applyAsDouble(fact) + more)));
        for (int i = 0; i < runs; i++) {
            int run = i;
            content.add(new Line(name(i), sheet.runs().get(i).head().id(), samples.get(i), false,
                    facts.stream().map(fact -> fact.values().get(run)).toList()));
        }
        return wanted;
    }

    private String name(int run) {
        return sheet.runs().get(run).head().name();
    }

    private List<TableColumn<Line, ?>> columns() {
        List<TableColumn<Line, ?>> columns = new ArrayList<>();
        TableColumn<Line, Line> first = new TableColumn<>();
        head(first, heads.getFirst());
        first.setCellValueFactory(line -> new SimpleObjectProperty<>(line.getValue()));
        first.setCellFactory(_ -> new TitleCell());
        first.setComparator((one, other) -> one.title().compareTo(other.title()));
        first.getStyleClass().add("compare-titles");
        columns.add(first);
        for (int i = 1; i < heads.size(); i++) {
            int index = i - 1;
            TableColumn<Line, CompareValue> column = new TableColumn<>();
            head(column, heads.get(i));
            column.setCellValueFactory(line -> new SimpleObjectProperty<>(line.getValue().values().get(index)));
            column.setCellFactory(_ -> new ValueCell());
            columns.add(column);
        }
        return columns;
    }

    private void head(TableColumn<Line, ?> column, Head head) {
        Label label = new Label(TwoLines.of(head.title(), ruler::head).text());
        SeriesStyle sample = head.sample();
        label.setGraphic(sample == null ? null : CurveSample.of(sample));
        label.setTooltip(head.tip().isEmpty() ? null : TermTooltip.of(head.title(), head.tip()));
        label.getStyleClass().add("compare-head");
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        label.setMaxWidth(Double.MAX_VALUE);
        column.setGraphic(label);
        column.setSortable(!sideBySide.get());
        column.setReorderable(false);
        column.setPrefWidth(head.width());
    }

    private double widest(Stream<String> texts) {
        return texts.mapToDouble(ruler::cell).max().orElse(0);
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
            setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            setTooltip(TermTooltip.of(line.title(), line.sample() == null ? line.tip() : line.title()));
        }
    }

    private static final class ValueCell extends TableCell<Line, CompareValue> {
        @Override
        protected void updateItem(@Nullable CompareValue value, boolean empty) {
            super.updateItem(value, empty);
            setText(value == null || empty ? null : value.text());
            setAlignment(Pos.CENTER_RIGHT);
            setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        }
    }
}
