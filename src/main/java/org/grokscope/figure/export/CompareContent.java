package org.grokscope.figure.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.grokscope.analysis.Alignment;
import org.grokscope.analysis.ComparedCurve;
import org.grokscope.analysis.Comparison;
import org.grokscope.figure.CompareFigure;
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
        List<SeriesStyle> usual = RunLooks.of(comparison);
        figure.update(comparison, IntStream.range(0, usual.size()).mapToObj(i -> looks.getOrDefault(
                comparison.curves().get(i).runs().getFirst().head().id(), usual.get(i))).toList());
        return figure::draw;
    }

    private Comparison comparison() {
        return Comparison.of(runs, measure, alignment, bands);
    }

    @Override
    public double usualHeight(double width) {
        return PLOT_HEIGHT * width + HEADING;
    }

    /** The curves: runs at their own steps and at those of the figure; of a mean also the range and how many it is of. */
    @Override
    public TidyTable table(boolean raw) {
        TidyTable table = new TidyTable();
        if (raw) {
            addLogged(table);
        } else {
            comparison().curves().forEach(curve -> addShown(table, curve));
        }
        return table;
    }

    /** As it was logged: the chart lifts a loss of 0 onto its logarithmic axis. */
    private void addLogged(TidyTable table) {
        for (RunHistory run : runs) {
            int origin = alignment.origin(run).orElse(0);
            for (Evaluation evaluation : run.evaluations()) {
                JsonNode value = EvaluationLine.write(evaluation).get(measure.key());
                table.add(evaluation.step(), evaluation.step() - origin, run, measure.key(),
                        value.isNull() ? "" : value.asText());
            }
        }
    }

    private void addShown(TidyTable table, ComparedCurve curve) {
        RunHistory first = curve.runs().getFirst();
        for (ComparedCurve.Point point : curve.points()) {
            if (curve.banded()) {
                Map<String, Double> numbers = new LinkedHashMap<>();
                numbers.put("mean", Comparison.onAxis(measure, point.value()));
                numbers.put("low", Comparison.onAxis(measure, point.low()));
                numbers.put("high", Comparison.onAxis(measure, point.high()));
                numbers.put("count", (double) curve.runs().size());
                numbers.forEach((name, value) -> table.addMean(point.step(), curve.runs(), curve.label(),
                        measure.key() + "." + name, value));
            } else {
                int origin = alignment.origin(first).orElse(0);
                table.add((int) Math.round(point.step() + origin), point.step(), first, measure.key(),
                        TidyTable.text(Comparison.onAxis(measure, point.value())));
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
