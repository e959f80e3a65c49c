package org.grokscope.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.grokscope.measure.Alarm;
import org.grokscope.measure.Milestone;
import org.grokscope.run.RunEvent;
import org.grokscope.run.RunHistory;
import org.grokscope.text.PlainNumber;
import org.grokscope.text.StepLabel;

/**
 * Something to be marked on the step axis.
 *
 * @param title what it is, without its step
 * @param milestone which one it is; empty for a change of λ and an alarm of one's own
 */
record TimelineMark(String title, int step, Optional<Milestone> milestone) {
    private static final Comparator<TimelineMark> ORDER = Comparator.comparingInt(TimelineMark::step)
            .thenComparing(mark -> mark.milestone().map(Milestone::ordinal).orElse(Integer.MAX_VALUE));

    /** Returns a run's milestones and changes of λ, ascending in step. */
    static List<TimelineMark> of(RunHistory run) {
        List<TimelineMark> marks = new ArrayList<>();
        run.milestones().reached().forEach(
                (milestone, step) -> marks.add(new TimelineMark(milestone.title(), step, Optional.of(milestone))));
        for (RunEvent event : run.events()) {
            if (event instanceof RunEvent.WeightDecayChanged change) {
                marks.add(new TimelineMark(
                        "\u03bb " + PlainNumber.of(change.from()) + " \u2192 " + PlainNumber.of(change.to()),
                        change.step(), Optional.empty()));
            }
        }
        marks.sort(ORDER);
        return List.copyOf(marks);
    }

    /** Returns a run's marks, and where some alarms ring in it. */
    static List<TimelineMark> of(RunHistory run, List<Alarm> alarms) {
        List<TimelineMark> marks = new ArrayList<>(of(run));
        for (Alarm alarm : alarms) {
            run.rings(alarm).ifPresent(step -> marks.add(
                    new TimelineMark(alarm.words() + " " + StepLabel.of(step), step, Optional.empty())));
        }
        marks.sort(ORDER);
        return List.copyOf(marks);
    }

    /** Returns what its label says where there is room. */
    String fullLabel() {
        return milestone.isPresent() ? title + " " + StepLabel.of(step) : title;
    }

    /** Returns what its label says where there is little. */
    String briefLabel() {
        return milestone.isPresent() ? StepLabel.of(step) : title;
    }

}
