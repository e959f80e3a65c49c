package org.grokscope.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import java.util.List;
import org.grokscope.measure.EmbeddingPower;
import org.grokscope.measure.Evaluation;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.jspecify.annotations.Nullable;

/**
 * Embedding power as an image: a row a frequency, 1 at the bottom, a column a device pixel. An evaluation's block
 * reaches halfway to the evaluations before and after it, so that the image begins and ends where the curves do. Where
 * blocks share a column, the greatest share of each frequency is shown.
 */
final class HeatMap extends AbstractXYAnnotation {
    /** Pixels in a unit of a page, which is some hundredths of an inch. */
    private static final double PAGE_PIXELS = 4;
    /** Where evaluations are closer than units. */
    private static final double DENSE_PIXELS = 2;

    private final List<Evaluation> evaluations;
    private final int frequencies;
    private final double greatest;
    private final double widthOfOne;
    private final boolean page;

    /**
     * @param greatest the share at the light end of the colours
     * @param cadence steps between evaluations, for the block of a single one
     * @param page whether it is for a file that others draw, larger or smaller
     */
    HeatMap(List<Evaluation> evaluations, int frequencies, double greatest, int cadence, boolean page) {
        this.page = page;
        this.evaluations = List.copyOf(evaluations);
        this.frequencies = frequencies;
        this.greatest = greatest;
        this.widthOfOne = evaluations.size() == 1 ? cadence : 0;
    }

    @Override
    public void draw(Graphics2D g2, XYPlot plot, Rectangle2D dataArea, ValueAxis domainAxis, ValueAxis rangeAxis,
            int rendererIndex, @Nullable PlotRenderingInfo info) {
        double scale = Math.max(1, Math.abs(g2.getTransform().getScaleX()));
        boolean dense = evaluations.size() > dataArea.getWidth();
        int columns = (int) Math.ceil(dataArea.getWidth()
                * (page ? Math.max(scale, dense ? DENSE_PIXELS : PAGE_PIXELS) : scale));
        // Whole pixels a cell: whoever smooths an image blurs a part of a pixel, and not of a cell.
        int rows = page
                ? (int) Math.max(1, Math.round(dataArea.getHeight() * Math.max(scale, PAGE_PIXELS) / frequencies))
                : 1;
        int first = columns;
        int end = 0;
        int height = frequencies * rows;
        int[] pixels = new int[columns * height];
        int filled = 0;
        int[] colours = new int[frequencies];
        boolean painted = false;
        int block = 0;
        int shown = -1;
        int shownEnd = -1;
        for (int column = 0; column < columns; column++) {
            double from = stepAtColumn(column, columns, dataArea, domainAxis);
            double to = stepAtColumn(column + 1, columns, dataArea, domainAxis);
            while (block < evaluations.size() && blockEnd(block) <= from) {
                block++;
            }
            int blocksEnd = block;
            while (blocksEnd < evaluations.size() && blockStart(blocksEnd) < to) {
                blocksEnd++;
            }
            // Mostly a column shows what the one before it shows.
            if (block != shown || blocksEnd != shownEnd) {
                painted = mix(colours, block, blocksEnd);
                shown = block;
                shownEnd = blocksEnd;
            }
            if (painted) {
                for (int row = 0; row < height; row++) {
                    pixels[row * columns + column] = colours[row / rows];
                }
                first = Math.min(first, column);
                end = column + 1;
                filled++;
            }
        }
        if (first >= end) {
            return;
        }
        BufferedImage image = image(pixels, columns, height, filled < end - first);
        AffineTransform placed = AffineTransform.getTranslateInstance(
                dataArea.getX() + first * dataArea.getWidth() / columns, dataArea.getY());
        placed.scale(dataArea.getWidth() / columns, dataArea.getHeight() / height);
        g2.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        g2.drawImage(page ? opaque(image, first, end) : image.getSubimage(first, 0, end - first, height),
                placed, null);
    }

    /**
     * Makes an image of pixels. Java scales one without transparency many times faster.
     *
     * @param gaps whether nothing was measured at some columns
     */
    private static BufferedImage image(int[] pixels, int width, int height, boolean gaps) {
        BufferedImage image = new BufferedImage(width, height,
                gaps ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        System.arraycopy(pixels, 0, ((DataBufferInt) image.getRaster().getDataBuffer()).getData(), 0, pixels.length);
        return image;
    }

    /** Cuts the part that the run has, without transparency, which some readers show as black. */
    private static BufferedImage opaque(BufferedImage image, int first, int end) {
        BufferedImage part = new BufferedImage(end - first, image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g2 = part.createGraphics();
        g2.drawImage(image, -first, 0, Color.WHITE, null);
        g2.dispose();
        return part;
    }

    /** Finds the colours of blocks that share a column, from above; returns whether something was measured there. */
    private boolean mix(int[] colours, int from, int to) {
        double[] shares = new double[frequencies];
        Arrays.fill(shares, -1);
        for (Evaluation evaluation : evaluations.subList(from, to)) {
            EmbeddingPower power = evaluation.embeddingPower();
            for (int k = 1; k <= Math.min(frequencies, power.frequencies()); k++) {
                shares[k - 1] = Math.max(shares[k - 1], power.share(k));
            }
        }
        boolean painted = false;
        for (int k = 1; k <= frequencies; k++) {
            double share = shares[k - 1];
            painted |= share >= 0;
            colours[frequencies - k] = share >= 0 ? HeatColours.rgb(share, greatest) : 0;
        }
        return painted;
    }

    private static double stepAtColumn(int column, int columns, Rectangle2D area, ValueAxis axis) {
        return axis.java2DToValue(area.getX() + area.getWidth() * column / columns, area, RectangleEdge.BOTTOM);
    }

    private double blockStart(int block) {
        return block == 0 ? step(block) : (step(block - 1) + step(block)) / 2;
    }

    private double blockEnd(int block) {
        return block + 1 < evaluations.size() ? blockStart(block + 1) : step(block) + widthOfOne;
    }

    private double step(int block) {
        return evaluations.get(block).step();
    }
}
