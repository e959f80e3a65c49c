package org.grokscope.figure;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.grokscope.measure.Evaluation;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.jspecify.annotations.Nullable;

/**
 * Embedding power as an image: a row a frequency, 1 at the bottom, a column a device pixel. An evaluation's block
 * reaches from its step to the next; the last one's is as wide as the block before. Where blocks share a column, the
 * greatest share of each frequency is shown.
 */
final class HeatMap extends AbstractXYAnnotation {
    private final List<Evaluation> evaluations;
    private final int frequencies;
    private final double greatest;
    private final double lastWidth;

    /**
     * @param greatest the share at the light end of the colours
     * @param cadence steps between evaluations, for the block of a single one
     */
    HeatMap(List<Evaluation> evaluations, int frequencies, double greatest, int cadence) {
        this.evaluations = List.copyOf(evaluations);
        this.frequencies = frequencies;
        this.greatest = greatest;
        int count = evaluations.size();
        this.lastWidth = count < 2 ? cadence : blockStart(count - 1) - blockStart(count - 2);
    }

    @Override
    public void draw(Graphics2D g2, XYPlot plot, Rectangle2D dataArea, ValueAxis domainAxis, ValueAxis rangeAxis,
            int rendererIndex, @Nullable PlotRenderingInfo info) {
        int columns = (int) Math.ceil(dataArea.getWidth() * Math.max(1, Math.abs(g2.getTransform().getScaleX())));
        BufferedImage image = new BufferedImage(columns, frequencies, BufferedImage.TYPE_INT_ARGB);
        int block = 0;
        for (int column = 0; column < columns; column++) {
            double from = stepAtColumn(column, columns, dataArea, domainAxis);
            double to = stepAtColumn(column + 1, columns, dataArea, domainAxis);
            while (block < evaluations.size() && blockEnd(block) <= from) {
                block++;
            }
            paintColumn(image, column, block, from, to);
        }
        AffineTransform placed = AffineTransform.getTranslateInstance(dataArea.getX(), dataArea.getY());
        placed.scale(dataArea.getWidth() / columns, dataArea.getHeight() / frequencies);
        g2.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        g2.drawImage(image, placed, null);
    }

    private void paintColumn(BufferedImage image, int column, int firstBlock, double from, double to) {
        for (int k = 1; k <= frequencies; k++) {
            double share = -1;
            for (int block = firstBlock; block < evaluations.size()
                    && (block == firstBlock || blockStart(block) < to); block++) {
                if (blockStart(block) < to && blockEnd(block) > from
                        && evaluations.get(block).embeddingPower().frequencies() >= k) {
                    share = Math.max(share, evaluations.get(block).embeddingPower().share(k));
                }
            }
            if (share >= 0) {
                image.setRGB(column, frequencies - k, HeatColours.rgb(share, greatest));
            }
        }
    }

    private static double stepAtColumn(int column, int columns, Rectangle2D area, ValueAxis axis) {
        return axis.java2DToValue(area.getX() + area.getWidth() * column / columns, area, RectangleEdge.BOTTOM);
    }

    private double blockStart(int block) {
        return evaluations.get(block).step();
    }

    private double blockEnd(int block) {
        return block + 1 < evaluations.size() ? blockStart(block + 1) : blockStart(block) + lastWidth;
    }
}
