package org.grokscope.figure;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.grokscope.analysis.ForkPool;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** A chart of branches under its heading. */
abstract class ForkPlot extends CardPlot {
    private static final RectangleInsets ROOM = new RectangleInsets(0, 52, 42, 18);

    private ForkPool pool = ForkPool.EMPTY;

    ForkPlot(FigureStyle style, LabelledAxis x, LabelledAxis y) {
        super(style, x, y);
    }

    /** Replaces what is drawn. */
    void show(ForkPool branches) {
        pool = branches;
    }

    ForkPool pool() {
        return pool;
    }

    /** Says how many branches belong to no cell of the law, if some do. */
    Optional<String> leftOut() {
        int count = pool.leftOut();
        return count == 0
                ? Optional.empty()
                : Optional.of(count + (count == 1 ? " branch changes" : " branches change")
                        + " more than \u03bb and draw and " + (count == 1 ? "is" : "are") + " left out");
    }

    @Override
    RectangleInsets room(Graphics2D g2) {
        return ROOM;
    }

    /** Draws a function of x as a dashed line inside an area. */
    void drawCurve(Graphics2D g2, Rectangle2D data, Rectangle2D inside, DoubleUnaryOperator function) {
        Path2D curve = curve(data, function);
        Shape clip = g2.getClip();
        g2.clip(inside);
        g2.setPaint(style().muted());
        g2.setStroke(new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f, new float[]{5f, 4f}, 0f));
        g2.draw(curve);
        g2.setClip(clip);
    }

    /** Returns a function of x, in steps of a pixel. */
    Path2D curve(Rectangle2D data, DoubleUnaryOperator function) {
        Path2D curve = new Path2D.Double();
        for (double at = data.getMinX(); at <= data.getMaxX(); at++) {
            double value = function.applyAsDouble(x().java2DToValue(at, data, RectangleEdge.BOTTOM));
            double height = yOf(value, data);
            if (Double.isFinite(height)) {
                double bounded = Math.clamp(height, data.getMinY() - 1e4, data.getMaxY() + 1e4);
                if (curve.getCurrentPoint() == null) {
                    curve.moveTo(at, bounded);
                } else {
                    curve.lineTo(at, bounded);
                }
            }
        }
        return curve;
    }

    /** Returns a number with two decimals and a proper minus. */
    static String decimals(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.2f", value).replace('-', '\u2212') : "\u2014";
    }
}
