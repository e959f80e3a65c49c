package org.grokscope.figure.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalInt;
import org.grokscope.analysis.LeadCurve;
import org.grokscope.figure.FigureStyle;
import org.grokscope.figure.LeadThresholdFigure;
import org.grokscope.measure.Alarm;
import org.grokscope.run.RunHistory;

/**
 * The lead of an alarm against its threshold, over several runs.
 *
 * @param alarm whose threshold is varied; its own one is marked
 */
public record LeadThresholdContent(List<RunHistory> runs, Alarm alarm) implements FigureContent {
    private static final double PLOT_HEIGHT = 0.5;
    private static final double HEADING = 110;

    public LeadThresholdContent {
        runs = List.copyOf(runs);
    }

    @Override
    public FigureName name() {
        return FigureName.LEAD_THRESHOLD;
    }

    @Override
    public List<RunHistory> named() {
        return runs;
    }

    @Override
    public PageDrawing drawing(FigureStyle style) {
        LeadThresholdFigure figure = new LeadThresholdFigure(alarm, style);
        figure.update(LeadCurve.of(runs, alarm));
        return figure::draw;
    }

    @Override
    public double usualHeight(double width) {
        return PLOT_HEIGHT * width + HEADING;
    }

    /** At each threshold where it rings in each run, and its lead there; blank where it does not ring, or the run not grok. */
    @Override
    public void table(boolean raw, Rows rows) {
        for (LeadCurve.Point point : LeadCurve.of(runs, alarm).points()) {
            Alarm at = alarm.at(point.threshold());
            for (RunHistory run : runs) {
                OptionalInt leads = run.leadOf(at);
                String lead = leads.isPresent() ? Integer.toString(leads.getAsInt()) : "";
                run.rings(at).ifPresent(step -> rows.add(step, run, Column.steps(at.text()), lead));
            }
        }
    }

    @Override
    public void describe(ObjectNode settings) {
        settings.put("alarm", alarm.text());
    }

    @Override
    public List<String> options() {
        return List.of("--alarm", alarm.text());
    }
}
