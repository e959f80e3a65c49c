package org.grokscope.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/** An entry of a panel's key: a sample of what is drawn and its name. */
sealed interface KeyEntry {
    /** Space between a sample and its name. */
    double SPACE = 5;

    /** A piece of a curve. */
    record Line(String label, SeriesStyle style, float width) implements KeyEntry {
        private static final double LENGTH = 18;
        /** Long enough to show dashes and a mark. */
        private static final double MARKED = 30;

        private double length() {
            return style.dash().size() > 2 || style.mark() != CurveMark.NONE ? MARKED : LENGTH;
        }

        /** Names are as long as people make them. */
        @Override
        public KeyEntry within(Graphics2D g2, double most) {
            return new Line(ScriptText.within(g2, label, most - length() - SPACE), style, width);
        }

        @Override
        public double width(Graphics2D g2) {
            return length() + SPACE + ScriptText.width(g2, label);
        }

        @Override
        public void draw(Graphics2D g2, double x, double middle, double baseline, Color text) {
            g2.setPaint(style.colour());
            g2.setStroke(style.stroke(width));
            g2.draw(new Line2D.Double(x, middle, x + length(), middle));
            style.mark().draw(g2, x + length() / 2, middle, style.colour(), Color.WHITE);
            g2.setPaint(text);
            ScriptText.draw(g2, label, (x + length() + SPACE), baseline);
        }
    }

    /** Words that belong to the entry before. */
    record Words(String label) implements KeyEntry {
        @Override
        public double width(Graphics2D g2) {
            return ScriptText.width(g2, label);
        }

        @Override
        public void draw(Graphics2D g2, double x, double middle, double baseline, Color text) {
            g2.setPaint(text);
            ScriptText.draw(g2, label, x, baseline);
        }
    }

    /** A filled area. */
    record Area(String label, Color fill) implements KeyEntry {
        private static final double SIDE = 9;

        @Override
        public double width(Graphics2D g2) {
            return SIDE + SPACE + ScriptText.width(g2, label);
        }

        @Override
        public void draw(Graphics2D g2, double x, double middle, double baseline, Color text) {
            g2.setPaint(fill);
            g2.fill(new Rectangle2D.Double(x, middle - SIDE / 2, SIDE, SIDE));
            g2.setPaint(text);
            ScriptText.draw(g2, label, (x + SIDE + SPACE), baseline);
        }
    }

    /** The colours of a heat map between the names of their ends. */
    record Heat(String least, String greatest) implements KeyEntry {
        private static final int LENGTH = 72;
        private static final double HEIGHT = 7;

        @Override
        public double width(Graphics2D g2) {
            return ScriptText.width(g2, least) + LENGTH + 2 * SPACE
                    + ScriptText.width(g2, greatest);
        }

        @Override
        public void draw(Graphics2D g2, double x, double middle, double baseline, Color text) {
            double left = x + ScriptText.width(g2, least) + SPACE;
            for (int i = 0; i < LENGTH; i++) {
                // Linear in the share: the reader sees where the colours are dense.
                g2.setPaint(new Color(HeatColours.rgb((double) i / (LENGTH - 1), 1)));
                // Each goes on to the end under the next ones: no seam is left between them.
                g2.fill(new Rectangle2D.Double(left + i, middle - HEIGHT / 2, LENGTH - i, HEIGHT));
            }
            g2.setPaint(text);
            ScriptText.draw(g2, least, x, baseline);
            ScriptText.draw(g2, greatest, (left + LENGTH + SPACE), baseline);
        }
    }

    /**
     * A marker.
     *
     * @param shape about the origin
     * @param filled whether it is filled; else its outline is drawn
     */
    record Sign(String label, Shape shape, Color colour, boolean filled) implements KeyEntry {
        private static final double SIDE = 10;

        @Override
        public double width(Graphics2D g2) {
            return SIDE + SPACE + ScriptText.width(g2, label);
        }

        @Override
        public void draw(Graphics2D g2, double x, double middle, double baseline, Color text) {
            Shape placed = AffineTransform.getTranslateInstance(x + SIDE / 2, middle).createTransformedShape(shape);
            g2.setPaint(colour);
            if (filled) {
                g2.fill(placed);
            } else {
                g2.setStroke(new BasicStroke(1.5f));
                g2.draw(placed);
            }
            g2.setPaint(text);
            ScriptText.draw(g2, label, (x + SIDE + SPACE), baseline);
        }
    }

    /** Returns this entry with a name so short that it is no wider than that, where it can be shortened. */
    default KeyEntry within(Graphics2D g2, double most) {
        return this;
    }

    /** Returns the width in the font that is set. */
    double width(Graphics2D g2);

    /** Draws the entry from x on, its sample about a middle line, its name in the font that is set. */
    void draw(Graphics2D g2, double x, double middle, double baseline, Color text);
}
