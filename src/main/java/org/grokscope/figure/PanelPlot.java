package org.grokscope.figure;

import java.awt.BasicStroke;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.grokscope.measure.Alarm;
import org.grokscope.measure.Panel;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYDataset;
import org.jspecify.annotations.Nullable;

/** One chart of the stack: a plot with its title above its left end and its key above its right end. */
abstract class PanelPlot extends XYPlot {
    /** Distance from the plot area up to the middle of the title line. */
    private static final double TITLE_RISE = 12;
    private static final double KEY_GAP = 14;
    /** On a page: how far left of the plot area the title of the vertical axis runs, and the key's distance to it. */
    private static final double AXIS_TITLE = 50;
    private static final double UNDER_KEY = 5;

    private final Panel panel;
    private final FigureStyle style;
    private List<KeyEntry> key = List.of();
    private String hint = "";
    private OptionalInt revealed = OptionalInt.empty();

    PanelPlot(Panel panel, FigureStyle style, ValueAxis axis) {
        // The empty dataset and its renderer only make the plot draw its grid when there is nothing else.
        super(new DefaultXYDataset(), null, axis, new XYLineAndShapeRenderer());
        this.panel = panel;
        this.style = style;
        setWeight(panel.weight());
        setBackgroundPaint(null);
        setOutlineVisible(false);
        setDomainGridlinesVisible(false);
        setRangeGridlinePaint(style.grid());
        setRangeGridlineStroke(new BasicStroke(1f));
        setAxisOffset(RectangleInsets.ZERO_INSETS);
        setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
        setNotify(false);
    }

    /** Replaces what is drawn. */
    abstract void show(List<TimelineRun> runs);

    /** Returns the title above the chart, where there is room for it. */
    String title() {
        return panel.title();
    }

    /** Returns the title along the vertical axis. */
    String axisTitle() {
        return panel.axisTitle();
    }

    /** Returns what is drawn as numbers, and of a heat map the axis alone. */
    CurveAxis plotted() {
        return new CurveAxis(axisTitle(), false, getRangeAxis().getLowerBound(), getRangeAxis().getUpperBound(),
                List.of(), List.of(), true);
    }

    /** Marks the levels of alarms that stand for no milestone, from the next time that runs are shown. */
    void alarms(List<Alarm> further) {
        // Only curves have levels.
    }

    /** Returns the alarm whose level is at a height, if one is. */
    Optional<MovableAlarm> levelAt(double y, Rectangle2D area) {
        return Optional.empty();
    }

    /** Lets the curves of one run stand out, from the next time that runs are shown; empty lets none. */
    void highlight(Optional<String> id) {
        // Only curves can.
    }

    /** Returns the curve that is nearest to a place, if one is near. */
    Optional<NearCurve> near(double x, double y, Rectangle2D area) {
        return Optional.empty();
    }

    /** Returns where the curves stand at a step. */
    List<CurveDot> dotsAt(int step, Rectangle2D area) {
        return List.of();
    }

    /** Returns whether the ground is dark in every style. */
    boolean darkGround() {
        return false;
    }

    Panel panel() {
        return panel;
    }

    FigureStyle style() {
        return style;
    }

    /** Sets the samples at the right of the title line. */
    void key(List<KeyEntry> entries) {
        key = List.copyOf(entries);
    }

    /** Sets what is said in the middle of the panel; empty says nothing. */
    void hint(String text) {
        hint = text;
    }

    /** Draws what belongs to later steps no more; empty draws all. */
    void revealUpTo(OptionalInt step) {
        revealed = step;
    }

    @Override
    public boolean render(Graphics2D g2, Rectangle2D dataArea, int index, @Nullable PlotRenderingInfo info,
            @Nullable CrosshairState crosshairState) {
        Shape clip = g2.getClip();
        g2.clip(revealed(dataArea));
        boolean drawn = super.render(g2, dataArea, index, info, crosshairState);
        g2.setClip(clip);
        return drawn;
    }

    @Override
    public void drawAnnotations(Graphics2D g2, Rectangle2D dataArea, @Nullable PlotRenderingInfo info) {
        Shape clip = g2.getClip();
        g2.clip(revealed(dataArea));
        super.drawAnnotations(g2, dataArea, info);
        g2.setClip(clip);
    }

