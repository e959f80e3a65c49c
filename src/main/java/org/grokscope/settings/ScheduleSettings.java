package org.grokscope.settings;

import java.util.OptionalInt;

/**
 * How long a run goes on, and how λ changes on the way.
 *
 * @param steps the last step, counted from 0
 * @param stopAfterGrok steps after grokking at which the run ends before that; 0 lets it go on to its last step
 * @param weightDecay planned changes of λ
 */
public record ScheduleSettings(int steps, int stopAfterGrok, WeightDecaySchedule weightDecay) {
    static ScheduleSettings of(SettingValues values) {
        return new ScheduleSettings(values.get(Settings.STEPS), values.get(Settings.STOP_AFTER_GROK),
                values.get(Settings.WEIGHT_DECAY_SCHEDULE));
    }

    /** Returns the step at which a run ends that grokked at a step, or has not yet. */
    public int lastStep(OptionalInt grokked) {
        return stopAfterGrok > 0 && grokked.isPresent()
                ? (int) Math.min(steps, (long) grokked.getAsInt() + stopAfterGrok)
                : steps;
    }
}
