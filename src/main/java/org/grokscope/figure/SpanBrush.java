package org.grokscope.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.util.Arrays;

/**
 * Paints a dense curve column of pixels by column, its ends softened. That looks like the stroke of the same width and
 * takes a tenth of the time, where a curve goes up and down in every column.
 */
final class SpanBrush {
    /** How finely a pixel can be covered in part. */
    private static final int SHADES = 8;

    private final Graphics2D g2;
    private final double[] dash;
    private final double period;
    private final double width;
    private final double scale;
    private final Color[] shades = new Color[SHADES + 1];

    /**
     * @param g2 of an image; its transform only scales and moves
     * @param width of the line, in units of the drawing
     * @param ground under it: pixels that are covered in part are mixed with it, and so are opaque, which is far faster
     */
    SpanBrush(Graphics2D g2, SeriesStyle style, double width, Color ground) {
        this.g2 = g2;
        this.dash = style.dash().stream().mapToDouble(Float::doubleValue).toArray();
        this.period = Arrays.stream(dash).sum();
        this.width = width;
        this.scale = g2.getTransform().getScaleX();
        Color colour = style.colour();
        for (int shade = 0; shade <= SHADES; shade++) {
            double share = colour.getAlpha() / 255.0 * shade / SHADES;
            shades[shade] = new Color(mixed(colour.getRed(), ground.getRed(), share),
                    mixed(colour.getGreen(), ground.getGreen(), share),
                    mixed(colour.getBlue(), ground.getBlue(), share));
        }
    }

    private static int mixed(int colour, int ground, double share) {
        return (int) Math.round(share * colour + (1 - share) * ground);
    }

    /** Paints a stretch. */
    void paint(PixelColumns.Spans spans) {
        AffineTransform transform = g2.getTransform();
        Object smoothing = g2.getRenderingHint(RenderingHints.KEY_ANTIALIASING);
        g2.setTransform(AffineTransform.getTranslateInstance(transform.getTranslateX(), transform.getTranslateY()));
        g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
        int columns = spans.top().length;
        int[] above = new int[columns];
        int[] below = new int[columns];
        g2.setColor(shades[SHADES]);
        for (int i = 0; i < columns; i++) {
            if (drawn((spans.first() + i) / scale)) {
                double top = scale * (spans.top()[i] - width / 2);
                double bottom = scale * (spans.bottom()[i] + width / 2);
                int from = (int) Math.ceil(top);
                int to = (int) Math.floor(bottom);
                if (to > from) {
                    g2.fillRect((int) spans.first() + i, from, 1, to - from);
                }
                above[i] = (int) Math.round(SHADES * (from - top));
                below[i] = (int) Math.round(SHADES * (bottom - to));
            }
        }
        // Shade by shade: another colour costs more than a pixel.
        for (int shade = 1; shade <= SHADES; shade++) {
            g2.setColor(shades[shade]);
            for (int i = 0; i < columns; i++) {
                int x = (int) spans.first() + i;
                if (above[i] == shade) {
                    g2.fillRect(x, (int) Math.ceil(scale * (spans.top()[i] - width / 2)) - 1, 1, 1);
                }
                if (below[i] == shade) {
                    g2.fillRect(x, (int) Math.floor(scale * (spans.bottom()[i] + width / 2)), 1, 1);
                }
            }
        }
        g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, smoothing);
        g2.setTransform(transform);
    }

    /** Dashes go by x: along a line that fills its columns there is nothing else to measure. */
    private boolean drawn(double x) {
        double at = period == 0 ? 0 : x % period;
        for (int i = 0; i < dash.length; i++) {
            at -= dash[i];
            if (at < 0) {
                return i % 2 == 0;
            }
        }
        return true;
    }
}
