package org.grokscope.figure;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;

/** A line of text in the font that is set, about a point. */
record AlignedText(String text, TextSide side, double x, double middle) {
    /** Returns the place that the text takes. */
    Rectangle2D place(Graphics2D g2) {
        FontMetrics metrics = g2.getFontMetrics();
        double width = metrics.getStringBounds(text, g2).getWidth();
        double left = switch (side) {
            case LEFT -> x;
            case CENTRE -> x - width / 2;
            case RIGHT -> x - width;
        };
        double height = metrics.getAscent() + metrics.getDescent();
        return new Rectangle2D.Double(left, middle - height / 2, width, height);
    }

    /** Draws it on a patch of the background, so that no line runs through it. */
    void drawClear(Graphics2D g2, Color colour, Color background) {
        g2.setPaint(background);
        g2.fill(place(g2));
        g2.setPaint(colour);
        draw(g2);
    }

    /** Draws it from below upwards, centred on its point, in the colour that is set. */
    void drawUpwards(Graphics2D g2) {
        AffineTransform upright = g2.getTransform();
        g2.rotate(-Math.PI / 2, x, middle);
        draw(g2);
        g2.setTransform(upright);
    }

    /** Draws it in the colour that is set. */
    void draw(Graphics2D g2) {
        side.draw(g2, text, place(g2).getX(), middle + Heading.middleToBaseline(g2.getFontMetrics()));
    }
}
