package org.grokscope.measure;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The steps at which a run reached its milestones, as far as its evaluations show. */
public final class Milestones {
    private final Map<Milestone, Integer> steps;

    private Milestones(Map<Milestone, Integer> steps) {
        this.steps = steps;
    }

    /** Dates every milestone that the evaluations, in the order of their steps, have reached. */
    public static Milestones of(List<Evaluation> evaluations, Thresholds thresholds) {
        Map<Milestone, Integer> steps = new EnumMap<>(Milestone.class);
        int firstUnder = -1;
        for (Evaluation evaluation : evaluations) {
            int step = evaluation.step();
            double validation = evaluation.value(Measure.VALIDATION_ACCURACY);
            boolean under = steps.containsKey(Milestone.GROKKED)
                    && validation < thresholds.destabilisedAccuracy();
            if (under && firstUnder >= 0) {
                steps.putIfAbsent(Milestone.DESTABILISED, firstUnder);
            }
            firstUnder = under ? step : -1;
            if (evaluation.value(Measure.TRAIN_ACCURACY) >= thresholds.memorisedAccuracy()) {
                steps.putIfAbsent(Milestone.MEMORISED, step);
            }
            if (evaluation.value(Measure.FSD) >= thresholds.ceilingFsd()) {
                steps.putIfAbsent(Milestone.CEILING, step);
            }
            if (evaluation.value(Measure.RESTRICTED_LOSS) <= thresholds.restrictedLoss()) {
                steps.putIfAbsent(Milestone.RESTRICTED_SYNC, step);
            }
            if (validation >= thresholds.grokkedAccuracy()) {
                steps.putIfAbsent(Milestone.GROKKED, step);
            }
        }
        return new Milestones(steps);
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
