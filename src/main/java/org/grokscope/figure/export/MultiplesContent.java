package org.grokscope.figure.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.grokscope.analysis.Alignment;
import org.grokscope.figure.FigureStyle;
import org.grokscope.figure.MultiplesFigure;
import org.grokscope.figure.SeriesStyle;
import org.grokscope.measure.Measure;
import org.grokscope.run.RunHistory;
import org.grokscope.text.InvalidSetting;

/**
 * Several measures of several runs, a small chart for each: a comparison for each measure, its curves one under the other.
 *
 * @param measures the columns, from the left
 * @param bands whether the seeds of one configuration are one row, drawn as mean and range
 * @param looks of runs by their ids, where they are given
 */
public record MultiplesContent(List<RunHistory> runs, List<Measure> measures, Alignment alignment, boolean bands,
        Map<String, SeriesStyle> looks)
        implements
            FigureContent {
    /** What is shown until someone chooses otherwise. */
    public static final List<Measure> USUAL = List.of(Measure.VALIDATION_ACCURACY, Measure.FSD, Measure.RESTRICTED_LOSS,
            Measure.WEIGHT_NORM);
    /** More columns would be too narrow to be read. */
    public static final int MOST_MEASURES = 8;

    /** @throws InvalidSetting when there are more measures than columns */
    public MultiplesContent {
        runs = List.copyOf(runs);
        measures = List.copyOf(measures);
        looks = Map.copyOf(looks);
        InvalidSetting.unless(!measures.isEmpty() && measures.size() <= MOST_MEASURES, "measures",
                "Small multiples have 1 to " + MOST_MEASURES + " measures, and these are " + measures.size() + ".");
    }

    /** Runs in the looks that they have alone. */
    public MultiplesContent(List<RunHistory> runs, List<Measure> measures, Alignment alignment, boolean bands) {
        this(runs, measures, alignment, bands, Map.of());
    }

    @Override
    public MultiplesContent in(Map<String, SeriesStyle> others) {
        return new MultiplesContent(runs, measures, alignment, bands, others);
    }

    private List<CompareContent> columns() {
        return measures.stream().map(measure -> new CompareContent(runs, measure, alignment, bands, looks)).toList();
    }

    @Override
    public FigureName name() {
        return FigureName.MULTIPLES;
    }

    @Override
    public List<RunHistory> named() {
        return runs;
    }

    /** @throws InvalidSetting when there are more rows than fit a figure */
    @Override
    public PageDrawing drawing(FigureStyle style) {
        List<CompareContent> columns = columns();
        MultiplesFigure figure = new MultiplesFigure(measures, style);
        figure.update(columns.stream().map(CompareContent::comparison).toList(), columns.getFirst().styles());
        return figure::draw;
    }

    @Override
    public double usualHeight(double width) {
        return MultiplesFigure.height(columns().getFirst().comparison().curves().size(), width);
    }

    /** The numbers of each column, one after the other. */
    @Override
    public void table(boolean raw, Rows rows) {
        columns().forEach(column -> column.table(raw, rows));
    }

    @Override
    public void describe(ObjectNode settings) {
        ArrayNode names = settings.putArray("measures");
        measures.forEach(measure -> names.add(measure.option()));
        settings.put("align", CompareContent.key(alignment)).put("bands", bands);
    }

    @Override
    public List<String> options() {
        List<String> options = new ArrayList<>(List.of("--measures",
                measures.stream().map(Measure::option).collect(Collectors.joining(",")), "--align",
                CompareContent.key(alignment)));
        if (bands) {
            options.add("--bands");
        }
        return options;
    }
}
