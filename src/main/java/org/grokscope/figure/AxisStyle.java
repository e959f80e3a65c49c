package org.grokscope.figure;

import java.awt.Graphics2D;
import java.util.function.Supplier;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;
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

    /** Draws an axis, whose labels are centred under it or end beside it. */
    static AxisState drawn(Graphics2D g2, RectangleEdge edge, Supplier<AxisState> axis) {
        return (RectangleEdge.isLeftOrRight(edge) ? TextSide.RIGHT : TextSide.CENTRE).during(g2, axis);
    }
}
