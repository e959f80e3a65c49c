package org.grokscope.workbench.circuit;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.layout.Region;
import org.grokscope.figure.CircuitChart;
import org.grokscope.workbench.control.CardGrid;

/** Lays out the cards in rows that suit the width; it is as high as they need, and higher where it is given more. */
final class CircuitGrid extends CardGrid {
    private static final double WIDE = 780;
    private static final double MEDIUM = 560;

    private static final List<Row> THREE_COLUMNS = List.of(
            new Row(192, cell(CircuitChart.EMBEDDING_POWER, 0.58), cell(CircuitChart.NEURONS, 0.42)),
            new Row(230, cell(CircuitChart.CIRCLE, 0.31), cell(CircuitChart.RANKS, 0.33),
                    cell(CircuitChart.ABLATION, 0.36)),
            new Row(210, cell(CircuitChart.ATTENTION, 0.42), cell(CircuitChart.LOGITS, 0.58)));
    private static final List<Row> TWO_COLUMNS = List.of(
            new Row(224, cell(CircuitChart.EMBEDDING_POWER, 0.5), cell(CircuitChart.NEURONS, 0.5)),
            new Row(272, cell(CircuitChart.CIRCLE, 0.5), cell(CircuitChart.RANKS, 0.5)),
            new Row(240, cell(CircuitChart.ABLATION, 0.5), cell(CircuitChart.ATTENTION, 0.5)),
            new Row(260, cell(CircuitChart.LOGITS, 1)));
    private static final List<Row> ONE_COLUMN = List.of(new Row(220, cell(CircuitChart.EMBEDDING_POWER, 1)),
            new Row(220, cell(CircuitChart.NEURONS, 1)), new Row(300, cell(CircuitChart.CIRCLE, 1)),
            new Row(220, cell(CircuitChart.RANKS, 1)), new Row(230, cell(CircuitChart.ABLATION, 1)),
            new Row(240, cell(CircuitChart.ATTENTION, 1)), new Row(270, cell(CircuitChart.LOGITS, 1)));

    /** Cards side by side. */
    private record Row(double height, List<Cell> cells) {
        Row(double height, Cell... cells) {
            this(height, List.of(cells));
        }
    }

    /** A card and its share of the row. */
    private record Cell(CircuitChart chart, double share) {}

    private final Map<CircuitChart, Region> cards;

    CircuitGrid(Map<CircuitChart, Region> cards) {
        this.cards = cards;
        // In the order in which the keyboard goes through them.
        THREE_COLUMNS.forEach(row -> row.cells().forEach(cell -> getChildren().add(card(cell))));
    }

    private static Cell cell(CircuitChart chart, double share) {
        return new Cell(chart, share);
    }

    @Override
    protected double computeMinHeight(double width) {
        List<Row> rows = rows(width);
        return rows.stream().mapToDouble(Row::height).sum() + (rows.size() + 1) * GAP;
    }

    @Override
    protected void layoutChildren() {
        List<Row> rows = rows(getWidth());
        double grown = Math.max(1,
                (getHeight() - (rows.size() + 1) * GAP) / rows.stream().mapToDouble(Row::height).sum());
        double y = GAP;
        for (Row row : rows) {
            double height = Math.floor(row.height() * grown);
            double room = getWidth() - (row.cells().size() + 1) * GAP;
            double x = GAP;
            for (Cell cell : row.cells()) {
                double width = Math.floor(cell.share() * room);
                place(card(cell), x, y, width, height);
                x += width + GAP;
            }
            y += height + GAP;
        }
    }

    private Region card(Cell cell) {
        return Objects.requireNonNull(cards.get(cell.chart()));
    }

    private static List<Row> rows(double width) {
        return width >= WIDE ? THREE_COLUMNS : width >= MEDIUM ? TWO_COLUMNS : ONE_COLUMN;
    }
}
