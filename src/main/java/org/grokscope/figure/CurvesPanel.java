package org.grokscope.figure;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.grokscope.measure.Alarm;
import org.grokscope.measure.Panel;
import org.grokscope.run.RunHistory;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.XYDataset;

/** A panel of curves: one or two quantities of the primary run, and of others in those runs' colours. */
class CurvesPanel extends PanelPlot {
    /** Fits the axis to the curves on it. */
    interface Fit {
        /** Sets the axis' range. */
        void apply(ValueAxis axis, Curves curves);
    }

    /** What was drawn of a run before: a curve for each quantity. */
    private record Known(RunHistory history, int fromStep, List<Curves.Points> curves) {}

    static final float PRIMARY_WIDTH = 1.7f;
    private static final float LEVEL_WIDTH = 1.2f;
    /** How near a level the pointer takes it, in pixels. */
    private static final double GRIP = 5;
    private static final float CHOSEN_WIDTH = 2f;
    private static final float OTHER_WIDTH = 1.4f;
    private static final float FAINT_WIDTH = 1f;
    private static final float SECOND_WIDTH = 0.7f;

    private static final float HIGHLIGHTED = 1.7f;

    private final List<Quantity> quantities;
    private final Fit fit;
    private List<Known> known = List.of();
    private List<String> runOfCurve = List.of();
    private List<CurveRenderer.Pen> penOfCurve = List.of();
    private Optional<String> highlighted = Optional.empty();
    private List<Alarm> alarms = List.of();
    private List<AlarmLevel> levels = List.of();

    CurvesPanel(Panel panel, FigureStyle style, ValueAxis axis, List<Quantity> quantities, Fit fit) {
        super(panel, style, axis);
        this.quantities = List.copyOf(quantities);
        this.fit = fit;
    }

    @Override
    void show(List<TimelineRun> runs) {
        levels = AlarmLevel.of(panel(), runs, alarms, style());
        clearRangeMarkers();
        levels.forEach(level -> addRangeMarker(
                new ValueMarker(level.value(), level.style().colour(), level.style().stroke(LEVEL_WIDTH)),
                Layer.BACKGROUND));
        Curves curves = new Curves();
        List<CurveRenderer.Pen> pens = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        List<Known> now = new ArrayList<>();
        boolean overlaid = TimelineRun.overlaid(runs);
        highlighted.filter(id -> runs.stream().noneMatch(run -> run.history().head().id().equals(id)))
                .ifPresent(_ -> highlighted = Optional.empty());
        // The primary run comes last, on top; and above it the one that the pointer is on.
        runs.stream().sorted(Comparator.comparing((TimelineRun run) -> lit(run.history().head().id()))
                .thenComparing((TimelineRun run) -> run.primary()))
                .forEach(run -> {
                    String id = run.history().head().id();
                    Known it = known(run);
                    now.add(it);
                    for (int i = 0; i < quantities.size(); i++) {
                        Quantity quantity = quantities.get(i);
                        curves.add(it.curves().get(i));
                        ids.add(id);
                        pens.add(style().page() && runs.size() > 1
                                ? pagePen(run, quantity)
                                : light(id, pen(run, quantity, overlaid)));
                    }
                });
        runOfCurve = ids;
        penOfCurve = pens;
        known = now;
        setDataset(1, curves);
        setRenderer(1, new CurveRenderer(pens, style()), false);
        fit.apply(getRangeAxis(), curves);
        List<KeyEntry> entries = new ArrayList<>(keyOf(runs));
        liftedWords(runs).ifPresent(words -> entries.add(new KeyEntry.Words(words)));
        key(entries);
        boolean evaluated = runs.stream().anyMatch(run -> !run.drawn().isEmpty());
        hint(evaluated && curves.least() > curves.greatest() ? "not measured in this run" : "");
    }

    /** On a page it is said how many values stand at the foot of the axis because they have no place on it. */
    private Optional<String> liftedWords(List<TimelineRun> runs) {
        long lifted = style().page()
                ? runs.stream().flatMap(run -> run.drawn().stream())
                        .mapToLong(evaluation -> quantities.stream()
                                .filter(quantity -> quantity.lifted().test(evaluation)).count())
                        .sum()
                : 0;
        return lifted == 0 ? Optional.empty() : Optional.of(Curves.liftedWords(lifted));
    }

    /** Returns the points of a run's curves, which stay the same as long as the run has nothing new. */
    private Known known(TimelineRun run) {
        return known.stream().filter(it -> it.history() == run.history() && it.fromStep() == run.fromStep()).findFirst()
                .orElseGet(() -> new Known(run.history(), run.fromStep(),
                        quantities.stream().map(quantity -> Curves.points(run.drawn(), quantity.value())).toList()));
    }

