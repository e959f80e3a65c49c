package org.grokscope.figure.export;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Measures type without rounding to pixels: a page has none. */
final class PageMetrics {
    private static final Graphics2D RULER = ruler();

    private PageMetrics() {}

    static synchronized FontMetrics of(Font font) {
        return RULER.getFontMetrics(font);
    }

    private static Graphics2D ruler() {
        Graphics2D g2 = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        g2.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g2.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        return g2;
    }
}
