package org.grokscope.workbench.forks;

import javafx.scene.layout.Region;
import org.grokscope.workbench.control.CardGrid;

/**
 * Lays out the four cards: two by two where there is room, else one under the other. It is as high as they need, and
 * higher where it is given more.
 */
final class ForksGrid extends CardGrid {
    private static final double TWO_COLUMNS = 800;
    private static final double LEFT_SHARE = 0.6;
    private static final double UPPER_SHARE = 0.56;
    private static final double CHART_HEIGHT = 320;
    private static final double LOG_LOG_HEIGHT = 260;

    private final Region delay;
    private final Region norm;
    private final Region table;
    private final Region logLog;

    ForksGrid(Region delay, Region norm, Region table, Region logLog) {
        getChildren().setAll(delay, table, norm, logLog);
        this.delay = delay;
        this.norm = norm;
        this.table = table;
        this.logLog = logLog;
    }

    @Override
    protected double computeMinHeight(double width) {
        double tableHeight = table.prefHeight(tableWidth(width));
        return width >= TWO_COLUMNS
                ? CHART_HEIGHT + Math.max(tableHeight, LOG_LOG_HEIGHT) + 3 * GAP
                : 2 * CHART_HEIGHT + tableHeight + LOG_LOG_HEIGHT + 5 * GAP;
    }

    private static double tableWidth(double width) {
        return Math.floor(width >= TWO_COLUMNS ? LEFT_SHARE * (width - 3 * GAP) : width - 2 * GAP);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double left = tableWidth(width);
        double tableHeight = Math.ceil(table.prefHeight(left));
        double spare = Math.max(0, getHeight() - computeMinHeight(width));
        if (width < TWO_COLUMNS) {
            double chart = CHART_HEIGHT + Math.floor(spare / 3);
            double y = GAP;
            y = place(delay, GAP, y, left, chart);
            y = place(table, GAP, y, left, tableHeight);
            y = place(norm, GAP, y, left, chart);
            place(logLog, GAP, y, left, LOG_LOG_HEIGHT + Math.floor(spare / 3));
            return;
        }
        double lower = Math.max(tableHeight, LOG_LOG_HEIGHT);
        double upper = Math.floor(Math.max(CHART_HEIGHT,
                Math.min(CHART_HEIGHT + spare, UPPER_SHARE * (getHeight() - 3 * GAP))));
        lower = Math.max(lower, getHeight() - 3 * GAP - upper);
        double right = width - 3 * GAP - left;
        place(delay, GAP, GAP, left, upper);
        place(norm, 2 * GAP + left, GAP, right, upper);
        place(table, GAP, 2 * GAP + upper, left, lower);
        place(logLog, 2 * GAP + left, 2 * GAP + upper, right, lower);
    }

}
