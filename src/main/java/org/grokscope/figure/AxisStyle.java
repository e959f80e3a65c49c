package org.grokscope.figure;

import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleInsets;

/** How axes look: labels in grey, no line, no tick marks. */
final class AxisStyle {
    private AxisStyle() {}

    static void quiet(ValueAxis axis, FigureStyle style) {
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        axis.setTickLabelFont(style.labelFont());
        axis.setTickLabelPaint(style.muted());
        axis.setTickLabelInsets(new RectangleInsets(5, 6, 2, 6));
        axis.setLabelFont(style.labelFont());
        axis.setLabelPaint(style.muted());
    }
}
