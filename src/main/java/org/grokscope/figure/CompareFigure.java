package org.grokscope.figure;

import java.util.List;
import org.grokscope.analysis.Comparison;
import org.grokscope.measure.Measure;

/** Runs laid over each other in one chart. */
public final class CompareFigure extends PlotFigure {
    private final Measure measure;
    private final ComparePlot plot;

    /** Makes a figure without runs. */
    public CompareFigure(Measure measure, FigureStyle style) {
        this(measure, new ComparePlot(measure, style), style);
    }

    private CompareFigure(Measure measure, ComparePlot plot, FigureStyle style) {
        super(plot, style);
        this.measure = measure;
        this.plot = plot;
    }

    /** Returns whether it is a figure of this measure in this style. */
    public boolean is(Measure other, FigureStyle otherStyle) {
        return measure == other && style() == otherStyle;
    }

    /**
     * Replaces what is drawn; listeners of the chart hear of it once.
     *
     * @param looks of the curves, one each
     * @throws IllegalArgumentException when it is a comparison of another measure
     */
    public void update(Comparison comparison, List<SeriesStyle> looks) {
        if (comparison.measure() != measure) {
            throw new IllegalArgumentException("This figure shows " + measure + " and not " + comparison.measure());
        }
        plot.show(comparison, looks);
        changed();
    }
}
