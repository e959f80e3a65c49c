package org.grokscope.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.grokscope.measure.Measure;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;

/**
 * Runs laid over each other in one chart. It draws alike on any {@link Graphics2D}. Not safe for use by several threads.
 */
public final class CompareFigure {
    private final Measure measure;
    private final FigureStyle style;
    private final ComparePlot plot;
    private final JFreeChart chart;

    /** Makes a figure without runs. */
    public CompareFigure(Measure measure, FigureStyle style) {
        this.measure = measure;
        this.style = style;
        this.plot = new ComparePlot(measure, style);
        this.chart = CleanChart.of(plot, style);
    }

    /** Returns the chart, to be shown or exported. */
    public JFreeChart chart() {
        return chart;
    }

    /** Returns whether it is a figure of this measure in this style. */
    public boolean is(Measure other, FigureStyle otherStyle) {
        return measure == other && style == otherStyle;
    }

    /**
     * Replaces what is drawn; listeners of the chart hear of it once.
     *
     * @throws IllegalArgumentException when it is a comparison of another measure
     */
    public void update(Comparison comparison) {
        if (comparison.measure() != measure) {
            throw new IllegalArgumentException("This figure shows " + measure + " and not " + comparison.measure());
        }
        plot.show(comparison);
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
