package org.grokscope.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;

/** How the branches of a λ are marked: by colour and by shape. */
record ForkMarker(Color colour, WeightDecayShape shape) {
    static final double RADIUS = 5;
    private static final float RIM = 1.6f;
    private static final double ARROW = 3;

    static ForkMarker of(double weightDecay, boolean control) {
        return new ForkMarker(WeightDecayColours.of(weightDecay, control), WeightDecayShape.of(weightDecay, control));
    }

    /** Draws the marker of something measured; a rim in the colour of the ground lifts it off lines. */
    void fill(Graphics2D g2, double x, double y, double radius, Color ground) {
        Shape outline = shape.at(x, y, radius);
        g2.setPaint(ground);
        g2.setStroke(new BasicStroke(2f));
        g2.draw(outline);
        g2.setPaint(colour);
        g2.fill(outline);
    }

    /** Draws the marker of something that did not come about. */
    void outline(Graphics2D g2, double x, double y, double radius, Color ground) {
        Shape outline = shape.at(x, y, radius - RIM / 2);
        g2.setPaint(ground);
        g2.fill(outline);
        g2.setPaint(colour);
        g2.setStroke(new BasicStroke(RIM));
        g2.draw(outline);
    }

    /** Draws the marker of what lies beyond the top of the plot: open, with an arrow upwards. */
    void beyond(Graphics2D g2, double x, double y, double radius, Color ground) {
        outline(g2, x, y, radius, ground);
        drawArrow(g2, x, y, radius, -1);
    }

    /** Draws the marker of what lies below the plot: open, with an arrow downwards. */
    void below(Graphics2D g2, double x, double y, double radius, Color ground) {
        outline(g2, x, y, radius, ground);
        drawArrow(g2, x, y, radius, 1);
    }

    private static void drawArrow(Graphics2D g2, double x, double y, double radius, int down) {
        double tip = y + down * (radius + 7);
        Path2D arrow = new Path2D.Double();
        arrow.moveTo(x, y + down * (radius + 2));
        arrow.lineTo(x, tip);
        arrow.moveTo(x - ARROW, tip - down * ARROW);
        arrow.lineTo(x, tip);
        arrow.lineTo(x + ARROW, tip - down * ARROW);
        g2.draw(arrow);
    }

    /** Returns a cross, for what was lost again. */
    static Shape cross(double x, double y, double radius) {
        Path2D cross = new Path2D.Double();
        cross.moveTo(x - radius, y - radius);
        cross.lineTo(x + radius, y + radius);
        cross.moveTo(x - radius, y + radius);
        cross.lineTo(x + radius, y - radius);
        return cross;
    }
}
