package org.grokscope.analysis;

import java.util.List;
import org.grokscope.run.RunHistory;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.ScheduleSettings;
import org.grokscope.settings.Seeds;

/** What runs have in common that differ in nothing but their seeds and their length. */
final class SameSettings {
    private SameSettings() {}

    /** Returns settings with the seeds and the length of the paper. */
    private static RunConfiguration of(RunConfiguration settings) {
        ScheduleSettings paper = RunConfiguration.PAPER.schedule();
        return settings.ending(paper.steps(), paper.stopAfterGrok()).with(Seeds.DEFAULT);
    }

    /** Returns the runs from scratch with the same settings, seeds and length apart. */
    static List<RunHistory> among(List<RunHistory> runs, RunConfiguration settings) {
        RunConfiguration wanted = of(settings);
        return runs.stream().filter(run -> run.head().lineage() == null)
                .filter(run -> of(run.head().configuration()).equals(wanted)).toList();
    }
}
