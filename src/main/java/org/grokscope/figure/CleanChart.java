package org.grokscope.figure;

import java.awt.RenderingHints;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.Plot;

/** A chart that is its plot and nothing else, drawn with smooth lines and letters. */
final class CleanChart {
    private CleanChart() {}

    static JFreeChart of(Plot plot, FigureStyle style) {
        JFreeChart chart = new JFreeChart(null, style.titleFont(), plot, false);
        chart.setBackgroundPaint(style.background());
        RenderingHints hints = chart.getRenderingHints();
        hints.put(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        hints.put(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        hints.put(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        hints.put(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return chart;
    }
}
