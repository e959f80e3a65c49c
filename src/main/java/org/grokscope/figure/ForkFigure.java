package org.grokscope.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.grokscope.analysis.ForkPool;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;

/**
 * A chart of a family of branches. It draws alike on any {@link Graphics2D}. Not safe for use by several threads.
 */
public final class ForkFigure {
    private final FigureStyle style;
    private final ForkPlot plot;
    private final JFreeChart chart;

    /** Makes a figure without branches. */
    public ForkFigure(ForkChart kind, FigureStyle style) {
        this.style = style;
        this.plot = switch (kind) {
            case DELAY -> new DelayPlot(style);
            case NORM -> new NormPlot(style);
            case LOG_LOG -> new LogLogPlot(style);
        };
        this.chart = CleanChart.of(plot, style);
    }

    /** Returns the chart, to be shown or exported. */
    public JFreeChart chart() {
        return chart;
    }

    /** Returns the figure's style. */
    public FigureStyle style() {
        return style;
    }

    /** Replaces what is drawn; listeners of the chart hear of it once. */
    public void update(ForkPool pool) {
        plot.show(pool);
        chart.fireChartChanged();
    }

    /** Returns what the figure says in words, for those who do not see it. */
    public String words() {
        Heading heading = plot.heading(true);
        return heading.title() + ". " + String.join(". ", heading.remarks());
    }

    /** Draws the figure; returns where the plot area is. */
    public Rectangle2D draw(Graphics2D g2, Rectangle2D area) {
        ChartRenderingInfo info = new ChartRenderingInfo(null);
        chart.draw(g2, area, null, info);
        return info.getPlotInfo().getDataArea();
    }
}
