package org.grokscope.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.text.NumberFormat;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.TickUnitSource;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import org.jspecify.annotations.Nullable;

/** A vertical axis without a line, with few labels that have air between them. */
final class RoomyAxis extends NumberAxis {
    /** Least distance of two labels, in line heights. */
    private static final double SPACING = 1.9;

    /** Most spaces between labels, however high the panel. */
    private static final int MOST = 6;

    private final boolean startsAtOne;

    /** @param startsAtOne whether what is counted starts at 1: then 1 has a label and 0 has none */
    RoomyAxis(FigureStyle style, TickUnitSource units, NumberFormat format, boolean startsAtOne) {
        this.startsAtOne = startsAtOne;
        setAutoRange(false);
        setStandardTickUnits(units);
        setNumberFormatOverride(format);
        AxisStyle.quiet(this, style);
    }

    @Override
    protected void selectVerticalAutoTickUnit(Graphics2D g2, Rectangle2D dataArea, RectangleEdge edge) {
        double spacing = SPACING * getTickLabelFont().getSize2D();
        double share = Math.max(spacing / Math.max(1, dataArea.getHeight()), 1.0 / MOST);
        setTickUnit((NumberTickUnit) getStandardTickUnits().getCeilingTickUnit(getRange().getLength() * share), false,
                false);
    }

    /** Adding 0 turns a negative zero, which would be labelled -0, into a positive one. */
    @Override
    protected double calculateLowestVisibleTickValue() {
        return super.calculateLowestVisibleTickValue() + 0.0;
    }

    @Override
    public AxisState draw(Graphics2D g2, double cursor, Rectangle2D plotArea, Rectangle2D dataArea,
            RectangleEdge edge, @Nullable PlotRenderingInfo plotState) {
        return AxisStyle.drawn(g2, edge, () -> super.draw(g2, cursor, plotArea, dataArea, edge, plotState));
    }

    @Override
    protected List<ValueTick> refreshTicksVertical(Graphics2D g2, Rectangle2D dataArea, RectangleEdge edge) {
        List<ValueTick> ticks = new java.util.ArrayList<>();
        for (Object tick : super.refreshTicksVertical(g2, dataArea, edge)) {
            ticks.add((ValueTick) tick);
        }
        if (startsAtOne) {
            double room = 1 + 0.55 * getTickUnit().getSize();
            ticks.removeIf(tick -> tick.getValue() < room);
            ticks.addFirst(new NumberTick(1, getNumberFormatOverride().format(1), TextAnchor.CENTER_RIGHT,
                    TextAnchor.CENTER_RIGHT, 0));
        }
        return ticks;
    }
}
