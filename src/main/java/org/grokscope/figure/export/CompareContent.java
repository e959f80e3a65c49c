package org.grokscope.figure.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.grokscope.analysis.Alignment;
import org.grokscope.analysis.Comparison;
import org.grokscope.figure.CompareFigure;
import org.grokscope.figure.FigureStyle;
import org.grokscope.figure.RunLooks;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Measure;
import org.grokscope.run.EvaluationLine;
import org.grokscope.run.RunHistory;

/**
 * One measure of several runs laid over each other.
 *
 * @param bands whether the seeds of one configuration are drawn as mean and range
 */
public record CompareContent(List<RunHistory> runs, Measure measure, Alignment alignment, boolean bands)
        implements
            FigureContent {
    private static final double PLOT_HEIGHT = 0.5;
    private static final double HEADING = 130;

    public CompareContent {
        runs = List.copyOf(runs);
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
    public PageDrawing drawing() {
        CompareFigure figure = new CompareFigure(measure, FigureStyle.PAGE);
        Comparison comparison = comparison();
        figure.update(comparison, RunLooks.of(comparison));
        return figure::draw;
    }

    private Comparison comparison() {
        return Comparison.of(runs, measure, alignment, bands);
    }

    @Override
    public double usualHeight(double width) {
        return PLOT_HEIGHT * width + HEADING;
    }

    /** The values of every run, a fork's from where it left, at the steps of the log, whatever they are aligned at. */
    @Override
    public TidyTable table() {
        TidyTable table = new TidyTable();
        for (RunHistory run : runs) {
            for (Evaluation evaluation : run.ownEvaluations()) {
                // As it was logged: the chart lifts a loss of 0 onto its logarithmic axis.
                JsonNode value = EvaluationLine.write(evaluation).get(measure.key());
                table.add(evaluation.step(), run.head().id(), measure.key(),
                        value.isNull() ? "" : value.asText());
            }
        }
        return table;
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
