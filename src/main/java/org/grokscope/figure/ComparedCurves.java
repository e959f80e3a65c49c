package org.grokscope.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.grokscope.analysis.Alignment;
import org.grokscope.analysis.ComparedCurve;
import org.grokscope.analysis.Comparison;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Milestone;
import org.grokscope.text.PlainNumber;
import org.grokscope.text.StepLabel;
import org.jfree.chart.ui.RectangleEdge;

/** The curves of a comparison on a pair of axes of their own, drawn into whatever area it is given. */
final class ComparedCurves {
    private static final int BAND_ALPHA = 44;
    private static final double DOT = 3.2;

    private final FigureStyle style;
    private final LabelledAxis x;
    private final LabelledAxis y;
    private Comparison comparison;
    private List<SeriesStyle> looks = List.of();

    ComparedCurves(Measure measure, FigureStyle style) {
        this.style = style;
        this.x = new LabelledAxis(style, false, ComparedCurves::step);
        this.y = new LabelledAxis(style, measure.scale() == Measure.Scale.LOG, label(measure.scale()));
        this.comparison = new Comparison(measure, Alignment.START, List.of(), 0);
    }

    /**
     * Replaces what is drawn.
     *
     * @param others looks of the curves, one each
     */
    void show(Comparison other, List<SeriesStyle> others) {
        comparison = other;
        looks = List.copyOf(others);
    }

    LabelledAxis x() {
        return x;
    }

    LabelledAxis y() {
        return y;
    }

    Comparison comparison() {
        return comparison;
    }

    private Measure measure() {
        return comparison.measure();
    }

    /** Returns what is said under a title. */
    List<String> remarks() {
        return comparison.banded() ? List.of("mean and range of the runs, as far as all of them go") : List.of();
    }

    /** Returns what would mislead if it were not said. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        comparison.curves().stream().flatMap(curve -> curve.unlikeSteps().stream()).distinct().forEach(notes::add);
        long lifted = comparison.curves().stream().flatMap(curve -> curve.runs().stream())
                .flatMap(run -> run.ownEvaluations().stream())
                .filter(evaluation -> Curves.lifted(measure(), evaluation)).count();
        if (lifted > 0) {
            notes.add(Curves.liftedWords(lifted));
        }
        if (comparison.leftOut() > 0) {
            notes.add(comparison.leftOut() + (comparison.leftOut() == 1 ? " run has" : " runs have")
                    + (comparison.alignment() == Alignment.FORK ? " no fork" : " not grokked")
                    + " to be aligned at and " + (comparison.leftOut() == 1 ? "is" : "are") + " not drawn");
        }
        return notes;
    }

    /** Returns whether there are curves and not one of them has a value. */
    boolean unmeasured() {
        return !comparison.curves().isEmpty() && values().findAny().isEmpty();
    }

    /** Returns the sample that stands for the dots in a key. */
    KeyEntry grokkedKey() {
        return new KeyEntry.Sign("grokked", dot(0, 0), style.muted(), true);
    }

    /** Where all grok at 0, the line there says it. */
    boolean marksGrokking() {
        return comparison.alignment() != Alignment.GROKKING
                && comparison.curves().stream().anyMatch(curve -> curve.grokked().isPresent());
    }

    /** Fits the axes to the curves. */
    void fit() {
        double first = points(ComparedCurve.Point::step).min().orElse(0);
        double last = points(ComparedCurve.Point::step).max().orElse(0);
        double end = last > first ? last : first + 1000;
        x.show(first, end, List.of(LabelledAxis.round(first, end)));
        fitValues();
    }