    @Override
    CurveAxis plotted() {
        List<CurveAxis.Curve> drawn = new ArrayList<>();
        for (int i = 0; i < penOfCurve.size(); i++) {
            Quantity quantity = quantities.get(i % quantities.size());
            CurveRenderer.Pen pen = penOfCurve.get(i);
            drawn.add(curve(runOfCurve.get(i), quantity.label(), i, pen.style(), pen.width(), getDataset(1)));
        }
        ValueAxis axis = getRangeAxis();
        return new CurveAxis(panel().axisTitle(), axis instanceof DecadeAxis, axis.getLowerBound(),
                axis.getUpperBound(), drawn,
                levels.stream().map(level -> new CurveAxis.Level(level.value(), level.style())).toList(), false);
    }

    /** Returns a series of a dataset as numbers. */
    static CurveAxis.Curve curve(String run, String label, int series, SeriesStyle style, float width,
            XYDataset dataset) {
        int points = dataset.getItemCount(series);
        return new CurveAxis.Curve(run, label, label, style, width,
                IntStream.range(0, points).mapToDouble(i -> dataset.getXValue(series, i)).toArray(),
                IntStream.range(0, points).mapToDouble(i -> dataset.getYValue(series, i)).toArray());
    }

    @Override
    void alarms(List<Alarm> further) {
        alarms = List.copyOf(further);
    }

    @Override
    Optional<MovableAlarm> levelAt(double y, Rectangle2D area) {
        return levels.stream().filter(level -> Math.abs(
                getRangeAxis().valueToJava2D(level.value(), area, RectangleEdge.LEFT) - y) <= GRIP)
                .flatMap(level -> level.movable().stream()).findFirst();
    }

    /** Returns the entries of the key that name levels. */
    List<KeyEntry> keyOfLevels() {
        return levels.stream().map(level -> (KeyEntry) new KeyEntry.Line(level.label(), level.style(), LEVEL_WIDTH))
                .toList();
    }

    @Override
    void highlight(Optional<String> id) {
        highlighted = id;
    }

    private boolean lit(String id) {
        return highlighted.equals(Optional.of(id));
    }

    /** The run that the pointer is on stands out, and the others stand back. */
    private CurveRenderer.Pen light(String id, CurveRenderer.Pen pen) {
        if (highlighted.isEmpty()) {
            return pen;
        }
        return lit(id)
                ? new CurveRenderer.Pen(pen.style(), HIGHLIGHTED * pen.width(), pen.leaves())
                : new CurveRenderer.Pen(pen.style().in(style().faint(pen.style().colour())),
                        pen.width(), pen.leaves());
    }

    @Override
    Optional<NearCurve> near(double x, double y, Rectangle2D area) {
        return getDataset(1) instanceof Curves curves
                ? NearCurve.of(curves, runOfCurve, getDomainAxis(), getRangeAxis(), area, x, y)
                : Optional.empty();
    }

    @Override
    List<CurveDot> dotsAt(int step, Rectangle2D area) {
        return getDataset(1) instanceof Curves curves
                ? CurveDot.of(curves, penOfCurve, getDomainAxis(), getRangeAxis(), area, step)
                : List.of();
    }

    /** Returns the entries of the key. */
    List<KeyEntry> keyOf(List<TimelineRun> runs) {
        List<KeyEntry> entries = new ArrayList<>();
        if (style().page() && runs.size() > 1) {
            // The runs themselves stand in the legend of the whole.
            quantities.stream().filter(_ -> quantities.size() > 1)
                    .map(quantity -> new KeyEntry.Line(quantity.label(), SeriesStyle.solid(style().muted()),
                            quantity.leading() ? PRIMARY_WIDTH : SECOND_WIDTH))
                    .forEach(entries::add);
        } else if (quantities.size() > 1) {
            boolean overlaid = TimelineRun.overlaid(runs);
            for (Quantity quantity : quantities) {
                entries.add(new KeyEntry.Line(quantity.label(), overlaid ? muted(quantity) : quantity.style(),
                        PRIMARY_WIDTH));
            }
        }
        entries.addAll(keyOfLevels());
        return entries;
    }

    /** On a page a run looks the same in every panel, and its quantities are told apart by width. */
    private static CurveRenderer.Pen pagePen(TimelineRun run, Quantity quantity) {
        return quantity.leading()
                ? new CurveRenderer.Pen(run.style(), PRIMARY_WIDTH, run.fromStep() > 0)
                : new CurveRenderer.Pen(run.style(), SECOND_WIDTH);
    }

    private static CurveRenderer.Pen pen(TimelineRun run, Quantity quantity, boolean overlaid) {
        if (run.primary() && !overlaid) {
            return new CurveRenderer.Pen(quantity.style(), PRIMARY_WIDTH);
        }
        float width = run.primary() ? CHOSEN_WIDTH : OTHER_WIDTH;
        if (quantity.leading()) {
            return new CurveRenderer.Pen(run.style(), width, run.fromStep() > 0);
        }
        return new CurveRenderer.Pen(second(run.colour()), FAINT_WIDTH);
    }

    /** Where colours tell runs apart, a quantity is told by its dashes. */
    private SeriesStyle muted(Quantity quantity) {
        return quantity.leading() ? SeriesStyle.solid(style().muted()) : second(style().muted());
    }

    private static SeriesStyle second(Color colour) {
        return SeriesStyle.dashed(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 130), 2f, 2f);
    }
}
