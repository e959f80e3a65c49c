package org.grokscope.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.grokscope.analysis.LeadCurve.Point;
import org.grokscope.analysis.LeadCurve;
import org.grokscope.measure.Alarm;
import org.grokscope.measure.Interval;
import org.grokscope.measure.Measure;
import org.grokscope.text.NumberText;
import org.grokscope.text.PlainNumber;
import org.grokscope.text.StepLabel;
import org.jfree.chart.ui.RectangleInsets;

/** The mean lead of an alarm against its threshold, and over it the shares of runs in which it comes first or rings falsely. */
final class LeadThresholdPlot extends CardPlot {
    private static final RectangleInsets ROOM = new RectangleInsets(0, 56, 42, 48);
    private static final double LEAST_HEIGHT = 130;
    private static final int BAND_ALPHA = 44;
    private static final float WIDTH = 1.7f;
    private static final int LABEL_GAP = 6;

    private Optional<LeadCurve> curve = Optional.empty();

    LeadThresholdPlot(FigureStyle style, boolean logarithmic) {
        super(style, new LabelledAxis(style, logarithmic, LeadThresholdPlot::label),
                new LabelledAxis(style, false, step -> StepLabel.of(step).replace('-', '\u2212')));
        verticalTitle("mean lead (steps)");
    }

    /** Two digits say where a threshold lies; what rounding adds to them says nothing. */
    private static String label(double threshold) {
        return PlainNumber.of(Double.parseDouble(String.format(Locale.ROOT, "%.2g", threshold)));
    }

    void show(LeadCurve shown) {
        curve = Optional.of(shown);
        Alarm alarm = shown.alarm();
        x().setLabel("threshold on " + alarm.measure().words()
                + (alarm.reference() == Alarm.Reference.ABSOLUTE ? "" : ", relative"));
    }

    @Override
    Heading heading(boolean cramped) {
        List<String> remarks = new ArrayList<>();
        curve.ifPresent(it -> {
            remarks.add(NumberText.count(it.grokked(), "run") + (it.grokked() == 1 ? " that groks, " : " that grok, ")
                    + NumberText.count(it.others()) + (it.others() == 1 ? " that does not" : " that do not")
                    + notCounted(it)
                    + (it.alarm().persistence() > 1 ? "; " + it.alarm().persistence() + " evaluations in a row" : ""));
            if (it.points().isEmpty()) {
                remarks.add("not measured in these runs");
            }
        });
        return new Heading("Lead against threshold", remarks, List.of(
                new KeyEntry.Line("mean lead, 95% interval", SeriesStyle.solid(style().synchronization().colour()),
                        WIDTH),
                new KeyEntry.Line("comes first (of those that grok)", first(), WIDTH),
                new KeyEntry.Line("false alarms (of the others)", falseAlarms(), WIDTH)));
    }

    private static String notCounted(LeadCurve curve) {
        String words = curve.alarm().measure().words();
        String repeated = curve.repeated() == 0 ? "" : NumberText.count(curve.repeated(), "repetition");
        String left = curve.left() == 0 ? "" : NumberText.count(curve.left()) + " without " + words + " or an end";
        String both = Stream.of(repeated, left).filter(it -> !it.isEmpty()).collect(Collectors.joining(", "));
        return both.isEmpty() ? "" : " (not counted: " + both + ")";
    }

    private SeriesStyle first() {
        return SeriesStyle.dashed(style().train().colour(), 6f, 3f);
    }

    private SeriesStyle falseAlarms() {
        return SeriesStyle.dashed(style().validation().colour(), 2f, 2f);
    }

    @Override
    RectangleInsets room(Graphics2D g2) {
        return ROOM;
    }

    private List<Point> points() {
        return curve.map(LeadCurve::points).orElse(List.of());
    }

    @Override
    boolean fit(Graphics2D g2, Rectangle2D data) {
        List<Point> points = points();
        boolean log = curve.filter(it -> it.alarm().measure().scale() == Measure.Scale.LOG
                && it.alarm().reference() == Alarm.Reference.ABSOLUTE).isPresent();
        double left = points.isEmpty() ? 0 : points.getFirst().threshold();
        double right = points.isEmpty() ? 1 : points.getLast().threshold();
        x().show(log ? left : Math.min(left, 0), right,
                log ? LabelledAxis.decades(left, right) : List.of(LabelledAxis.round(left, right)));
        double low = Math.min(0, leads().min().orElse(0));
        double high = Math.max(0, leads().max().orElse(1000));
        double air = 0.06 * Math.max(1, high - low);
        y().show(low - air, high + air, List.of(List.of(0.0), LabelledAxis.round(low - air, high + air)));
        return data.getHeight() >= LEAST_HEIGHT;
    }

