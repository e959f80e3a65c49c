package org.grokscope.study;

import java.util.OptionalInt;
import org.grokscope.measure.Alarm;
import org.grokscope.measure.Milestone;
import org.grokscope.run.RunHistory;
import org.grokscope.text.InvalidSetting;

/** Where a branch leaves its parent. */
public sealed interface BranchPoint {
    /** At a milestone of the parent's own. */
    record Reached(Milestone milestone) implements BranchPoint {
        @Override
        public OptionalInt step(RunHistory run) {
            return run.milestones().step(milestone);
        }

        @Override
        public String key() {
            return milestone.key();
        }

        @Override
        public String title() {
            return milestone.title();
        }
    }

    /** Where an alarm rings in the parent. */
    record Rung(Alarm alarm) implements BranchPoint {
        @Override
        public OptionalInt step(RunHistory run) {
            return run.rings(alarm);
        }

        @Override
        public String key() {
            return alarm.text();
        }

        @Override
        public String title() {
            return alarm.words();
        }
    }

    /**
     * Reads what {@link #key} writes.
     *
     * @throws InvalidSetting when it is neither a milestone nor an alarm
     */
    static BranchPoint parse(String key) {
        return Milestone.of(key).<BranchPoint>map(Reached::new).orElseGet(() -> new Rung(Alarm.parse(key)));
    }

    /** Returns the step of it in a run, the inherited ones of a branch among them; empty where it never came. */
    OptionalInt step(RunHistory run);

    /** Returns how it stands in files: a milestone's key, or an alarm as it is typed. */
    String key();

    /** Returns how people read it. */
    String title();
}
