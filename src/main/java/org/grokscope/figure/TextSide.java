package org.grokscope.figure;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.function.Supplier;

/**
 * Which part of a line of text stays where it is when another typeface, wider or narrower, takes the place of Inter. Java
 * draws text from its left end; a file that keeps text as text is told by a hint what was meant.
 */
public enum TextSide {
    /** Its left end. */
    LEFT,
    /** Its middle. */
    CENTRE,
    /** Its right end. */
    RIGHT;

    private static final Key KEY = new Key();

    private static final class Key extends RenderingHints.Key {
        Key() {
            super(0x67726b);
        }

        @Override
        public boolean isCompatibleValue(Object value) {
            return value instanceof TextSide;
        }
    }

    /** Returns which side is meant by the text that is drawn now. */
    public static TextSide of(Graphics2D g2) {
        return g2.getRenderingHint(KEY) instanceof TextSide side ? side : LEFT;
    }

    /** Lets a drawing's text mean this side; returns what the drawing returns. */
    public <T> T during(Graphics2D g2, Supplier<T> drawing) {
        TextSide before = of(g2);
        g2.setRenderingHint(KEY, this);
        try {
            return drawing.get();
        } finally {
            g2.setRenderingHint(KEY, before);
        }
    }

    /** Draws a line of text from its left end on, which means this side. */
    void draw(Graphics2D g2, String text, double x, double baseline) {
        during(g2, () -> {
            g2.drawString(text, (float) x, (float) baseline);
            return text;
        });
    }
}
