package org.grokscope.figure.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.grokscope.analysis.RaceEntry;
import org.grokscope.figure.FigureStyle;
import org.grokscope.figure.RaceFigure;
import org.grokscope.run.RunHistory;

/**
 * A race of precursors at a glance; it stands in a report, which says how to make it again.
 *
 * @param runs that the precursors are judged on
 */
public record RaceContent(List<RaceEntry> entries, List<RunHistory> runs) implements FigureContent {
    private static final FigureName NAME = new FigureName("race", "Race of precursors", new FigureName.Shows.Leads());
    private static final double PLOT_HEIGHT = 0.62;

    public RaceContent {
        entries = List.copyOf(entries);
        runs = List.copyOf(runs);
    }

    @Override
    public FigureName name() {
        return NAME;
    }

    @Override
    public List<RunHistory> named() {
        return runs;
    }

    @Override
    public PageDrawing drawing(FigureStyle style) {
        return new RaceFigure(entries, style)::draw;
    }

    @Override
    public double usualHeight(double width) {
        return PLOT_HEIGHT * width;
    }

    /** The lead of each precursor in each run in which it rings, at the step at which it rings. */
    @Override
    public void table(boolean raw, Rows rows) {
        for (RaceEntry entry : entries) {
            entry.alarm().ifPresent(alarm -> entry.leads().forEach(
                    lead -> rows.add(lead.rings(), lead.run(), Column.steps(alarm.text()),
                            Integer.toString(lead.steps()))));
        }
    }

    @Override
    public void describe(ObjectNode settings) {
        entries.forEach(entry -> entry.alarm().ifPresent(it -> settings.withArray("alarms").add(it.text())));
    }

    @Override
    public List<String> options() {
        return List.of();
    }
}
