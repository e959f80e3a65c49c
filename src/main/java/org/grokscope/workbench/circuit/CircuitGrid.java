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
            new Row(470, cell(0.56, CircuitChart.CIRCLE),
                    cell(0.44, CircuitChart.EMBEDDING_POWER, CircuitChart.NEURONS)),
            new Row(470, cell(0.5, CircuitChart.PAIRS), cell(0.5, CircuitChart.LOGITS, CircuitChart.ATTENTION)),
            new Row(440, cell(0.5, CircuitChart.PHASES), cell(0.5, CircuitChart.LOTTERY)),
            new Row(220, cell(0.48, CircuitChart.RANKS), cell(0.52, CircuitChart.ABLATION)));
    private static final List<Row> TWO_COLUMNS = List.of(new Row(460, cell(1, CircuitChart.CIRCLE)),
            new Row(224, cell(0.5, CircuitChart.EMBEDDING_POWER), cell(0.5, CircuitChart.NEURONS)),
            new Row(470, cell(0.6, CircuitChart.PAIRS), cell(0.4, CircuitChart.RANKS, CircuitChart.ATTENTION)),
            new Row(400, cell(0.55, CircuitChart.PHASES), cell(0.45, CircuitChart.LOTTERY)),
            new Row(240, cell(0.5, CircuitChart.LOGITS), cell(0.5, CircuitChart.ABLATION)));
    private static final List<Row> ONE_COLUMN = List.of(new Row(412, cell(1, CircuitChart.CIRCLE)),
            new Row(220, cell(1, CircuitChart.EMBEDDING_POWER)), new Row(220, cell(1, CircuitChart.NEURONS)),
            new Row(520, cell(1, CircuitChart.PAIRS)), new Row(480, cell(1, CircuitChart.PHASES)),
            new Row(240, cell(1, CircuitChart.LOTTERY)),
            new Row(240, cell(1, CircuitChart.LOGITS)),
            new Row(220, cell(1, CircuitChart.RANKS)), new Row(240, cell(1, CircuitChart.ATTENTION)),
            new Row(240, cell(1, CircuitChart.ABLATION)));

    /** Cells side by side. */
    private record Row(double height, List<Cell> cells) {
        Row(double height, Cell... cells) {
            this(height, List.of(cells));
        }
    }

    /** Cards of one height above each other, and their share of the row's width. */
    private record Cell(double share, List<CircuitChart> charts) {}

    private final Map<CircuitChart, Region> cards;

    CircuitGrid(Map<CircuitChart, Region> cards) {
        this.cards = cards;
        // In the order in which the keyboard goes through them.
        THREE_COLUMNS.stream().flatMap(row -> row.cells().stream()).flatMap(cell -> cell.charts().stream())
                .forEach(chart -> getChildren().add(card(chart)));
    }

    private static Cell cell(double share, CircuitChart... charts) {
        return new Cell(share, List.of(charts));
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
                double each = Math.floor((height - (cell.charts().size() - 1) * GAP) / cell.charts().size());
                double top = y;
                for (CircuitChart chart : cell.charts()) {
                    top = place(card(chart), x, top, width, each);
                }
                x += width + GAP;
            }
            y += height + GAP;
        }
    }

    private Region card(CircuitChart chart) {
        return Objects.requireNonNull(cards.get(chart));
    }

    private static List<Row> rows(double width) {
        return width >= WIDE ? THREE_COLUMNS : width >= MEDIUM ? TWO_COLUMNS : ONE_COLUMN;
    }
}
