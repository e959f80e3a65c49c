package org.grokscope.analysis;

import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.ScheduleSettings;
import org.grokscope.settings.Seeds;

/** What runs have in common that differ in nothing but their seeds and their length. */
final class SameSettings {
    private SameSettings() {}

    /** Returns settings with the seeds and the length of the paper. */
    static RunConfiguration of(RunConfiguration settings) {
        ScheduleSettings paper = RunConfiguration.PAPER.schedule();
        return settings.ending(paper.steps(), paper.stopAfterGrok()).with(Seeds.DEFAULT);
    }
}
