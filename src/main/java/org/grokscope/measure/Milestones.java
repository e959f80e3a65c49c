package org.grokscope.measure;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** The steps at which a run reached its milestones, as far as its evaluations show. */
public final class Milestones {
    private final Map<Milestone, Integer> steps;

    private Milestones(Map<Milestone, Integer> steps) {
        this.steps = steps;
    }

    /** Dates every milestone that the evaluations, in the order of their steps, have reached. */
    public static Milestones of(List<Evaluation> evaluations, Thresholds thresholds) {
        return of(evaluations, Alarms.of(thresholds));
    }

    /** Dates every milestone by these alarms. */
    public static Milestones of(List<Evaluation> evaluations, Alarms alarms) {
        Map<Milestone, Integer> steps = new EnumMap<>(Milestone.class);
        OptionalInt memorised = alarms.of(Milestone.MEMORISED).rings(evaluations, OptionalInt.empty());
        memorised.ifPresent(step -> steps.put(Milestone.MEMORISED, step));
        for (Milestone milestone : List.of(Milestone.CEILING, Milestone.RESTRICTED_SYNC, Milestone.GROKKED)) {
            alarms.of(milestone).rings(evaluations, memorised).ifPresent(step -> steps.put(milestone, step));
        }
        if (steps.get(Milestone.GROKKED) instanceof Integer grokked) {
            alarms.of(Milestone.DESTABILISED)
                    .begins(evaluations.stream().filter(it -> it.step() > grokked).toList(), memorised)
                    .ifPresent(step -> steps.put(Milestone.DESTABILISED, step));
        }
        return new Milestones(steps);
    }

    /**
     * Returns these with some dated anew.
     *
     * @param evaluations that these were dated by
     * @param alarms all of them, those that moved among them
     * @param moved which of them moved; the others stay as they are dated, unless they hang on one that moved
     */
    public Milestones redated(List<Evaluation> evaluations, Alarms alarms, Set<Milestone> moved) {
        if (moved.contains(Milestone.MEMORISED) || moved.contains(Milestone.GROKKED)
                || moved.contains(Milestone.DESTABILISED)) {
            return of(evaluations, alarms);
        }
        Map<Milestone, Integer> dated = new EnumMap<>(Milestone.class);
        dated.putAll(steps);
        for (Milestone milestone : moved) {
            dated.remove(milestone);
            alarms.of(milestone).rings(evaluations, step(Milestone.MEMORISED))
                    .ifPresent(step -> dated.put(milestone, step));
        }
        return new Milestones(dated);
    }

    /** Takes milestones that were dated before. */
    public static Milestones at(Map<Milestone, Integer> steps) {
        Map<Milestone, Integer> copy = new EnumMap<>(Milestone.class);
        copy.putAll(steps);
        return new Milestones(copy);
    }

    /** Returns the step of a milestone, if it was reached. */
    public OptionalInt step(Milestone milestone) {
        Integer step = steps.get(milestone);
        return step == null ? OptionalInt.empty() : OptionalInt.of(step);
    }

    /** Returns the milestones reached and their steps, in the order of the enumeration. */
    public Map<Milestone, Integer> reached() {
        return Collections.unmodifiableMap(steps);
    }

    /** Returns grokked minus FSD ceiling, in steps, when both were reached; positive where the FSD led. */
    public OptionalInt lead() {
        return leadOf(Milestone.CEILING);
    }

    /** Returns grokked minus a milestone, in steps, when both were reached; positive where the milestone led. */
    public OptionalInt leadOf(Milestone milestone) {
        OptionalInt reached = step(milestone);
        OptionalInt grokked = step(Milestone.GROKKED);
        return reached.isPresent() && grokked.isPresent()
                ? OptionalInt.of(grokked.getAsInt() - reached.getAsInt())
                : OptionalInt.empty();
    }
}
