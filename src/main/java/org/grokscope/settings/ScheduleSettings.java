package org.grokscope.settings;

import org.grokscope.text.InvalidSetting;

/**
 * How long a run goes on, and how λ changes on the way.
 *
 * @param steps the last step, counted from 0
 * @param stopAfterGrok steps after grokking at which the run ends before that; 0 lets it go on to its last step
 * @param weightDecay planned changes of λ
 */
public record ScheduleSettings(int steps, int stopAfterGrok, WeightDecaySchedule weightDecay) {
    /** 8,000 steps. */
    public static final ScheduleSettings DEFAULT = new ScheduleSettings(8000, 0);

    /** A run whose λ never changes. */
    public ScheduleSettings(int steps, int stopAfterGrok) {
        this(steps, stopAfterGrok, WeightDecaySchedule.NONE);
    }

    /** @throws InvalidSetting when a value cannot be used */
    public ScheduleSettings {
        InvalidSetting.unless(steps >= 1, "steps", "A run takes at least 1 step, and " + steps + " is too few.");
        InvalidSetting.unless(stopAfterGrok >= 0, "stopAfterGrok",
                "The steps after grokking must be at least 0, and " + stopAfterGrok + " is not.");
    }

    /** Returns this schedule with another end. */
    public ScheduleSettings to(int lastStep, int afterGrok) {
        return new ScheduleSettings(lastStep, afterGrok, weightDecay);
    }
}
