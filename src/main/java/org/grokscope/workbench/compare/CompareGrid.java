package org.grokscope.workbench.compare;

import javafx.scene.layout.Region;
import org.grokscope.figure.MultiplesFigure;
import org.grokscope.workbench.control.CardGrid;

/**
 * Lays out the cards: the curves, the statistics beside them where there is room, lead against threshold, and the table. Small
 * charts take the whole width.
 */
final class CompareGrid extends CardGrid {
    private static final double BESIDE = 720;
    private static final double CHART_HEIGHT = 330;
    private static final double TALLEST_CHART = 460;
    private static final double THRESHOLDS_HEIGHT = 320;

    private final Region chart;
    private final Region leads;
    private final Region thresholds;
    private final Region table;
    private int rows;

    CompareGrid(Region chart, Region leads, Region thresholds, Region table) {
        getChildren().setAll(chart, leads, thresholds, table);
        this.thresholds = thresholds;
        this.chart = chart;
        this.leads = leads;
        this.table = table;
    }

    /** Says of how many rows of small charts the curves are; 0 is one chart, which needs no more height than others. */
    void rows(int many) {
        if (rows != many) {
            rows = many;
            requestLayout();
        }
    }

    private double chartHeight(double inner) {
        return rows == 0 ? CHART_HEIGHT : MultiplesFigure.height(rows, inner);
    }

    @Override
    protected double computeMinHeight(double width) {
        double inner = width - 2 * GAP;
        double leadsHeight = leads.prefHeight(inner);
        double chartHeight = chartHeight(inner);
        double upper = width < BESIDE
                ? chartHeight + GAP + leadsHeight + THRESHOLDS_HEIGHT
                : rows == 0
                        ? Math.max(chartHeight, leadsHeight) + THRESHOLDS_HEIGHT
                        : chartHeight + Math.max(THRESHOLDS_HEIGHT, leadsHeight);
        return upper + table.prefHeight(inner) + 4 * GAP;
    }

    @Override
    protected void layoutChildren() {
        double inner = getWidth() - 2 * GAP;
        double tableHeight = Math.ceil(table.prefHeight(inner));
        double spare = Math.max(0, getHeight() - computeMinHeight(getWidth()));
        double leadsHeight = Math.ceil(leads.prefHeight(inner));
        double height = rows == 0
                ? Math.floor(Math.min(CHART_HEIGHT + spare, TALLEST_CHART))
                : Math.ceil(chartHeight(inner));
        double below;
        if (getWidth() < BESIDE) {
            below = place(chart, GAP, GAP, inner, height);
            below = place(leads, GAP, below, inner, leadsHeight);
            below = place(thresholds, GAP, below, inner, THRESHOLDS_HEIGHT);
        } else {
            double right = Math.ceil(leads.prefWidth(-1));
            double left = inner - right - GAP;
            if (rows == 0) {
                double both = Math.max(leadsHeight, height);
                place(chart, GAP, GAP, left, both);
                below = place(leads, GAP + left + GAP, GAP, right, both);
                below = place(thresholds, GAP, below, inner, THRESHOLDS_HEIGHT);
            } else {
                double both = Math.max(leadsHeight, THRESHOLDS_HEIGHT);
                below = place(chart, GAP, GAP, inner, height);
                place(thresholds, GAP, below, left, both);
                below = place(leads, GAP + left + GAP, below, right, both);
            }
        }
        place(table, GAP, below, inner, Math.max(tableHeight, getHeight() - below - GAP));
    }
}
