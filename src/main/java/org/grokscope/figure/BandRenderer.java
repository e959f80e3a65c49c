package org.grokscope.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.data.xy.XYDataset;
import org.jspecify.annotations.Nullable;

/** Fills the area between curves and the bottom of the plot. */
final class BandRenderer extends AbstractXYItemRenderer {
    private final Color fill;

    BandRenderer(Color fill) {
        this.fill = fill;
    }

    /** Returns the upper edges: of a dense one a point in each pixel column, which is all there is to see. */
    private static List<Path2D> outlines(PixelColumns columns, Graphics2D g2) {
        double column = 1 / Math.max(1, Math.abs(g2.getTransform().getScaleX()));
        List<Path2D> lines = new ArrayList<>(columns.sparseLines());
        for (PixelColumns.Spans spans : columns.spans()) {
            Path2D line = new Path2D.Double();
            line.moveTo(spans.first() * column, spans.top()[0]);
            for (int i = 1; i < spans.top().length; i++) {
                line.lineTo((spans.first() + i) * column, spans.top()[i]);
            }
            lines.add(line);
        }
        return lines;
    }

    /** Draws the whole visible band when it is asked for the first of its points. */
    @Override
    public void drawItem(Graphics2D g2, XYItemRendererState state, Rectangle2D dataArea,
            @Nullable PlotRenderingInfo info, XYPlot plot, ValueAxis domainAxis, ValueAxis rangeAxis,
            XYDataset dataset, int series, int item, @Nullable CrosshairState crosshairState, int pass) {
        if (item != state.getFirstItemIndex()) {
            return;
        }
        PixelColumns columns = CurveRenderer.reduce(g2, state, dataArea, domainAxis, rangeAxis, dataset, series);
        g2.setPaint(fill);
        for (Path2D line : outlines(columns, g2)) {
            Rectangle2D bounds = line.getBounds2D();
            Path2D band = new Path2D.Double(line);
            band.lineTo(bounds.getMaxX(), dataArea.getMaxY());
            band.lineTo(bounds.getMinX(), dataArea.getMaxY());
            band.closePath();
            g2.fill(band);
        }
        for (Point2D dot : columns.dots()) {
            g2.fill(new Rectangle2D.Double(dot.getX() - 2, dot.getY(), 4, dataArea.getMaxY() - dot.getY()));
        }
    }
}
