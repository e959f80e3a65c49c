package org.grokscope.analysis;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Milestone;
import org.grokscope.run.RunHistory;
import org.grokscope.settings.RunConfiguration;

/**
 * How often the FSD announced grokking among runs with the same settings: it reached its ceiling at an earlier
 * evaluation.
 *
 * @param grokked runs from scratch with these settings, seeds and length apart, that grokked
 * @param announced those of them whose FSD was first
 * @param unkept runs with these settings whose FSD reached its ceiling and which ended without grokking
 */
public record CeilingRecord(int grokked, int announced, int unkept) {
    /** Counts among the runs at hand; copies of a run count once. */
    public static CeilingRecord of(List<RunHistory> runs, RunConfiguration settings) {
        Set<RunConfiguration> counted = new HashSet<>();
        int grokked = 0;
        int announced = 0;
        int unkept = 0;
        for (RunHistory run : SameSettings.among(runs, settings)) {
            if (!run.measured(Measure.FSD)) {
                // Curves of other programs.
                continue;
            }
            RunConfiguration own = run.head().configuration();
            OptionalInt lead = run.milestones().lead();
            if (run.milestones().step(Milestone.GROKKED).isPresent()) {
                if (counted.add(length(own, settings))) {
                    grokked++;
                    announced += lead.isPresent() && lead.getAsInt() > 0 ? 1 : 0;
                }
            } else if (run.milestones().step(Milestone.CEILING).isPresent() && Situation.over(run)
                    && counted.add(length(own, settings))) {
                unkept++;
            }
        }
        return new CeilingRecord(grokked, announced, unkept);
    }

    /** Returns settings with the length of others. */
    private static RunConfiguration length(RunConfiguration settings, RunConfiguration others) {
        return settings.ending(others.schedule().steps(), others.schedule().stopAfterGrok());
    }
}
