package org.grokscope.workbench.circuit;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.layout.Region;
import org.grokscope.figure.CircuitChart;
import org.grokscope.workbench.control.CardGrid;

/** Lays out two networks side by side: what tells them apart over both, then each chart of the one beside that of the other. */
final class BesideGrid extends CardGrid {
    /** From the outside in: what the network holds, what it does with it, and what it answers. */
    static final List<CircuitChart> CHARTS = List.of(CircuitChart.EMBEDDING_POWER, CircuitChart.NEURONS,
            CircuitChart.CIRCLE, CircuitChart.PAIRS, CircuitChart.PHASES, CircuitChart.RANKS, CircuitChart.ABLATION,
            CircuitChart.ATTENTION, CircuitChart.LOGITS);
    private static final double NARROW = 340;
    private static final double LOW = 232;
    private static final double HIGHER = 272;
    private static final double OVER_SQUARES = 110;
    private static final double LARGEST_SQUARE = 420;

    private final Region differences;
    private final Map<CircuitChart, Region> first;
    private final Map<CircuitChart, Region> second;

    BesideGrid(Region differences, Map<CircuitChart, Region> first, Map<CircuitChart, Region> second) {
        this.differences = differences;
        this.first = first;
        this.second = second;
        getChildren().add(differences);
        for (CircuitChart chart : CHARTS) {
            getChildren().addAll(card(first, chart), card(second, chart));
        }
    }

    private static Region card(Map<CircuitChart, Region> cards, CircuitChart chart) {
        return Objects.requireNonNull(cards.get(chart));
    }

    private static double column(double width) {
        return Math.floor((width - 3 * GAP) / 2);
    }

    /** Narrow cards break their headings into more lines. */
    private static double height(CircuitChart chart, double column) {
        return chart == CircuitChart.CIRCLE || chart == CircuitChart.PAIRS || chart == CircuitChart.PHASES
                ? Math.min(column, LARGEST_SQUARE) + OVER_SQUARES
                : column < NARROW ? HIGHER : LOW;
    }

    private double top(double width) {
        return Math.ceil(differences.prefHeight(width - 2 * GAP));
    }

    @Override
    protected double computeMinHeight(double width) {
        double column = column(width);
        return top(width) + CHARTS.stream().mapToDouble(chart -> height(chart, column) + GAP).sum() + 2 * GAP;
    }

    @Override
    protected void layoutChildren() {
        double column = column(getWidth());
        double y = place(differences, GAP, GAP, getWidth() - 2 * GAP, top(getWidth()));
        for (CircuitChart chart : CHARTS) {
            double height = height(chart, column);
            place(card(first, chart), GAP, y, column, height);
            y = place(card(second, chart), 2 * GAP + column, y, column, height);
        }
    }
}
