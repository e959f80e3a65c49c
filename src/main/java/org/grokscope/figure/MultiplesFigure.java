package org.grokscope.figure;

import java.util.List;
import org.grokscope.analysis.Comparison;
import org.grokscope.measure.Measure;

/** Small multiples: a row for each run or mean of runs, a column for each measure, and in each cell one small curve. */
public final class MultiplesFigure extends PlotFigure {
    /** So many rows are drawn; of more, the first ones, and it is said how many are missing. */
    public static final int MOST_ROWS = 40;

    private final List<Measure> measures;
    private final MultiplesPlot plot;

    /**
     * Makes a figure without runs.
     *
     * @param measures a column each, at least one
     */
    public MultiplesFigure(List<Measure> measures, FigureStyle style) {
        this(measures, new MultiplesPlot(measures, style), style);
    }

    private MultiplesFigure(List<Measure> measures, MultiplesPlot plot, FigureStyle style) {
        super(plot, style);
        this.measures = List.copyOf(measures);
        this.plot = plot;
    }

    /** Returns whether it is a figure of these measures in this style. */
    public boolean is(List<Measure> others, FigureStyle otherStyle) {
        return measures.equals(others) && style() == otherStyle;
    }

    /** Returns the height that so many rows should have at a width, heading and axis included, in units of the drawing. */
    public static double height(int rows, double width) {
        return MultiplesPlot.height(Math.min(rows, MOST_ROWS), width);
    }

    /**
     * Replaces what is drawn; listeners of the chart hear of it once.
     *
     * @param comparisons one for each measure, of the same runs
     * @param looks of the curves, one each
     * @throws IllegalArgumentException when they are comparisons of other measures
     */
    public void update(List<Comparison> comparisons, List<SeriesStyle> looks) {
        if (!comparisons.stream().map(Comparison::measure).toList().equals(measures)) {
            throw new IllegalArgumentException("This figure shows " + measures);
        }
        plot.show(comparisons, looks);
        changed();
    }
}
