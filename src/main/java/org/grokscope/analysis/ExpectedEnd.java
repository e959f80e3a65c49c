package org.grokscope.analysis;

import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.grokscope.measure.Milestone;
import org.grokscope.run.GrokPredictor;
import org.grokscope.run.RunHistory;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.ScheduleSettings;

/**
 * At which step a run will probably end.
 *
 * @param earliest by the runs at hand with the same settings, seeds and length apart
 * @param latest the same; the last step where one of them never grokked
 * @param runs how many runs that rests on; 0 where nothing but the last step is known
 */
public record ExpectedEnd(int earliest, int latest, int runs) {
    /** Looks at what runs with these settings did. */
    public static ExpectedEnd of(List<RunHistory> known, RunConfiguration settings) {
        ScheduleSettings schedule = settings.schedule();
        if (schedule.stopAfterGrok() == 0) {
            return new ExpectedEnd(schedule.steps(), schedule.steps(), 0);
        }
        IntSummaryStatistics ends = new IntSummaryStatistics();
        for (RunHistory run : SameSettings.among(known, settings)) {
            OptionalInt grokked = run.milestones().step(Milestone.GROKKED);
            if (grokked.isPresent()) {
                ends.accept(schedule.lastStep(grokked));
            } else if (Situation.over(run)) {
                ends.accept(schedule.steps());
            }
        }
        return ends.getCount() == 0
                ? new ExpectedEnd(schedule.steps(), schedule.steps(), 0)
                : new ExpectedEnd(ends.getMin(), ends.getMax(), (int) ends.getCount());
    }

    /**
     * Says the same of a run that trains: once it has grokked, its end is known; after it has memorised, runs that were
     * recorded predict it, as on the timeline; before, runs with the same settings do.
     *
     * @return empty where nothing but its last step is known
     */
    public static Optional<ExpectedEnd> of(List<RunHistory> known, RunHistory training) {
        ScheduleSettings schedule = training.head().configuration().schedule();
        OptionalInt grokked = training.milestones().step(Milestone.GROKKED);
        if (schedule.stopAfterGrok() == 0 || grokked.isPresent()) {
            return Optional.empty();
        }
        return GrokPredictor.of(training)
                .map(it -> new ExpectedEnd(schedule.lastStep(OptionalInt.of(it.low())),
                        schedule.lastStep(OptionalInt.of(it.high())), 1))
                .or(() -> Optional.of(training).filter(it -> it.head().lineage() == null)
                        .map(it -> of(known, it.head().configuration())).filter(it -> it.runs() > 0));
    }
}
