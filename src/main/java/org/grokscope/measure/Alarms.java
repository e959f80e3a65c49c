package org.grokscope.measure;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The alarms by which milestones are dated, one each (src/site/markdown/science.md, section 5). */
public final class Alarms {
    private final Map<Milestone, Alarm> alarms;

    private Alarms(Map<Milestone, Alarm> alarms) {
        this.alarms = alarms;
    }

    /** Returns those that a run records. */
    public static Alarms of(Thresholds thresholds) {
        Map<Milestone, Alarm> alarms = new EnumMap<>(Milestone.class);
        for (Milestone milestone : Milestone.values()) {
            alarms.put(milestone, milestone.alarm(thresholds));
        }
        return new Alarms(alarms);
    }

    /** Returns these with others in the place of some. */
    public Alarms with(Map<Milestone, Alarm> others) {
        Map<Milestone, Alarm> copy = new EnumMap<>(alarms);
        copy.putAll(others);
        return new Alarms(copy);
    }

    /** Returns the alarm of a milestone. */
    public Alarm of(Milestone milestone) {
        return Objects.requireNonNull(alarms.get(milestone));
    }

    /** Returns all of them by milestone. */
    public Map<Milestone, Alarm> all() {
        return Collections.unmodifiableMap(alarms);
    }
}
