package org.grokscope.cli;

import org.grokscope.measure.Milestone;
import org.grokscope.run.RunHistory;
import org.grokscope.text.InvalidSetting;

/** A moment of a run as it is named on the command line: a step, or a milestone. */
final class Moment {
    private Moment() {}

    /**
     * Returns the step that is meant.
     *
     * @param option that names it, without its hyphens
     * @throws InvalidSetting when it is neither, or the run has not reached the milestone
     */
    static int step(RunHistory run, String option, String when) {
        if (when.matches("\\d{1,9}")) {
            return Integer.parseInt(when);
        }
        Milestone milestone = Milestone.of(when).orElseThrow(() -> new InvalidSetting(option, "--" + option
                + " takes a step, memorised, ceiling or grokked, not '" + when + "'."));
        return run.milestones().step(milestone).orElseThrow(() -> new InvalidSetting(option,
                "The run " + run.head().id() + " has not reached '" + milestone.title() + "'."));
    }
}
