package org.grokscope.figure;

import org.grokscope.analysis.LeadCurve;
import org.grokscope.measure.Alarm;
import org.grokscope.measure.Measure;

/** The lead of an alarm against its threshold. */
public final class LeadThresholdFigure extends PlotFigure {
    private final boolean logarithmic;
    private final LeadThresholdPlot plot;

    /** Makes a figure without runs, on the axis that an alarm's thresholds need. */
    public LeadThresholdFigure(Alarm alarm, FigureStyle style) {
        this(new LeadThresholdPlot(style, logarithmic(alarm)), logarithmic(alarm), style);
    }

    private LeadThresholdFigure(LeadThresholdPlot plot, boolean logarithmic, FigureStyle style) {
        super(plot, style);
        this.plot = plot;
        this.logarithmic = logarithmic;
    }

    private static boolean logarithmic(Alarm alarm) {
        return alarm.measure().scale() == Measure.Scale.LOG && alarm.reference() == Alarm.Reference.ABSOLUTE;
    }

    /** Returns whether it can show this alarm in this style. */
    public boolean is(Alarm alarm, FigureStyle other) {
        return logarithmic(alarm) == logarithmic && style() == other;
    }

    /** Replaces what is drawn; listeners of the chart hear of it once. */
    public void update(LeadCurve curve) {
        plot.show(curve);
        changed();
    }
}
