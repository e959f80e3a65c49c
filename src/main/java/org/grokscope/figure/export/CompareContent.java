package org.grokscope.figure.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.grokscope.analysis.Alignment;
import org.grokscope.analysis.ComparedCurve;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.grokscope.analysis.Comparison;
import org.grokscope.figure.CompareFigure;
import org.grokscope.figure.CurveAxis;
import org.grokscope.figure.FigureStyle;
import org.grokscope.figure.RunLooks;
import org.grokscope.figure.SeriesStyle;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Measure;
import org.grokscope.run.EvaluationLine;
import org.grokscope.run.RunHistory;

/**
 * One measure of several runs laid over each other.
 *
 * @param bands whether the seeds of one configuration are drawn as mean and range
 * @param looks of runs by their ids, where they are given
 */
public record CompareContent(List<RunHistory> runs, Measure measure, Alignment alignment, boolean bands,
        Map<String, SeriesStyle> looks)
        implements
            FigureContent {
    private static final double PLOT_HEIGHT = 0.5;
    private static final double HEADING = 130;
    private static final float LINE = 1.7f;
    private static final float THIN = 0.6f;

    public CompareContent {
        runs = List.copyOf(runs);
        looks = Map.copyOf(looks);
    }

    /** Runs in the looks that they have alone. */
    public CompareContent(List<RunHistory> runs, Measure measure, Alignment alignment, boolean bands) {
        this(runs, measure, alignment, bands, Map.of());
    }

    @Override
    public CompareContent in(Map<String, SeriesStyle> others) {
        return new CompareContent(runs, measure, alignment, bands, others);
    }

    /** Returns the looks of the curves, one each. */
    List<SeriesStyle> styles() {
        return styles(comparison());
    }

    /** Returns how a constant is called on the command line. */
    public static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public FigureName name() {
        return FigureName.COMPARE;
    }

    @Override
    public List<RunHistory> named() {
        return runs;
    }

    /** @throws org.grokscope.text.InvalidSetting when there are more curves than can be told apart */
    @Override
    public PageDrawing drawing(FigureStyle style) {
        CompareFigure figure = new CompareFigure(measure, style);
        Comparison comparison = comparison();
        figure.update(comparison, styles(comparison));
        return figure::draw;
    }

    /** A mean is followed by the least and the greatest of its runs, in thin lines. */
    @Override
    public Optional<Plotted> plotted() {
        Comparison comparison = comparison();
        List<SeriesStyle> styles = styles(comparison);
        List<CurveAxis.Curve> drawn = new ArrayList<>();
        for (int i = 0; i < comparison.curves().size(); i++) {
            ComparedCurve curve = comparison.curves().get(i);
            String key = measure.key() + (curve.banded() ? ".mean" : "");
            drawn.add(curve(curve, key, curve.label(), styles.get(i), LINE, ComparedCurve.Point::value));
            if (curve.banded()) {
                drawn.add(curve(curve, measure.key() + ".low", "", styles.get(i), THIN, ComparedCurve.Point::low));
                drawn.add(curve(curve, measure.key() + ".high", "", styles.get(i), THIN, ComparedCurve.Point::high));
            }
        }
        boolean share = measure.scale() == Measure.Scale.SHARE;
        double[] steps = drawn.stream().flatMapToDouble(curve -> Arrays.stream(curve.steps())).sorted().toArray();
        return steps.length == 0
                ? Optional.empty()
                : Optional.of(new Plotted(List.of(new CurveAxis(measure.axisTitle(),
                        measure.scale() == Measure.Scale.LOG, share ? -0.02 : Double.NaN, share ? 1.03 : Double.NaN,
                        drawn,
                        List.of(), false)), alignment.axis(), steps[0], steps[steps.length - 1], false,
                        new TreeMap<>()));
    }

    private CurveAxis.Curve curve(ComparedCurve curve, String key, String label, SeriesStyle style, float width,
            ToDoubleFunction<ComparedCurve.Point> value) {
        return new CurveAxis.Curve(curve.runs().getFirst().head().id(), key, label, style, width,
                curve.points().stream().mapToDouble(ComparedCurve.Point::step).toArray(),
                curve.points().stream().mapToDouble(it -> Comparison.onAxis(measure, value.applyAsDouble(it)))
                        .toArray());
    }

    private List<SeriesStyle> styles(Comparison comparison) {
        List<SeriesStyle> usual = RunLooks.of(comparison);
        return IntStream.range(0, usual.size()).mapToObj(i -> looks.getOrDefault(
                comparison.curves().get(i).runs().getFirst().head().id(), usual.get(i))).toList();
    }

    Comparison comparison() {
        return Comparison.of(runs, measure, alignment, bands);
    }

    @Override
    public double usualHeight(double width) {
        return PLOT_HEIGHT * width + HEADING;
    }

    /** The curves: runs at their own steps and at those of the figure; of a mean also the range and how many it is of. */
    @Override
    public void table(boolean raw, Rows rows) {
        if (raw) {
            addLogged(rows);
        } else {
            comparison().curves().forEach(curve -> addShown(rows, curve));
        }
    }

    /** As it was logged: the chart lifts a loss of 0 onto its logarithmic axis. */
    private void addLogged(Rows rows) {
        for (RunHistory run : runs) {
            int origin = alignment.origin(run).orElse(0);
            for (Evaluation evaluation : run.evaluations()) {
                JsonNode value = EvaluationLine.write(evaluation).path(measure.key());
                rows.add(evaluation.step(), evaluation.step() - origin, run, Column.of(measure),
                        value.isNumber() ? value.asText() : "");
            }
        }
    }

    private void addShown(Rows rows, ComparedCurve curve) {
        RunHistory first = curve.runs().getFirst();
        for (ComparedCurve.Point point : curve.points()) {
            if (curve.banded()) {
                Map<Column, Double> numbers = new LinkedHashMap<>();
                numbers.put(Column.of(measure).part("mean"), Comparison.onAxis(measure, point.value()));
                numbers.put(Column.of(measure).part("low"), Comparison.onAxis(measure, point.low()));
                numbers.put(Column.of(measure).part("high"), Comparison.onAxis(measure, point.high()));
                numbers.put(new Column(measure.key() + ".count", "runs"), (double) curve.runs().size());
                numbers.forEach((column, value) -> rows.addMean(point.step(), curve.runs(), curve.label(), column,
                        value));
            } else {
                int origin = alignment.origin(first).orElse(0);
                rows.add((int) Math.round(point.step() + origin), point.step(), first, Column.of(measure),
                        Rows.text(Comparison.onAxis(measure, point.value())));
            }
        }
    }

    @Override
    public void describe(ObjectNode settings) {
        settings.put("measure", measure.option()).put("align", key(alignment)).put("bands", bands);
    }

    @Override
    public List<String> warnings() {
        return RunLooks.warnings(comparison().curves().size());
    }

    @Override
    public List<String> options() {
        List<String> options = new ArrayList<>(List.of("--measure", measure.option(), "--align", key(alignment)));
        if (bands) {
            options.add("--bands");
        }
        return options;
    }
}
