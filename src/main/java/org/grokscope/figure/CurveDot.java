package org.grokscope.figure;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;

/**
 * Where a curve stands at a step, in the coordinates of the drawing.
 *
 * @param colour of the curve
 */
public record CurveDot(double x, double y, Color colour) {
    /** Returns the points that the curves have at exactly this step, as far as they are inside the panel. */
    static List<CurveDot> of(Curves curves, List<CurveRenderer.Pen> pens, ValueAxis domain, ValueAxis range,
            Rectangle2D area, int step) {
        double x = domain.valueToJava2D(step, area, RectangleEdge.BOTTOM);
        List<CurveDot> dots = new ArrayList<>();
        for (int series = 0; series < curves.getSeriesCount(); series++) {
            int item = curves.firstFrom(series, step);
            if (item < curves.getItemCount(series) && curves.getXValue(series, item) == step) {
                double y = range.valueToJava2D(curves.getYValue(series, item), area, RectangleEdge.LEFT);
                if (y >= area.getMinY() - 0.5 && y <= area.getMaxY() + 0.5) {
                    dots.add(new CurveDot(x, y, pens.get(series).style().colour()));
                }
            }
        }
        return dots;
    }
}