    private Rectangle2D revealed(Rectangle2D data) {
        if (revealed.isEmpty()) {
            return data;
        }
        double end = getDomainAxis().valueToJava2D(revealed.getAsInt(), data, RectangleEdge.BOTTOM);
        return new Rectangle2D.Double(data.getX(), data.getY(), Math.clamp(end - data.getX(), 0, data.getWidth()),
                data.getHeight());
    }

    /** Returns the height above the plot area that title and key take on a page of this width. */
    double headRoom(Graphics2D g2, double width) {
        double height = pageKey().height(g2, style, width);
        return height == 0 ? 0 : height + UNDER_KEY;
    }

    /** Draws title, key and hint; called when everything else is drawn, for words lie above lines. */
    void drawWords(Graphics2D g2, Rectangle2D data) {
        drawHint(g2, data);
        if (style.page()) {
            pageKey().draw(g2, style, data.getX(), data.getY() - headRoom(g2, data.getWidth()), data.getWidth());
            drawAxisTitle(g2, data);
        } else {
            drawTitleLine(g2, data);
        }
    }

    private Heading pageKey() {
        return new Heading("", List.of(), key);
    }

    private void drawAxisTitle(Graphics2D g2, Rectangle2D data) {
        g2.setFont(style.labelFont());
        g2.setPaint(style.muted());
        new AlignedText(axisTitle(), TextSide.CENTRE, data.getX() - AXIS_TITLE, data.getCenterY())
                .drawUpwards(g2);
    }

    private void drawHint(Graphics2D g2, Rectangle2D data) {
        if (hint.isEmpty()) {
            return;
        }
        g2.setFont(style.mediumFont());
        FontMetrics metrics = g2.getFontMetrics();
        double width = metrics.stringWidth(hint);
        double baseline = data.getCenterY() + middleToBaseline(metrics);
        clear(g2, data.getCenterX() - width / 2, data.getCenterY(), width);
        g2.setPaint(style.muted());
        g2.drawString(hint, (float) (data.getCenterX() - width / 2), (float) baseline);
    }

    private void drawTitleLine(Graphics2D g2, Rectangle2D data) {
        double middle = data.getY() - TITLE_RISE;
        g2.setFont(style.labelFont());
        double keyWidth = 0;
        for (KeyEntry entry : key) {
            keyWidth += entry.width(g2) + KEY_GAP;
        }
        FontMetrics titleMetrics = g2.getFontMetrics(style.titleFont());
        double room = data.getWidth() - keyWidth;
        String title = titleMetrics.stringWidth(title()) <= room ? title() : panel.shortTitle();
        g2.setFont(style.titleFont());
        clear(g2, data.getX(), middle, titleMetrics.stringWidth(title));
        g2.setPaint(style.text());
        g2.drawString(title, (float) data.getX(), (float) (middle + middleToBaseline(titleMetrics)));
        drawKey(g2, data, middle, data.getX() + titleMetrics.stringWidth(title) + KEY_GAP);
    }

    /** Draws the key flush right; entries that would touch the title are left out, the last ones first. */
    private void drawKey(Graphics2D g2, Rectangle2D data, double middle, double leftmost) {
        g2.setFont(style.labelFont());
        double baseline = middle + middleToBaseline(g2.getFontMetrics());
        double width = 0;
        int shown = 0;
        for (KeyEntry entry : key) {
            double next = width + entry.width(g2) + (shown == 0 ? 0 : KEY_GAP);
            if (data.getMaxX() - next < leftmost) {
                break;
            }
            width = next;
            shown++;
        }
        double x = data.getMaxX() - width;
        for (KeyEntry entry : key.subList(0, shown)) {
            clear(g2, x, middle, entry.width(g2));
            entry.draw(g2, x, middle, baseline, style.muted());
            x += entry.width(g2) + KEY_GAP;
        }
    }

    /** Paints the background where words come, so that no line runs through them. */
    private void clear(Graphics2D g2, double x, double middle, double width) {
        double height = g2.getFontMetrics().getHeight();
        g2.setPaint(style.background());
        g2.fill(new Rectangle2D.Double(x - 4, middle - height / 2, width + 8, height));
    }

    private static double middleToBaseline(FontMetrics metrics) {
        return (metrics.getAscent() - metrics.getDescent()) / 2.0;
    }
}
