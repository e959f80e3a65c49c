package org.grokscope.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.grokscope.measure.AngleSum;
import org.grokscope.text.StepLabel;
import org.jfree.chart.ui.RectangleInsets;
import org.jspecify.annotations.Nullable;

/** The tokens on one plane as they move, two of them added as angles, and the answers nearest to their sum. */
final class MovingCirclePlot extends CardPlot {
    private static final RectangleInsets ROOM = new RectangleInsets(0, 14, 10, 14);
    private static final int NEAREST = 5;
    private static final double BARS = 168;
    private static final double LEAST_CIRCLE = 240;
    private static final double BAR_LINE = 24;
    private static final double NUMBER = 34;
    private static final double DEGREES = 48;
    private static final double INNER_ARC = 0.30;
    private static final double OUTER_ARC = 0.40;

    private @Nullable CircleScene scene;
    private boolean circular = true;
    private boolean lit;
    private OptionalInt pointed = OptionalInt.empty();

    MovingCirclePlot(FigureStyle style) {
        super(style, new LabelledAxis(style, false, StepLabel::of), new LabelledAxis(style, false, StepLabel::of));
        x().setVisible(false);
        y().setVisible(false);
        setRangeGridlinesVisible(false);
    }

    void show(CircleScene shown) {
        scene = shown;
        circular = true;
    }

    /** Shows that there is no circle. */
    void stepAside() {
        scene = null;
        circular = false;
    }

    /** Lets the circle stand out, because its frequency is pointed at elsewhere. */
    void light(boolean on) {
        lit = on;
    }

    void point(OptionalInt token) {
        pointed = token;
    }

    @Override
    RectangleInsets room(Graphics2D g2) {
        return ROOM;
    }

    @Override
    boolean fit(Graphics2D g2, Rectangle2D data) {
        return true;
    }

    @Override
    Heading heading(boolean cramped) {
        CircleScene shown = scene;
        if (shown == null) {
            return new Heading(circular ? "" : CircuitChart.CIRCLE.title(), List.of(), List.of());
        }
        int k = shown.circle().frequency();
        return new Heading("Tokens on k\u00a0=\u00a0" + k + " \u00b7 " + shown.stepLabel(),
                List.of(shown.why() + "; " + CirclePlot.colours(k, shown.task())), List.of());
    }

    private static boolean barsFit(CircleScene shown, Rectangle2D data) {
        return shown.sum().isPresent() && data.getWidth() >= LEAST_CIRCLE + BARS;
    }

    private CircleDrawing drawing(CircleScene shown, Rectangle2D data) {
        double width = data.getWidth() - (barsFit(shown, data) ? BARS : 0);
        return new CircleDrawing(style(), shown.circle(),
                new Rectangle2D.Double(data.getX(), data.getY(), width, data.getHeight()));
    }

    /** Returns the token at a place of a plot area, if there is one. */
    OptionalInt tokenAt(Rectangle2D data, double x, double y) {
        CircleScene shown = scene;
        if (shown == null) {
            return OptionalInt.empty();
        }
        return barsFit(shown, data) && x > data.getMaxX() - BARS
                ? shown.sum().map(sum -> barAt(data, sum, y)).orElse(OptionalInt.empty())
                : drawing(shown, data).tokenAt(x, y);
    }

    /** Returns the answer whose bar is at a height. */
    private static OptionalInt barAt(Rectangle2D data, AngleSum sum, double y) {
        List<Integer> nearest = sum.nearest(NEAREST);
        int line = (int) Math.round((y - firstBar(data, nearest)) / BAR_LINE);
        return line >= 0 && line < nearest.size() ? OptionalInt.of(nearest.get(line)) : OptionalInt.empty();
    }

    private static double firstBar(Rectangle2D data, List<Integer> nearest) {
        return data.getCenterY() - (nearest.size() + 3) * BAR_LINE / 2 + 2 * BAR_LINE;
    }

    @Override
    void drawContents(Graphics2D g2, Rectangle2D data) {
        CircleScene shown = scene;
        if (shown == null) {
            if (!circular) {
                g2.setFont(style().labelFont());
                g2.setPaint(style().muted());
                new AlignedText(CirclePlot.NO_CIRCLE, TextSide.CENTRE, data.getCenterX(), data.getCenterY()).draw(g2);
            }
            return;
        }
        CircleDrawing drawing = drawing(shown, data);
        shown.pair().filter(_ -> shown.sum().isPresent())
                .ifPresent(pair -> named(shown, pair).forEach((token, name) -> drawing.reserve(g2, token, name)));
        drawing.draw(g2);
        if (lit) {
            drawing.light(g2, style().train().colour());
        }
        shown.sum().ifPresent(sum -> {
            List<Integer> nearest = sum.nearest(NEAREST);
            drawSum(g2, drawing, shown, sum, nearest);
            if (barsFit(shown, data)) {
                drawBars(g2, data, shown, sum, nearest);
            }
        });
        pointed.ifPresent(token -> drawing.mark(g2, token, Integer.toString(token), style().text()));
    }