    private void fitValues() {
        double least = values().min().orElse(Double.NaN);
        double greatest = values().max().orElse(Double.NaN);
        switch (measure().scale()) {
            case SHARE -> y.show(-0.02, 1.03, List.of(List.of(0.0, 1.0), List.of(0.5), List.of(0.25, 0.75)));
            case DEGREE -> {
                double low = least < 0 ? Math.floor(least * 10) / 10 : 0;
                y.show(low - 0.02, 1.03, List.of(List.of(0.0, 1.0), List.of(0.5), List.of(0.25, 0.75)));
            }
            case AMOUNT -> {
                double high = greatest > 0 ? greatest : 100;
                y.show(-0.02 * high, 1.06 * high, List.of(LabelledAxis.round(0, 1.06 * high)));
            }
            case SIGNED -> {
                double low = Math.min(0, values().min().orElse(-1));
                double high = Math.max(0, values().max().orElse(1));
                double room = 0.06 * Math.max(high - low, 1e-3);
                y.show(low - room, high + room, List.of(LabelledAxis.round(low - room, high + room)));
            }
            case LOG -> {
                double low = Math.floor(Math.log10(least > 0 ? least : 0.1));
                double high = Math.max(low + 1, Math.log10(greatest > 0 ? greatest : 10) + 0.1);
                List<Double> tens = new ArrayList<>();
                for (double exponent = low; exponent <= high; exponent++) {
                    tens.add(Math.pow(10, exponent));
                }
                y.show(Math.pow(10, low - 0.05), Math.pow(10, high), List.of(tens));
            }
        }
    }

    private DoubleStream values() {
        return DoubleStream.concat(points(ComparedCurve.Point::low), points(ComparedCurve.Point::high))
                .filter(Double::isFinite).map(value -> Comparison.onAxis(measure(), value));
    }

    private DoubleStream points(ToDoubleFunction<ComparedCurve.Point> number) {
        return comparison.curves().stream().flatMap(curve -> curve.points().stream()).mapToDouble(number);
    }

    /** Draws some of the curves: lines and bands clipped to the area, and over its edges the dots where they grokked. */
    void draw(Graphics2D g2, Rectangle2D data, List<ComparedCurve> curves, float width) {
        if (!curves.isEmpty()) {
            drawOrigin(g2, data);
        }
        Shape clip = g2.getClip();
        g2.clip(data);
        curves.stream().filter(ComparedCurve::banded).forEach(curve -> drawBand(g2, data, curve));
        curves.forEach(curve -> drawCurve(g2, data, curve, width));
        g2.setClip(clip);
        if (marksGrokking()) {
            curves.forEach(curve -> curve.grokked().ifPresent(at -> drawGrokked(g2, data, curve, at)));
        }
    }

    /** A line through what the runs are aligned at, unless it is the end of the axis anyway. */
    private void drawOrigin(Graphics2D g2, Rectangle2D data) {
        if (comparison.alignment() == Alignment.GROKKING) {
            g2.setPaint(style.milestones().getOrDefault(Milestone.GROKKED, style.muted()));
            g2.setStroke(SeriesStyle.dashed(style.muted(), 2f, 3f).stroke(1.2f));
            double at = xOf(0, data);
            g2.draw(new Line2D.Double(at, data.getMinY(), at, data.getMaxY()));
        }
    }

