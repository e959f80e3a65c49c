package org.grokscope.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A mark that comes again and again along a curve, so that the curve is known in grey print, too. */
public enum CurveMark {
    /** None. */
    NONE(Optional.empty()),
    /** A disc. */
    DISC(Optional.of(WeightDecayShape.CIRCLE)),
    /** A square on its side. */
    SQUARE(Optional.of(WeightDecayShape.SQUARE)),
    /** A triangle. */
    TRIANGLE(Optional.of(WeightDecayShape.TRIANGLE)),
    /** A square on its corner. */
    DIAMOND(Optional.of(WeightDecayShape.DIAMOND));

    /** Half the size of a mark, in units of the drawing. */
    public static final double RADIUS = 2.6;
    /** How far apart marks are, in units of the drawing. */
    private static final double DISTANCE = 58;
    private static final BasicStroke RIM = new BasicStroke(1f);

    private final Optional<WeightDecayShape> shape;

    CurveMark(Optional<WeightDecayShape> shape) {
        this.shape = shape;
    }

    /** Draws one, with a rim in the colour of the ground, which lifts it off lines. */
    void draw(Graphics2D g2, double x, double y, Color colour, Color ground) {
        shape.ifPresent(it -> {
            Shape outline = it.at(x, y, RADIUS);
            g2.setPaint(ground);
            g2.setStroke(RIM);
            g2.draw(outline);
            g2.setPaint(colour);
            g2.fill(outline);
        });
    }

    /**
     * Draws marks along a curve, some way apart.
     *
     * @param lines the pieces of the curve, asked for only where there is a mark
     * @param place of the curve among the others, so that marks of curves that run together do not cover each other
     */
    void drawAlong(Graphics2D g2, Supplier<? extends List<? extends Shape>> lines, int place, Color colour,
            Color ground) {
        if (this == NONE) {
            return;
        }
        Rectangle2D within = g2.getClip() == null ? null : g2.getClip().getBounds2D();
        double next = DISTANCE * (0.3 + 0.37 * place % 1.0);
        double gone = 0;
        double[] at = new double[6];
        for (Shape line : lines.get()) {
            Point2D before = new Point2D.Double();
            for (var path = line.getPathIterator(null); !path.isDone(); path.next()) {
                boolean moves = path.currentSegment(at) == PathIterator.SEG_MOVETO;
                Line2D piece = new Line2D.Double(before, new Point2D.Double(at[0], at[1]));
                // Along the axis: on a jagged curve marks would else crowd.
                double length = moves ? 0 : Math.abs(piece.getX2() - piece.getX1());
                while (gone + length >= next) {
                    double share = length == 0 ? 1 : (next - gone) / length;
                    double x = piece.getX1() + share * (piece.getX2() - piece.getX1());
                    double y = piece.getY1() + share * (piece.getY2() - piece.getY1());
                    if (within == null || within.contains(x, y)) {
                        draw(g2, x, y, colour, ground);
                    }
                    next += DISTANCE;
                }
                gone += length;
                before = piece.getP2();
            }
        }
    }
}
