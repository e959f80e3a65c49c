package org.grokscope.workbench.compare;

import javafx.scene.layout.Region;
import org.grokscope.workbench.control.CardGrid;

/**
 * Lays out the cards: the statistics beside the chart where there is room, else under it; under both lead against threshold,
 * and the table.
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

    CompareGrid(Region chart, Region leads, Region thresholds, Region table) {
        getChildren().setAll(chart, leads, thresholds, table);
        this.thresholds = thresholds;
        this.chart = chart;
        this.leads = leads;
        this.table = table;
    }

    @Override
    protected double computeMinHeight(double width) {
        double inner = width - 2 * GAP;
        double leadsHeight = leads.prefHeight(inner);
        double upper = width >= BESIDE ? Math.max(CHART_HEIGHT, leadsHeight) : CHART_HEIGHT + GAP + leadsHeight;
        return upper + THRESHOLDS_HEIGHT + table.prefHeight(inner) + 4 * GAP;
    }

    @Override
    protected void layoutChildren() {
        double inner = getWidth() - 2 * GAP;
        double tableHeight = Math.ceil(table.prefHeight(inner));
        double spare = Math.max(0, getHeight() - computeMinHeight(getWidth()));
        double leadsHeight = Math.ceil(leads.prefHeight(inner));
        double below;
        if (getWidth() >= BESIDE) {
            double height = Math.floor(Math.max(leadsHeight, Math.min(CHART_HEIGHT + spare, TALLEST_CHART)));
            double right = Math.ceil(leads.prefWidth(-1));
            place(chart, GAP, GAP, inner - right - GAP, height);
            place(leads, GAP + inner - right, GAP, right, height);
            below = GAP + height + GAP;
        } else {
            double height = Math.floor(Math.min(CHART_HEIGHT + spare, TALLEST_CHART));
            place(chart, GAP, GAP, inner, height);
            place(leads, GAP, 2 * GAP + height, inner, leadsHeight);
            below = 3 * GAP + height + leadsHeight;
        }
        place(thresholds, GAP, below, inner, THRESHOLDS_HEIGHT);
        below += THRESHOLDS_HEIGHT + GAP;
        place(table, GAP, below, inner, Math.max(tableHeight, getHeight() - below - GAP));
    }
}