    private void drawBand(Graphics2D g2, Rectangle2D data, ComparedCurve curve) {
        Path2D band = new Path2D.Double();
        reduced(g2, data, curve, ComparedCurve.Point::high).lines().forEach(line -> band.append(line, false));
        List<Point2D> back = new ArrayList<>();
        double[] at = new double[6];
        reduced(g2, data, curve, ComparedCurve.Point::low).lines().forEach(line -> {
            for (var path = line.getPathIterator(null); !path.isDone(); path.next()) {
                path.currentSegment(at);
                back.add(new Point2D.Double(at[0], at[1]));
            }
        });
        if (back.isEmpty()) {
            return;
        }
        back.reversed().forEach(point -> band.lineTo(point.getX(), point.getY()));
        band.closePath();
        Color colour = look(curve).colour();
        g2.setPaint(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), BAND_ALPHA));
        g2.fill(band);
    }

    private void drawCurve(Graphics2D g2, Rectangle2D data, ComparedCurve curve, float width) {
        PixelColumns columns = reduced(g2, data, curve, ComparedCurve.Point::value);
        SeriesStyle look = look(curve);
        g2.setPaint(look.colour());
        g2.setStroke(look.stroke(width));
        columns.lines().forEach(g2::draw);
        look.mark().drawAlong(g2, columns::lines, comparison.curves().indexOf(curve), look.colour(),
                style.background());
        g2.setPaint(look.colour());
        columns.dots().forEach(dot -> g2.fill(dot(dot.getX(), dot.getY())));
    }

    private PixelColumns reduced(Graphics2D g2, Rectangle2D data, ComparedCurve curve,
            ToDoubleFunction<ComparedCurve.Point> value) {
        return pointer(data, curve, value).columns(1 / Math.max(1, Math.abs(g2.getTransform().getScaleX())));
    }

    /** Returns what finds the points of a curve drawn into an area. */
    CurvePointer<ComparedCurve.Point> pointer(Rectangle2D data, ComparedCurve curve) {
        return pointer(data, curve, ComparedCurve.Point::value);
    }

    private CurvePointer<ComparedCurve.Point> pointer(Rectangle2D data, ComparedCurve curve,
            ToDoubleFunction<ComparedCurve.Point> value) {
        return new CurvePointer<>(curve.points(), point -> xOf(point.step(), data),
                point -> yOf(Comparison.onAxis(measure(), value.applyAsDouble(point)), data));
    }

    /** Returns what a curve's mark stands for: the first of its runs stands for the others. */
    static MarkTarget target(ComparedCurve curve) {
        return new MarkTarget.Run(curve.runs().getFirst().head().id());
    }

    /** Returns whether a run is one of a curve's. */
    static boolean meets(ComparedCurve curve, MarkTarget target) {
        return MarkTarget.of(curve.runs().stream().map(run -> run.head().id()).toList()).meets(target);
    }

    /** Says what a curve's point nearest to a place is; empty where it has none. */
    String wordsAt(Rectangle2D data, ComparedCurve curve, double atX) {
        var point = pointer(data, curve).nearest(atX);
        return point.isEmpty() ? "" : words(curve.points().get(point.getAsInt()));
    }

    private String words(ComparedCurve.Point point) {
        return "\n" + measure().words() + " " + measure().text(point.value()) + " at step " + step(point.step());
    }

    private void drawGrokked(Graphics2D g2, Rectangle2D data, ComparedCurve curve, ComparedCurve.Point at) {
        Ellipse2D dot = dot(xOf(at.step(), data), yOf(Comparison.onAxis(measure(), at.value()), data));
        g2.setPaint(style.background());
        g2.setStroke(new BasicStroke(2.4f));
        g2.draw(dot);
        g2.setPaint(look(curve).colour());
        g2.fill(dot);
    }

    /** Returns the look of one of the curves. */
    SeriesStyle look(ComparedCurve curve) {
        return looks.get(comparison.curves().indexOf(curve));
    }

    private double xOf(double step, Rectangle2D data) {
        return x.valueToJava2D(step, data, RectangleEdge.BOTTOM);
    }

    private double yOf(double value, Rectangle2D data) {
        return y.valueToJava2D(value, data, RectangleEdge.LEFT);
    }

    private static Ellipse2D dot(double x, double y) {
        return new Ellipse2D.Double(x - DOT, y - DOT, 2 * DOT, 2 * DOT);
    }

    private static String step(double step) {
        return StepLabel.of(step).replace('-', '\u2212');
    }

    private static DoubleFunction<String> label(Measure.Scale scale) {
        return switch (scale) {
            case SHARE -> share -> Math.round(100 * share) + "%";
            case DEGREE, SIGNED -> PlainNumber::of;
            case AMOUNT -> StepLabel::of;
            case LOG -> value -> DecadeAxis.label((int) Math.round(Math.log10(value)));
        };
    }
}
