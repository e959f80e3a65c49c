package org.grokscope.figure;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** The marker of a branch, which tells λ apart where colours do not. */
public enum WeightDecayShape {
    /** The parent's own λ. */
    CIRCLE(0, 0, 1),
    /** λ under 1.5. */
    HEXAGON(6, 0, 1.05),
    /** λ from 1.5. */
    SQUARE(4, 45, 1.2),
    /** λ from 2.5. */
    TRIANGLE(3, 0, 1.3),
    /** λ from 4. */
    DIAMOND(4, 0, 1.3),
    /** λ from 7.5. */
    TRIANGLE_DOWN(3, 180, 1.3);

    private final int corners;
    private final double turn;
    private final double reach;

    /**
     * @param corners 0 for a circle
     * @param turn of the first corner from the top, in degrees
     * @param reach makes markers look alike in size
     */
    WeightDecayShape(int corners, double turn, double reach) {
        this.corners = corners;
        this.turn = turn;
        this.reach = reach;
    }

    /**
     * Returns the marker of a λ.
     *
     * @param control whether it is the parent's own λ
     */
    public static WeightDecayShape of(double weightDecay, boolean control) {
        if (control) {
            return CIRCLE;
        }
        if (weightDecay < 1.5) {
            return HEXAGON;
        }
        if (weightDecay < 2.5) {
            return SQUARE;
        }
        if (weightDecay < 4) {
            return TRIANGLE;
        }
        return weightDecay < 7.5 ? DIAMOND : TRIANGLE_DOWN;
    }

    /** Returns the outline about a point. */
    public Shape at(double x, double y, double radius) {
        if (corners == 0) {
            return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
        }
        Path2D outline = new Path2D.Double();
        for (int i = 0; i < corners; i++) {
            double angle = Math.toRadians(turn + 360.0 * i / corners);
            double cornerX = x + reach * radius * Math.sin(angle);
            double cornerY = y - reach * radius * Math.cos(angle);
            if (i == 0) {
                outline.moveTo(cornerX, cornerY);
            } else {
                outline.lineTo(cornerX, cornerY);
            }
        }
        outline.closePath();
        return outline;
    }
}
