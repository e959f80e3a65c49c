package org.grokscope.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.grokscope.text.Superscript;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import org.jspecify.annotations.Nullable;

/** A vertical logarithmic axis with a label at every decade, or every few where decades are short. */
final class DecadeAxis extends LogAxis {
    private static final double SPACING = 1.9;

    DecadeAxis(FigureStyle style) {
        setAutoRange(false);
        AxisStyle.quiet(this, style);
    }

    @Override
    public AxisState draw(Graphics2D g2, double cursor, Rectangle2D plotArea, Rectangle2D dataArea,
            RectangleEdge edge, @Nullable PlotRenderingInfo plotState) {
        return AxisStyle.drawn(g2, edge, () -> super.draw(g2, cursor, plotArea, dataArea, edge, plotState));
    }

    @Override
    protected List<ValueTick> refreshTicksVertical(Graphics2D g2, Rectangle2D dataArea, RectangleEdge edge) {
        int low = (int) Math.ceil(Math.log10(getLowerBound()) - 1e-9);
        int high = (int) Math.floor(Math.log10(getUpperBound()) + 1e-9);
        double decades = Math.log10(getUpperBound() / getLowerBound());
        double spacing = SPACING * getTickLabelFont().getSize2D();
        int every = Math.max(1, (int) Math.ceil(spacing * decades / Math.max(1, dataArea.getHeight())));
        List<ValueTick> ticks = new ArrayList<>();
        for (int exponent = low; exponent <= high; exponent++) {
            if (Math.floorMod(exponent, every) == 0) {
                ticks.add(new NumberTick(Math.pow(10, exponent), label(exponent), TextAnchor.CENTER_RIGHT,
                        TextAnchor.CENTER_RIGHT, 0));
            }
        }
        return ticks;
    }

    /** Writes a power of ten. */
    static String label(int exponent) {
        return switch (exponent) {
            case -2 -> "0.01";
            case -1 -> "0.1";
            case 0 -> "1";
            case 1 -> "10";
            case 2 -> "100";
            default -> "10" + Superscript.of(exponent);
        };
    }
}
