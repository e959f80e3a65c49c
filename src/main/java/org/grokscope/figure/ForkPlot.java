package org.grokscope.figure;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.PlotState;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYDataset;
import org.jspecify.annotations.Nullable;
import org.grokscope.task.PlainNumber;

/** A chart of branches under its heading. */
abstract class ForkPlot extends XYPlot {
    private static final double LEFT = 52;
    private static final double RIGHT = 18;
    private static final double BOTTOM = 42;
    private static final double MARGIN = 14;
    private static final double TOP = 12;
    private static final double UNDER_HEADING = 10;

    private final FigureStyle style;
    private final LabelledAxis x;
    private final LabelledAxis y;
    private ForkPool pool = ForkPool.EMPTY;

    ForkPlot(FigureStyle style, LabelledAxis x, LabelledAxis y) {
        // The empty dataset and its renderer only make the plot draw its grid.
        super(new DefaultXYDataset(), x, y, new XYLineAndShapeRenderer());
        this.style = style;
        this.x = x;
        this.y = y;
        setBackgroundPaint(null);
        setOutlineVisible(false);
        setDomainGridlinesVisible(false);
        setRangeGridlinePaint(style.grid());
        setRangeGridlineStroke(new BasicStroke(1f));
        setAxisOffset(RectangleInsets.ZERO_INSETS);
        setNotify(false);
    }

    /** Replaces what is drawn. */
    void show(ForkPool branches) {
        pool = branches;
    }

    /**
     * Returns what stands above the chart.
     *
     * @param cramped whether the plot area had no room for what else is to be said
     */
    abstract Heading heading(boolean cramped);

    /** Fits the axes to a plot area; returns whether what is to be written into it has room there. */
    abstract boolean fit(Graphics2D g2, Rectangle2D data);

    /** Draws over grid and axes. */
    abstract void drawBranches(Graphics2D g2, Rectangle2D data);

    FigureStyle style() {
        return style;
    }

    ForkPool pool() {
        return pool;
    }

    LabelledAxis x() {
        return x;
    }

    LabelledAxis y() {
        return y;
    }

    @Override
    public void draw(Graphics2D g2, Rectangle2D area, @Nullable Point2D anchor, @Nullable PlotState parentState,
            @Nullable PlotRenderingInfo info) {
        double width = area.getWidth() - 2 * MARGIN;
        Heading heading = heading(false);
        if (!fit(g2, dataArea(g2, area, heading))) {
            heading = heading(true);
            fit(g2, dataArea(g2, area, heading));
        }
        setInsets(new RectangleInsets(top(g2, area, heading), 0, 0, 0), false);
        PlotRenderingInfo drawn = info == null ? new PlotRenderingInfo(null) : info;
        // It trims the rectangle that it is given.
        super.draw(g2, (Rectangle2D) area.clone(), anchor, parentState, drawn);
        heading.draw(g2, style, area.getX() + MARGIN, area.getY() + TOP, width);
        Rectangle2D data = drawn.getDataArea();
        if (data != null && !data.isEmpty()) {
            drawBranches(g2, data);
        }
    }

    private double top(Graphics2D g2, Rectangle2D area, Heading heading) {
        return TOP + heading.height(g2, style, area.getWidth() - 2 * MARGIN) + UNDER_HEADING;
    }

    private Rectangle2D dataArea(Graphics2D g2, Rectangle2D area, Heading heading) {
        double top = top(g2, area, heading);
        return new Rectangle2D.Double(area.getX() + LEFT, area.getY() + top,
                Math.max(1, area.getWidth() - LEFT - RIGHT), Math.max(1, area.getHeight() - top - BOTTOM));
    }

    /** Keeps the ends of the plot where they are, whatever the labels. */
    @Override
    protected AxisSpace calculateAxisSpace(Graphics2D g2, Rectangle2D plotArea) {
        AxisSpace space = new AxisSpace();
        space.setLeft(LEFT);
        space.setRight(RIGHT);
        space.setBottom(BOTTOM);
        return space;
    }

    double xOf(double value, Rectangle2D data) {
        return x.valueToJava2D(value, data, RectangleEdge.BOTTOM);
    }

    double yOf(double value, Rectangle2D data) {
        return y.valueToJava2D(value, data, RectangleEdge.LEFT);
    }

    /** Draws a function of x as a dashed line inside an area. */
    void drawCurve(Graphics2D g2, Rectangle2D data, Rectangle2D inside, DoubleUnaryOperator function) {
        Path2D curve = curve(data, function);
        Shape clip = g2.getClip();
        g2.clip(inside);
        g2.setPaint(style.muted());
        g2.setStroke(new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f, new float[]{5f, 4f}, 0f));
        g2.draw(curve);
        g2.setClip(clip);
    }

    /** Returns a function of x, in steps of a pixel. */
    Path2D curve(Rectangle2D data, DoubleUnaryOperator function) {
        Path2D curve = new Path2D.Double();
        for (double at = data.getMinX(); at <= data.getMaxX(); at++) {
            double value = function.applyAsDouble(x.java2DToValue(at, data, RectangleEdge.BOTTOM));
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
