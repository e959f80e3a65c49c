package org.grokscope.figure;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.PlotState;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYDataset;
import org.jspecify.annotations.Nullable;

/** A chart on a card: under its heading axes, and over these what a subclass draws. */
abstract class CardPlot extends XYPlot {
    private static final double MARGIN = 14;
    private static final double TOP = 12;
    private static final double UNDER_HEADING = 10;
    /** On a page: the room for the title of the vertical axis, and how far it runs from the edge. */
    private static final double AXIS_TITLE = 14;
    private static final double AXIS_TITLE_EDGE = 9;

    /** Between a label and the plot area, and between the last label and the edge of the page. */
    private static final double LABEL_AIR = 14;
    private static final double EDGE_AIR = 5;
    /** A plot area is some hundreds of units wide. */
    private static final double HUNDREDS = 300;

    private final FigureStyle style;
    private final LabelledAxis x;
    private final LabelledAxis y;
    private String verticalTitle = "";

    CardPlot(FigureStyle style, LabelledAxis x, LabelledAxis y) {
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

    /**
     * Returns what stands above the chart.
     *
     * @param cramped whether the plot area had no room for what else is to be said
     */
    abstract Heading heading(boolean cramped);

    /** Returns the room that axes and their labels take around the plot area. */
    abstract RectangleInsets room(Graphics2D g2);

    /** Fits the axes to a plot area; returns whether what is to be written into it has room there. */
    abstract boolean fit(Graphics2D g2, Rectangle2D data);

    /** Draws over grid and axes. */
    abstract void drawContents(Graphics2D g2, Rectangle2D data);

    /** Returns the mark at a place of the plot area, if there is one. */
    Optional<ChartMark> markAt(Rectangle2D data, double atX, double atY) {
        return Optional.empty();
    }

    /** Returns the mark that stands for something, if there is one. */
    Optional<ChartMark> markOf(Rectangle2D data, MarkTarget target) {
        return Optional.empty();
    }

    /** Titles the vertical axis; in a window the heading says the same. */
    void verticalTitle(String title) {
        verticalTitle = title;
    }

    FigureStyle style() {
        return style;
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
        Heading heading = heading(false).in(style);
        // The room for labels depends on the axes, which depend a little on the room.
        fit(g2, dataArea(g2, area, heading));
        if (!fit(g2, dataArea(g2, area, heading))) {
            heading = heading(true).in(style);
            fit(g2, dataArea(g2, area, heading));
        }
        setInsets(new RectangleInsets(top(g2, area, heading), 0, 0, 0), false);
        PlotRenderingInfo drawn = info == null ? new PlotRenderingInfo(null) : info;
        // It trims the rectangle that it is given.
        super.draw(g2, (Rectangle2D) area.clone(), anchor, parentState, drawn);
        heading.draw(g2, style, area.getX() + MARGIN, area.getY() + TOP, width);
        double edge = area.getX() + AXIS_TITLE_EDGE;
        Rectangle2D data = drawn.getDataArea();
        if (data != null && !data.isEmpty()) {
            drawContents(g2, data);
            if (titled()) {
                g2.setFont(style.labelFont());
                g2.setPaint(style.muted());
                new AlignedText(verticalTitle, TextSide.CENTRE, edge, data.getCenterY()).drawUpwards(g2);
            }
        }
    }

    private boolean titled() {
        return style.page() && !verticalTitle.isEmpty();
    }

    private RectangleInsets roomWithTitle(Graphics2D g2) {
        RectangleInsets room = room(g2);
        double left = room.getLeft();
        double right = room.getRight();
        if (style.page()) {
            left = Math.max(left, y.widestLabel(g2) + LABEL_AIR);
            right = Math.max(right, x.overhang(g2, HUNDREDS) + EDGE_AIR);
        }
        return new RectangleInsets(room.getTop(), left + (titled() ? AXIS_TITLE : 0), room.getBottom(), right);
    }

    private double top(Graphics2D g2, Rectangle2D area, Heading heading) {
        return TOP + heading.height(g2, style, area.getWidth() - 2 * MARGIN) + UNDER_HEADING;
    }

    private Rectangle2D dataArea(Graphics2D g2, Rectangle2D area, Heading heading) {
        double top = top(g2, area, heading);
        RectangleInsets room = roomWithTitle(g2);
        return new Rectangle2D.Double(area.getX() + room.getLeft(), area.getY() + top,
                Math.max(1, area.getWidth() - room.getLeft() - room.getRight()),
                Math.max(1, area.getHeight() - top - room.getBottom()));
    }

    /** Keeps the ends of the plot where they are, whatever the labels. */
    @Override
    protected AxisSpace calculateAxisSpace(Graphics2D g2, Rectangle2D plotArea) {
        RectangleInsets room = roomWithTitle(g2);
        AxisSpace space = new AxisSpace();
        space.setLeft(room.getLeft());
        space.setRight(room.getRight());
        space.setBottom(room.getBottom());
        return space;
    }

    double xOf(double value, Rectangle2D data) {
        return x.valueToJava2D(value, data, RectangleEdge.BOTTOM);
    }

    double yOf(double value, Rectangle2D data) {
        return y.valueToJava2D(value, data, RectangleEdge.LEFT);
    }
}
