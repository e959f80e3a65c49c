package org.grokscope.figure;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.grokscope.measure.EmbeddingCircle;
import org.jspecify.annotations.Nullable;

/** The tokens on the cosine–sine plane of the chosen frequency, coloured by their angle; some are named. */
final class CirclePlot extends BarePlot {
    private static final double NAME_ROOM = 18;
    private static final double NAME_DISTANCE = 11;
    private static final int NAMED = 8;
    private static final double NAME_ANGLE = 0.13;
    /** How much wider points are than their distance on a full circle. */
    private static final double OVERLAP = 1.7;

    private @Nullable EmbeddingCircle circle;

    CirclePlot(FigureStyle style) {
        super(style);
    }

    @Override
    void show(CircuitScene shown) {
        super.show(shown);
        circle = shown.embedding().circle(shown.frequency());
    }

    @Override
    Heading heading(CircuitScene shown) {
        int k = shown.frequency();
        return new Heading(CircuitChart.CIRCLE.title() + ": k\u00a0=\u00a0" + k,
                List.of("cosine\u2013sine plane; colour: " + shown.task().basis().turnFormula(k, "a")),
                List.of());
    }

    @Override
    String missing(CircuitScene shown) {
        return circle == null || !(circle.radius() > 0) ? "the tokens have no extent here" : "";
    }

    @Override
    void fit(Graphics2D g2, Rectangle2D data, CircuitScene shown) {
        EmbeddingCircle points = circle;
        if (points == null || !(points.radius() > 0)) {
            return;
        }
        double farthest = 0;
        for (int token = 0; token < points.tokens(); token++) {
            farthest = Math.max(farthest, Math.hypot(points.x(token), points.y(token)));
        }
        double side = Math.min(data.getWidth(), data.getHeight());
        double perPixel = 2 * farthest / Math.max(20, side - 2 * NAME_ROOM);
        // One scale along both axes: a circle must look like one.
        x().show(-perPixel * data.getWidth() / 2, perPixel * data.getWidth() / 2, List.of());
        y().show(-perPixel * data.getHeight() / 2, perPixel * data.getHeight() / 2, List.of());
    }

    @Override
    void draw(Graphics2D g2, Rectangle2D data, CircuitScene shown) {
        EmbeddingCircle points = circle;
        if (points == null) {
            return;
        }
        double centreX = xOf(0, data);
        double centreY = yOf(0, data);
        double radius = xOf(points.radius(), data) - centreX;
        g2.setPaint(style().grid());
        g2.setStroke(new BasicStroke(1.2f));
        g2.draw(new Ellipse2D.Double(centreX - radius, centreY - radius, 2 * radius, 2 * radius));
        g2.draw(new Line2D.Double(centreX - 4, centreY, centreX + 4, centreY));
        g2.draw(new Line2D.Double(centreX, centreY - 4, centreX, centreY + 4));
        double size = Math.clamp(OVERLAP * 2 * Math.PI * radius / points.tokens(), 4, 9);
        for (int token = 0; token < points.tokens(); token++) {
            double turn = points.turn(token);
            g2.setPaint(Double.isNaN(turn) ? style().grid() : CyclicColours.at(turn));
            g2.fill(dot(points, token, data, size));
        }
        drawNames(g2, data, points, size);
    }

    private Ellipse2D dot(EmbeddingCircle points, int token, Rectangle2D data, double size) {
        return new Ellipse2D.Double(xOf(points.x(token), data) - size / 2, yOf(points.y(token), data) - size / 2, size,
                size);
    }

    /** Names tokens that should be spread evenly around the circle, outside their points. */
    private void drawNames(Graphics2D g2, Rectangle2D data, EmbeddingCircle points, double size) {
        g2.setFont(style().mediumFont());
        List<Rectangle2D> taken = new ArrayList<>();
        for (int token : spread(points)) {
            double angle = Math.atan2(points.y(token), points.x(token));
            double outside = outside(points, angle);
            AlignedText name = new AlignedText(Integer.toString(token), TextSide.CENTRE,
                    xOf(outside * Math.cos(angle), data) + NAME_DISTANCE * Math.cos(angle),
                    yOf(outside * Math.sin(angle), data) - NAME_DISTANCE * Math.sin(angle));
            Rectangle2D place = name.place(g2);
            if (taken.stream().noneMatch(place::intersects)) {
                taken.add(place);
                g2.setPaint(style().text());
                g2.setStroke(new BasicStroke(1.2f));
                g2.draw(dot(points, token, data, size + 1));
                name.draw(g2);
            }
        }
    }

    /** Returns how far out the points reach in a direction, as wide as a name. */
    private static double outside(EmbeddingCircle points, double angle) {
        double farthest = 0;
        for (int token = 0; token < points.tokens(); token++) {
            double away = Math.IEEEremainder(Math.atan2(points.y(token), points.x(token)) - angle, 2 * Math.PI);
            if (Math.abs(away) < NAME_ANGLE) {
                farthest = Math.max(farthest, Math.hypot(points.x(token), points.y(token)));
            }
        }
        return farthest;
    }

    private static List<Integer> spread(EmbeddingCircle points) {
        List<Integer> turning = IntStream.range(0, points.tokens()).filter(it -> !Double.isNaN(points.turn(it))).boxed()
                .toList();
        int named = Math.min(NAMED, turning.size());
        List<Integer> tokens = new ArrayList<>();
        for (int i = 0; i < named; i++) {
            int turn = Math.round((float) i * turning.size() / named);
            turning.stream().filter(token -> Math.round(points.turn(token) * turning.size()) == turn)
                    .forEach(tokens::add);
        }
        return tokens;
    }
}