    @Override
    Optional<ChartMark> markAt(Rectangle2D data, double atX, double atY) {
        List<Point> points = points();
        OptionalInt nearest = new CurvePointer<>(points, point -> xOf(point.threshold(), data), _ -> atY).nearest(atX);
        if (nearest.isEmpty()) {
            return Optional.empty();
        }
        Point point = points.get(nearest.getAsInt());
        double x = xOf(point.threshold(), data);
        return Optional.of(new ChartMark(words(point), new Line2D.Double(x, data.getMinY(), x, data.getMaxY()),
                MarkTarget.ITSELF));
    }

    private static String words(Point point) {
        String lead = point.leads() == 0
                ? "no run has a lead"
                : "mean lead " + steps(point.mean()) + " steps" + point.interval()
                        .map(it -> " (" + steps(it.low()) + " to " + steps(it.high()) + ")").orElse("");
        return "threshold " + label(point.threshold()) + "\n" + lead + share("\ncomes first in ", point.first())
                + share("\nfalse alarms in ", point.falseAlarms());
    }

    private static String steps(double steps) {
        return StepLabel.of(Math.round(steps)).replace('-', '\u2212');
    }

    private static String share(String words, double share) {
        return Double.isFinite(share) ? words + NumberText.percent(share) : "";
    }

    private DoubleStream leads() {
        return points().stream().flatMapToDouble(point -> DoubleStream.concat(DoubleStream.of(point.mean()),
                point.interval().stream().flatMapToDouble(it -> DoubleStream.of(it.low(), it.high()))))
                .filter(Double::isFinite);
    }

    @Override
    void drawContents(Graphics2D g2, Rectangle2D data) {
        Shape clip = g2.getClip();
        g2.clip(data);
        g2.setPaint(style().muted());
        g2.setStroke(new BasicStroke(1f));
        double zero = yOf(0, data);
        g2.draw(new Line2D.Double(data.getMinX(), zero, data.getMaxX(), zero));
        drawBand(g2, data);
        draw(g2, data, SeriesStyle.solid(style().synchronization().colour()), point -> yOf(point.mean(), data));
        draw(g2, data, first(), point -> heightOf(point.first(), data));
        draw(g2, data, falseAlarms(), point -> heightOf(point.falseAlarms(), data));
        curve.ifPresent(it -> {
            double at = xOf(it.alarm().threshold(), data);
            g2.setPaint(style().muted());
            g2.setStroke(SeriesStyle.dashed(style().muted(), 5f, 3f).stroke(1.2f));
            g2.draw(new Line2D.Double(at, data.getMinY(), at, data.getMaxY()));
        });
        g2.setClip(clip);
        g2.setFont(style().labelFont());
        g2.setPaint(style().muted());
        for (int percent = 0; percent <= 100; percent += 50) {
            float baseline = (float) (heightOf(percent / 100.0, data) + Heading.middleToBaseline(g2.getFontMetrics()));
            g2.drawString(percent + "%", (float) data.getMaxX() + LABEL_GAP, baseline);
        }
    }

    /** Shares take the whole height, 0 at the bottom, with a little room. */
    private static double heightOf(double share, Rectangle2D data) {
        return data.getMaxY() - (0.03 + 0.94 * share) * data.getHeight();
    }

    private void drawBand(Graphics2D g2, Rectangle2D data) {
        Color colour = style().synchronization().colour();
        g2.setPaint(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), BAND_ALPHA));
        List<Point> row = new ArrayList<>();
        for (Point point : points()) {
            if (point.interval().isPresent()) {
                row.add(point);
            } else {
                fill(g2, data, row);
                row.clear();
            }
        }
        fill(g2, data, row);
    }

    private void fill(Graphics2D g2, Rectangle2D data, List<Point> row) {
        if (row.size() < 2) {
            return;
        }
        Path2D band = new Path2D.Double();
        for (int i = 0; i < row.size(); i++) {
            Interval interval = row.get(i).interval().orElseThrow();
            add(band, xOf(row.get(i).threshold(), data), yOf(interval.high(), data), i == 0);
        }
        for (int i = row.size() - 1; i >= 0; i--) {
            Interval interval = row.get(i).interval().orElseThrow();
            add(band, xOf(row.get(i).threshold(), data), yOf(interval.low(), data), false);
        }
        band.closePath();
        g2.fill(band);
    }

    private void draw(Graphics2D g2, Rectangle2D data, SeriesStyle look, ToDoubleFunction<Point> height) {
        Path2D path = new Path2D.Double();
        boolean gap = true;
        for (Point point : points()) {
            double y = height.applyAsDouble(point);
            if (Double.isFinite(y)) {
                add(path, xOf(point.threshold(), data), y, gap);
            }
            gap = !Double.isFinite(y);
        }
        g2.setPaint(look.colour());
        g2.setStroke(look.stroke(WIDTH));
        g2.draw(path);
    }

    private static void add(Path2D path, double x, double y, boolean begins) {
        if (begins) {
            path.moveTo(x, y);
        } else {
            path.lineTo(x, y);
        }
    }
}
