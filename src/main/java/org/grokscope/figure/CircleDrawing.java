package org.grokscope.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.grokscope.measure.EmbeddingCircle;

/**
 * Draws tokens on a plane into a square, coloured by k·a mod p; some are named. One scale along both axes: a circle must
 * look like one.
 */
final class CircleDrawing {
    private static final double NAME_ROOM = 18;
    private static final double NAME_DISTANCE = 11;
    private static final int NAMED = 8;
    /** Of the angle that a name takes, some 7 degrees. */
    private static final double NAME_COSINE = Math.cos(0.13);
    /** How much wider points are than their distance on a full circle. */
    private static final double OVERLAP = 1.7;
    /** How far from its point a name may stand to be clear of others, in pixels. */
    private static final double FARTHEST_NAME = 12;
    /** How near the pointer must be to a token, in pixels. */
    private static final double REACH = 9;

    private final FigureStyle style;
    private final EmbeddingCircle circle;
    private final double centreX;
    private final double centreY;
    private final double pixels;
    /** Where names stand, or will. */
    private final List<Rectangle2D> taken = new ArrayList<>();

    /** @param square what the tokens are to fill; of a longer rectangle the middle */
    CircleDrawing(FigureStyle style, EmbeddingCircle circle, Rectangle2D square) {
        this.style = style;
        this.circle = circle;
        this.centreX = square.getCenterX();
        this.centreY = square.getCenterY();
        double extent = circle.extent();
        double side = Math.min(square.getWidth(), square.getHeight());
        this.pixels = extent > 0 ? Math.max(20, side - 2 * NAME_ROOM) / 2 / extent : 0;
    }

    double x(double along) {
        return centreX + along * pixels;
    }

    double y(double along) {
        return centreY - along * pixels;
    }

    /** Returns the radius of the circle that the tokens lie about, in pixels. */
    double radius() {
        return circle.radius() * pixels;
    }

    /** Draws the circle that the tokens lie about, its centre, the tokens and some of their names. */
    void draw(Graphics2D g2) {
        double radius = radius();
        g2.setPaint(style.grid());
        g2.setStroke(new BasicStroke(1.2f));
        g2.draw(new Ellipse2D.Double(centreX - radius, centreY - radius, 2 * radius, 2 * radius));
        g2.draw(new Line2D.Double(centreX - 4, centreY, centreX + 4, centreY));
        g2.draw(new Line2D.Double(centreX, centreY - 4, centreX, centreY + 4));
        double size = size();
        for (int token = 0; token < circle.tokens(); token++) {
            g2.setPaint(colour(token));
            g2.fill(dot(token, size));
        }
        drawNames(g2, size);
    }

    /** Draws the circle that the tokens lie about once more, so that it stands out. */
    void light(Graphics2D g2, Color colour) {
        double radius = radius();
        g2.setPaint(colour);
        g2.setStroke(new BasicStroke(2.6f));
        g2.draw(new Ellipse2D.Double(centreX - radius, centreY - radius, 2 * radius, 2 * radius));
    }

    private double size() {
        return Math.clamp(OVERLAP * 2 * Math.PI * radius() / circle.tokens(), 4, 9);
    }

    private Color colour(int token) {
        double turn = circle.turn(token);
        return Double.isNaN(turn) ? style.grid() : CyclicColours.at(turn);
    }

    private Ellipse2D dot(int token, double size) {
        return new Ellipse2D.Double(x(circle.x(token)) - size / 2, y(circle.y(token)) - size / 2, size, size);
    }

    /** Draws a ring around a token, and its name beside it, clear of what lies below. */
    void mark(Graphics2D g2, int token, String name, Color colour) {
        g2.setPaint(colour);
        g2.setStroke(new BasicStroke(2f));
        g2.draw(dot(token, size() + 6));
        markName(g2, token, name).drawClear(g2, colour, style.background());
    }

    /** Keeps the place free where the name of a token that is going to be marked will stand. */
    void reserve(Graphics2D g2, int token, String name) {
        taken.add(markName(g2, token, name).place(g2));
    }

    /** Sets the font, too. */
    private AlignedText markName(Graphics2D g2, int token, String name) {
        double angle = Math.atan2(circle.y(token), circle.x(token));
        g2.setFont(style.titleFont());
        double half = g2.getFontMetrics().stringWidth(name) / 2.0;
        double away = Math.hypot(circle.x(token), circle.y(token)) * pixels + NAME_DISTANCE + 4
                + half * Math.abs(Math.cos(angle));
        return new AlignedText(name, TextSide.CENTRE, centreX + away * Math.cos(angle),
                centreY - away * Math.sin(angle));
    }

    /** Returns the token at a place, if there is one. */
    OptionalInt tokenAt(double atX, double atY) {
        int nearest = -1;
        double distance = REACH;
        for (int token = 0; token < circle.tokens(); token++) {
            double away = Math.hypot(x(circle.x(token)) - atX, y(circle.y(token)) - atY);
            if (away < distance) {
                distance = away;
                nearest = token;
            }
        }
        return nearest < 0 ? OptionalInt.empty() : OptionalInt.of(nearest);
    }

    /** Names tokens that should be spread evenly around the circle: outside all points where that is near, else beside their own. */
    private void drawNames(Graphics2D g2, double size) {
        g2.setFont(style.mediumFont());
        for (int token : spread()) {
            double angle = Math.atan2(circle.y(token), circle.x(token));
            double own = Math.hypot(circle.x(token), circle.y(token)) * pixels;
            double outside = outside(angle) * pixels;
            boolean amongPoints = outside > own + FARTHEST_NAME;
            double away = (amongPoints ? own : outside) + NAME_DISTANCE;
            AlignedText name = new AlignedText(Integer.toString(token), TextSide.CENTRE,
                    centreX + away * Math.cos(angle), centreY - away * Math.sin(angle));
            Rectangle2D place = name.place(g2);
            if (taken.stream().noneMatch(place::intersects)) {
                taken.add(place);
                g2.setPaint(style.text());
                g2.setStroke(new BasicStroke(1.2f));
                g2.draw(dot(token, size + 1));
                if (amongPoints) {
                    name.drawClear(g2, style.text(), style.background());
                } else {
                    name.draw(g2);
                }
            }
        }
    }

    /** Returns how far out the points reach in a direction, as wide as a name. */
    private double outside(double angle) {
        double farthest = 0;
        double cosine = Math.cos(angle);
        double sine = Math.sin(angle);
        for (int token = 0; token < circle.tokens(); token++) {
            double distance = Math.hypot(circle.x(token), circle.y(token));
            double along = circle.x(token) * cosine + circle.y(token) * sine;
            if (along > distance * NAME_COSINE) {
                farthest = Math.max(farthest, distance);
            }
        }
        return farthest;
    }

    private List<Integer> spread() {
        List<Integer> turning = IntStream.range(0, circle.tokens()).filter(it -> !Double.isNaN(circle.turn(it))).boxed()
                .toList();
        int named = Math.min(NAMED, turning.size());
        List<Integer> tokens = new ArrayList<>();
        for (int i = 0; i < named; i++) {
            int turn = Math.round((float) i * turning.size() / named);
            turning.stream().filter(token -> Math.round(circle.turn(token) * turning.size()) == turn)
                    .forEach(tokens::add);
        }
        return tokens;
    }
}
