package org.grokscope.figure;

import java.awt.Color;
import java.util.List;
import java.util.Optional;
import org.grokscope.analysis.RunLabels;
import org.grokscope.measure.Evaluation;
import org.grokscope.run.Lineage;
import org.grokscope.run.RunHistory;
import org.grokscope.run.StepSearch;

/**
 * What a timeline draws of one run.
 *
 * @param style of its curves; on a screen those of a primary run that stands alone have styles of their own
 * @param primary whether milestones, heat map and read-outs are this run's; one run of a timeline is
 * @param fromStep the first step drawn: 0, or where a fork leaves its parent
 */
public record TimelineRun(RunHistory history, SeriesStyle style, boolean primary, int fromStep) {
    /** A run whose curves are told by their colour. */
    public TimelineRun(RunHistory history, Color colour, boolean primary, int fromStep) {
        this(history, SeriesStyle.solid(colour), primary, fromStep);
    }

    /** A run drawn whole, as the primary one. */
    public static TimelineRun primary(RunHistory history, Color colour) {
        return new TimelineRun(history, colour, true, 0);
    }

    /** A run that others are drawn over, to be compared with. */
    public static TimelineRun baseline(RunHistory history, Color colour) {
        return new TimelineRun(history, SeriesStyle.dashed(colour, 6f, 4f), false, 0);
    }

    /** Returns the primary run, if there is one. */
    public static Optional<TimelineRun> primaryOf(List<TimelineRun> runs) {
        return runs.stream().filter(TimelineRun::primary).findFirst();
    }

    /**
     * Returns whether the runs of a timeline are told apart by their colours: whether others stand beside the primary one
     * than the branches that left it, and the baseline.
     */
    public static boolean overlaid(List<TimelineRun> runs) {
        return primaryOf(runs).filter(primary -> runs.stream()
                .anyMatch(run -> !run.primary() && run.style().dash().isEmpty() && !run.left(primary))).isPresent();
    }

    private boolean left(TimelineRun parent) {
        return history.head().lineage() instanceof Lineage it && it.parent().equals(parent.history.head().id());
    }

    /** Returns the colour of its curves. */
    public Color colour() {
        return style.colour();
    }

    /** Returns what each of some runs is called among the others. */
    public static List<String> labels(List<TimelineRun> runs) {
        return RunLabels.of(runs.stream().map(TimelineRun::history).toList());
    }

    /** Returns the evaluations from {@link #fromStep} on. */
    public List<Evaluation> drawn() {
        List<Evaluation> all = history.evaluations();
        return all.subList(StepSearch.atOrAfter(all, Evaluation::step, fromStep), all.size());
    }
}
