package org.grokscope.workbench.compare;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/** Lays out the cards: the statistics beside the chart where there is room, else under it; the table under both. */
final class CompareGrid extends Region {
    private static final double GAP = 12;
    private static final double BESIDE = 720;
    private static final double CHART_HEIGHT = 330;
    private static final double TALLEST_CHART = 460;

    private final Region chart;
    private final Region leads;
    private final Region table;

    CompareGrid(Region chart, Region leads, Region table) {
        this.chart = chart;
        this.leads = leads;
        this.table = table;
        getChildren().setAll(chart, leads, table);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        double inner = width - 2 * GAP;
        double leadsHeight = leads.prefHeight(inner);
        double upper = width >= BESIDE ? Math.max(CHART_HEIGHT, leadsHeight) : CHART_HEIGHT + GAP + leadsHeight;
        return upper + table.prefHeight(inner) + 3 * GAP;
    }

    @Override
    protected double computePrefHeight(double width) {
        return computeMinHeight(width);
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
            chart.resizeRelocate(GAP, GAP, inner - right - GAP, height);
            leads.resizeRelocate(GAP + inner - right, GAP, right, height);
            below = GAP + height + GAP;
        } else {
            double height = Math.floor(Math.min(CHART_HEIGHT + spare, TALLEST_CHART));
            chart.resizeRelocate(GAP, GAP, inner, height);
            leads.resizeRelocate(GAP, 2 * GAP + height, inner, leadsHeight);
            below = 3 * GAP + height + leadsHeight;
        }
        table.resizeRelocate(GAP, below, inner, Math.max(tableHeight, getHeight() - below - GAP));
    }
}
