package org.grokscope.figure;

import java.util.Optional;
import org.grokscope.measure.Alarm;
import org.grokscope.measure.Milestone;

/**
 * An alarm whose level can be moved.
 *
 * @param milestone what it dates; empty for an alarm of one's own
 * @param alarm as it is now
 * @param unit where a threshold of 1 lies on the axis: 1, or the value that the threshold is relative to
 */
public record MovableAlarm(Optional<Milestone> milestone, Alarm alarm, double unit) {
    /** An alarm that dates a milestone by an absolute level. */
    public MovableAlarm(Milestone milestone, Alarm alarm) {
        this(Optional.of(milestone), alarm, 1);
    }

    /** Returns this as it is with another alarm. */
    public MovableAlarm with(Alarm other) {
        return new MovableAlarm(milestone, other, unit);
    }
}
