package org.grokscope.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.grokscope.analysis.RaceEntry;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;

/** A race of precursors at a glance: lead against false alarms. It draws alike on any {@link Graphics2D}. */
public final class RaceFigure {
    private final RacePlot plot;
    private final JFreeChart chart;

    /** Makes a figure of what raced. */
    public RaceFigure(List<RaceEntry> entries, FigureStyle style) {
        this.plot = new RacePlot(style);
        this.chart = CleanChart.of(plot, style);
        plot.show(entries);
    }

    /** Draws the figure; returns where the plot area is. */
    public Rectangle2D draw(Graphics2D g2, Rectangle2D area) {
        ChartRenderingInfo info = new ChartRenderingInfo(null);
        chart.draw(g2, area, null, info);
        return info.getPlotInfo().getDataArea();
    }
}
