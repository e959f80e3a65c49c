package org.grokscope.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;

/** A chart that is one plot. It draws alike on any {@link Graphics2D}. Not safe for use by several threads. */
public abstract sealed class PlotFigure
        permits CircleFigure, CircuitFigure, CompareFigure, ForkFigure, LeadThresholdFigure, MultiplesFigure {
    private final CardPlot plot;
    private final FigureStyle style;
    private final JFreeChart chart;

    PlotFigure(CardPlot plot, FigureStyle style) {
        this.plot = plot;
        this.style = style;
        this.chart = CleanChart.of(plot, style);
    }

    /** Returns the chart, to be shown or exported. */
    public final JFreeChart chart() {
        return chart;
    }

    /** Returns the figure's style. */
    public final FigureStyle style() {
        return style;
    }

    /** Returns what the figure says in words, for those who do not see it. */
    public final String words() {
        Heading heading = plot.heading(true);
        return heading.title() + ". " + String.join(". ", heading.remarks());
    }

    /** Returns the sentences under its title. */
    final List<String> said() {
        return plot.heading(true).said();
    }

    /** Returns the mark at a place of a drawing whose plot is in this area, if there is one. */
    public final Optional<ChartMark> markAt(Rectangle2D plotArea, double x, double y) {
        return plotArea.contains(x, y) ? plot.markAt(plotArea, x, y) : Optional.empty();
    }

    /** Returns the mark that stands for something in a drawing whose plot is in this area, if there is one. */
    public final Optional<ChartMark> markOf(Rectangle2D plotArea, MarkTarget target) {
        return plotArea.isEmpty() ? Optional.empty() : plot.markOf(plotArea, target);
    }

    /** Draws the figure; returns where the plot area is. */
    public final Rectangle2D draw(Graphics2D g2, Rectangle2D area) {
        ChartRenderingInfo info = new ChartRenderingInfo(null);
        chart.draw(g2, area, null, info);
        return info.getPlotInfo().getDataArea();
    }

    /** Tells the chart's listeners that something else is shown. */
    final void changed() {
        chart.fireChartChanged();
    }
}
