package org.grokscope.figure;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.XYDataset;
import org.jspecify.annotations.Nullable;

/** Draws curves reduced to the pixels they cover; a point without neighbours is a dot. */
final class CurveRenderer extends AbstractXYItemRenderer {
    static final double FORK_RADIUS = 2.8;

    /**
     * How one curve looks.
     *
     * @param leaves whether it leaves another curve at its first point, which then is marked
     */
    record Pen(SeriesStyle style, float width, boolean leaves) {
        Pen(SeriesStyle style, float width) {
            this(style, width, false);
        }
    }

    private final List<Pen> pens;
    private final FigureStyle figure;

    /**
     * @param pens one for each curve of the dataset
     * @param figure on whose page lines stay lines, however dense they are; on a screen pixels are all there is
     */
    CurveRenderer(List<Pen> pens, FigureStyle figure) {
        this.pens = List.copyOf(pens);
        this.figure = figure;
    }

    /** Draws the whole visible curve when it is asked for the first of its points. */
    @Override
    public void drawItem(Graphics2D g2, XYItemRendererState state, Rectangle2D dataArea,
            @Nullable PlotRenderingInfo info, XYPlot plot, ValueAxis domainAxis, ValueAxis rangeAxis,
            XYDataset dataset, int series, int item, @Nullable CrosshairState crosshairState, int pass) {
        if (item != state.getFirstItemIndex()) {
            return;
        }
        PixelColumns columns = reduce(g2, state, dataArea, domainAxis, rangeAxis, dataset, series);
        Pen pen = pens.get(series);
        g2.setPaint(pen.style().colour());
        g2.setStroke(pen.style().stroke(pen.width()));
        (figure.page() ? columns.lines() : columns.sparseLines()).forEach(g2::draw);
        pen.style().mark().drawAlong(g2, columns::lines, series, pen.style().colour(), figure.background());
        g2.setPaint(pen.style().colour());
        if (!figure.page()) {
            SpanBrush brush = new SpanBrush(g2, pen.style(), pen.width(), figure.background());
            columns.spans().forEach(brush::paint);
            g2.setPaint(pen.style().colour());
        }
        if (pen.leaves()) {
            drawFork(g2, domainAxis.valueToJava2D(dataset.getXValue(series, 0), dataArea, RectangleEdge.BOTTOM),
                    rangeAxis.valueToJava2D(dataset.getYValue(series, 0), dataArea, RectangleEdge.LEFT), dataArea);
        }
        double radius = Math.max(2.5, 1.6 * pen.width());
        if (columns.dots().isEmpty()) {
            return;
        }
        // A dot on the edge of what is shown, as the first of every run is, is shown whole.
        Shape clip = g2.getClip();
        Rectangle2D shown = clip.getBounds2D();
        g2.setClip(new Rectangle2D.Double(shown.getX() - radius, shown.getY() - radius,
                shown.getWidth() + 2 * radius, shown.getHeight() + 2 * radius));
        for (Point2D dot : columns.dots()) {
            g2.fill(new Ellipse2D.Double(dot.getX() - radius, dot.getY() - radius, 2 * radius, 2 * radius));
        }
        g2.setClip(clip);
    }

    /** Draws a small ring, in the pen's colour. */
    private static void drawFork(Graphics2D g2, double x, double y, Rectangle2D dataArea) {
        if (Double.isFinite(y) && dataArea.intersectsLine(x, y, x, y)) {
            g2.setStroke(new BasicStroke(1.2f));
            g2.draw(new Ellipse2D.Double(x - FORK_RADIUS, y - FORK_RADIUS, 2 * FORK_RADIUS, 2 * FORK_RADIUS));
        }
    }

    /** Returns the visible points of a curve in the coordinates of the drawing. */
    static PixelColumns reduce(Graphics2D g2, XYItemRendererState state, Rectangle2D dataArea, ValueAxis domainAxis,
            ValueAxis rangeAxis, XYDataset dataset, int series) {
        double devicePixel = 1 / Math.max(1, Math.abs(g2.getTransform().getScaleX()));
        PixelColumns columns = new PixelColumns(devicePixel);
        DoubleUnaryOperator x = onto(domainAxis, dataArea, RectangleEdge.BOTTOM);
        DoubleUnaryOperator y = onto(rangeAxis, dataArea, RectangleEdge.LEFT);
        for (int i = state.getFirstItemIndex(); i <= state.getLastItemIndex(); i++) {
            columns.add(x.applyAsDouble(dataset.getXValue(series, i)), y.applyAsDouble(dataset.getYValue(series, i)));
        }
        columns.end();
        return columns;
    }

    /** Returns how an axis places its values; of a linear one once for all of them. */
    private static DoubleUnaryOperator onto(ValueAxis axis, Rectangle2D dataArea, RectangleEdge edge) {
        boolean linear = axis instanceof RoomyAxis
                || axis instanceof StepAxis step && !step.scale().logarithmic();
        if (!linear) {
            return value -> axis.valueToJava2D(value, dataArea, edge);
        }
        double lower = axis.getLowerBound();
        double start = axis.valueToJava2D(lower, dataArea, edge);
        double slope = (axis.valueToJava2D(axis.getUpperBound(), dataArea, edge) - start)
                / (axis.getUpperBound() - lower);
        return value -> start + slope * (value - lower);
    }
}
