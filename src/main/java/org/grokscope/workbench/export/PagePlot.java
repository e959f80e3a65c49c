package org.grokscope.workbench.export;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import org.grokscope.figure.export.Page;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.PlotState;
import org.jspecify.annotations.Nullable;

/** A page with a rim around it, as large as there is room. */
final class PagePlot extends Plot {
    private static final double MARGIN = 12;
    private static final Color RIM = new Color(0xCBD5E1);

    private Optional<Page> page = Optional.empty();

    /** Returns a chart that is this page and nothing else. */
    JFreeChart chart() {
        JFreeChart chart = new JFreeChart(null, JFreeChart.DEFAULT_TITLE_FONT, this, false);
        chart.setBackgroundPaint(null);
        return chart;
    }

    /** Shows another page; the chart hears of it. */
    void show(Optional<Page> another) {
        page = another;
        fireChangeEvent();
    }

    @Override
    public String getPlotType() {
        return "Page";
    }

    @Override
    public void draw(Graphics2D g2, Rectangle2D area, @Nullable Point2D anchor, @Nullable PlotState parentState,
            @Nullable PlotRenderingInfo info) {
        AffineTransform upright = g2.getTransform();
        page.ifPresent(shown -> draw(g2, area, shown));
        g2.setTransform(upright);
    }

    private static void draw(Graphics2D g2, Rectangle2D area, Page page) {
        double perMillimetre = Math.min((area.getWidth() - 2 * MARGIN) / page.widthMillimetres(),
                (area.getHeight() - 2 * MARGIN) / page.heightMillimetres());
        double width = page.widthMillimetres() * perMillimetre;
        double height = page.heightMillimetres() * perMillimetre;
        g2.translate((area.getWidth() - width) / 2, (area.getHeight() - height) / 2);
        g2.setPaint(RIM);
        g2.fill(new Rectangle2D.Double(-1, -1, width + 2, height + 2));
        page.draw(g2, perMillimetre);
    }
}
