package org.grokscope.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.grokscope.analysis.LeadCurve;
import org.grokscope.measure.Alarm;
import org.grokscope.measure.Measure;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;

/**
 * The lead of an alarm against its threshold. It draws alike on any {@link Graphics2D}. Not safe for use by several threads.
 */
public final class LeadThresholdFigure {
    private final FigureStyle style;
    private final boolean logarithmic;
    private final LeadThresholdPlot plot;
    private final JFreeChart chart;

    /** Makes a figure without runs, on the axis that an alarm's thresholds need. */
    public LeadThresholdFigure(Alarm alarm, FigureStyle style) {
        this.style = style;
        this.logarithmic = logarithmic(alarm);
        this.plot = new LeadThresholdPlot(style, logarithmic);
        this.chart = CleanChart.of(plot, style);
    }

    private static boolean logarithmic(Alarm alarm) {
        return alarm.measure().scale() == Measure.Scale.LOG && alarm.reference() == Alarm.Reference.ABSOLUTE;
    }

    /** Returns the chart, to be shown or exported. */
    public JFreeChart chart() {
        return chart;
    }

    /** Returns whether it can show this alarm in this style. */
    public boolean is(Alarm alarm, FigureStyle other) {
        return logarithmic(alarm) == logarithmic && style == other;
    }

    /** Replaces what is drawn; listeners of the chart hear of it once. */
    public void update(LeadCurve curve) {
        plot.show(curve);
        chart.fireChartChanged();
    }

    /** Returns what the figure says in words, for those who do not see it. */
    public String words() {
        Heading heading = plot.heading(true);
        return heading.title() + ". " + String.join(". ", heading.said());
    }

    /** Draws the figure; returns where the plot area is. */
    public Rectangle2D draw(Graphics2D g2, Rectangle2D area) {
        ChartRenderingInfo info = new ChartRenderingInfo(null);
        chart.draw(g2, area, null, info);
        return info.getPlotInfo().getDataArea();
    }
}