    private static int right(CircleScene shown, CircleScene.Pair pair) {
        return shown.task().answer(pair.a(), pair.b());
    }

    private Color colour(CircleScene shown, CircleScene.Pair pair, List<Integer> nearest) {
        return nearest.getFirst() == right(shown, pair)
                ? style().synchronization().colour()
                : style().validation().colour();
    }

    private void drawSum(Graphics2D g2, CircleDrawing drawing, CircleScene shown, AngleSum sum,
            List<Integer> nearest) {
        CircleScene.Pair pair = shown.pair().orElseThrow();
        double radius = drawing.radius();
        g2.setPaint(style().muted());
        g2.setStroke(new BasicStroke(1.4f));
        ray(g2, drawing, sum.first(), radius);
        ray(g2, drawing, pair.sign() * sum.second(), radius);
        Color colour = colour(shown, pair, nearest);
        g2.setStroke(new BasicStroke(2.2f));
        arc(g2, drawing, INNER_ARC * radius, 0, sum.first());
        g2.setPaint(colour);
        arc(g2, drawing, OUTER_ARC * radius, sum.first(), sum.second());
        g2.setStroke(new BasicStroke(3f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        ray(g2, drawing, sum.sum(), radius);
        int right = right(shown, pair);
        named(shown, pair)
                .forEach((token, name) -> drawing.mark(g2, token, name, token == right ? colour : style().text()));
    }

    /** The tokens of a pair and its answer, with their names; of an answer that is one of the pair the name of that. */
    private static Map<Integer, String> named(CircleScene shown, CircleScene.Pair pair) {
        int right = right(shown, pair);
        Map<Integer, String> names = new LinkedHashMap<>();
        names.put(right, Integer.toString(right));
        names.put(pair.b(), "b = " + pair.b());
        names.put(pair.a(), "a = " + pair.a());
        return names;
    }

    private static void ray(Graphics2D g2, CircleDrawing drawing, double angle, double length) {
        double x = drawing.x(0);
        double y = drawing.y(0);
        g2.draw(new Line2D.Double(x, y, x + length * Math.cos(angle), y - length * Math.sin(angle)));
    }

    private static void arc(Graphics2D g2, CircleDrawing drawing, double radius, double from, double by) {
        g2.draw(new Arc2D.Double(drawing.x(0) - radius, drawing.y(0) - radius, 2 * radius, 2 * radius,
                Math.toDegrees(from), Math.toDegrees(by), Arc2D.OPEN));
    }

    /** Bars are as long as the token is off. */
    private void drawBars(Graphics2D g2, Rectangle2D data, CircleScene shown, AngleSum sum,
            List<Integer> nearest) {
        CircleScene.Pair pair = shown.pair().orElseThrow();
        int right = right(shown, pair);
        double x = data.getMaxX() - BARS + 12;
        double y = firstBar(data, nearest) - 2 * BAR_LINE;
        g2.setFont(style().titleFont());
        g2.setPaint(style().text());
        String sign = pair.sign() > 0 ? " + " : " \u2212 ";
        new AlignedText("angle of " + pair.a() + sign + "angle of " + pair.b(), TextSide.LEFT, x, y).draw(g2);
        g2.setFont(style().labelFont());
        g2.setPaint(style().muted());
        new AlignedText("nearest to it, degrees off", TextSide.LEFT, x, y + BAR_LINE * 0.8).draw(g2);
        double line = y + 2 * BAR_LINE;
        for (int token : nearest) {
            drawBar(g2, x, line, token, sum.off(token), token == right, sum.off(nearest.getLast()));
            line += BAR_LINE;
        }
        if (!nearest.contains(right)) {
            g2.setFont(style().mediumFont());
            g2.setPaint(style().validation().colour());
            new AlignedText("right: " + right + ", " + degrees(sum.off(right)) + " off", TextSide.LEFT, x, line)
                    .draw(g2);
        }
    }

    private void drawBar(Graphics2D g2, double x, double y, int token, double off, boolean right, double most) {
        double longest = BARS - 12 - NUMBER - DEGREES;
        Color colour = right ? style().synchronization().colour() : style().faint(style().muted());
        g2.setFont(right ? style().titleFont() : style().mediumFont());
        g2.setPaint(right ? colour : style().text());
        new AlignedText(Integer.toString(token), TextSide.RIGHT, x + NUMBER - 8, y).draw(g2);
        g2.setPaint(colour);
        g2.fill(new Rectangle2D.Double(x + NUMBER, y - 6, Math.max(2, longest * off / Math.max(most, 1e-9)), 12));
        g2.setFont(style().labelFont());
        g2.setPaint(style().muted());
        new AlignedText(degrees(off), TextSide.RIGHT, x + BARS - 12, y).draw(g2);
    }

    private static String degrees(double off) {
        return String.format(Locale.ROOT, "%.1f\u00b0", off);
    }
}
