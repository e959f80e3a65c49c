package org.grokscope.figure;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;

/**
 * The curve nearest to a place of the drawing.
 *
 * @param run the id of its run
 * @param distance in units of the drawing
 */
record NearCurve(String run, double distance) {
    /** How near a curve must be, in units of the drawing. */
    private static final double REACH = 7;

    /** Returns the nearest of these curves, if one is in reach; of two as near, the one drawn later. */
    static Optional<NearCurve> of(Curves curves, List<String> runs, ValueAxis domain, ValueAxis range,
            Rectangle2D area, double x, double y) {
        double from = domain.java2DToValue(x - REACH, area, RectangleEdge.BOTTOM);
        double to = domain.java2DToValue(x + REACH, area, RectangleEdge.BOTTOM);
        Optional<NearCurve> nearest = Optional.empty();
        for (int series = 0; series < curves.getSeriesCount(); series++) {
            double distance = Double.POSITIVE_INFINITY;
            int first = Math.max(0, curves.firstFrom(series, from) - 1);
            for (int i = first; i + 1 < curves.getItemCount(series); i++) {
                distance = Math.min(distance, Line2D.ptSegDist(x(curves, series, i, domain, area),
                        y(curves, series, i, range, area), x(curves, series, i + 1, domain, area),
                        y(curves, series, i + 1, range, area), x, y));
                if (curves.getXValue(series, i + 1) > to) {
                    break;
                }
            }
            if (distance <= REACH && distance <= nearest.map(NearCurve::distance).orElse(REACH)) {
                nearest = Optional.of(new NearCurve(runs.get(series), distance));
            }
        }
        return nearest;
    }

    private static double x(Curves curves, int series, int item, ValueAxis axis, Rectangle2D area) {
        return axis.valueToJava2D(curves.getXValue(series, item), area, RectangleEdge.BOTTOM);
    }

    private static double y(Curves curves, int series, int item, ValueAxis axis, Rectangle2D area) {
        return axis.valueToJava2D(curves.getYValue(series, item), area, RectangleEdge.LEFT);
    }
}
