package org.grokscope.settings;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.grokscope.measure.Milestones;
import org.grokscope.text.InvalidSetting;
import org.grokscope.text.PlainNumber;
import org.grokscope.text.TypedNumber;

/**
 * Planned changes of λ (src/site/markdown/science.md, section 6). Which λ is in force follows from the step and the
 * evaluations up to it, so a run that is taken up again needs no memory of its own.
 */
public record WeightDecaySchedule(List<Change> changes) {
    /** λ never changes. */
    public static final WeightDecaySchedule NONE = new WeightDecaySchedule(List.of());

    /**
     * One change.
     *
     * @param weightDecay λ from the first update after the trigger
     */
    public record Change(WeightDecayTrigger trigger, double weightDecay) {
        /** @throws InvalidSetting when λ cannot be used */
        public Change {
            InvalidSetting.unless(Double.isFinite(weightDecay) && weightDecay >= 0, "weightDecaySchedule",
                    "The weight decay λ must be a number of at least 0, and " + weightDecay + " is not.");
        }
    }

    /** @throws InvalidSetting when two changes have the same trigger */
    public WeightDecaySchedule {
        changes = List.copyOf(changes);
        long triggers = changes.stream().map(Change::trigger).distinct().count();
        InvalidSetting.unless(triggers == changes.size(), "weightDecaySchedule",
                "A weight-decay schedule names each moment once.");
    }

    /**
     * Reads a schedule as {@link #text} writes it, for example {@code ceiling:5} or {@code memorised:2,4000:1}; blank
     * is none.
     *
     * @throws InvalidSetting when it cannot be read
     */
    public static WeightDecaySchedule parse(String text) {
        if (text.isBlank()) {
            return NONE;
        }
        return new WeightDecaySchedule(Arrays.stream(text.split(",", -1)).map(WeightDecaySchedule::change).toList());
    }

    private static Change change(String text) {
        String[] parts = text.strip().split(":", -1);
        InvalidSetting.unless(parts.length == 2, "weightDecaySchedule",
                "A weight-decay schedule reads like 'ceiling:5' or 'memorised:2,4000:1', and '" + text.strip()
                        + "' does not.");
        try {
            return new Change(WeightDecayTrigger.of(parts[0].strip()), TypedNumber.real(parts[1]));
        } catch (NumberFormatException e) {
            throw new InvalidSetting("weightDecaySchedule", "A weight decay λ is a number, and '" + parts[1].strip()
                    + "' is not.");
        }
    }

    /** Returns the schedule as it is written on the command line; empty when λ never changes. */
    public String text() {
        return changes.stream().map(change -> change.trigger().key() + ":" + PlainNumber.of(change.weightDecay()))
                .collect(Collectors.joining(","));
    }

    /**
     * Returns λ of the update that follows a step.
     *
     * @param initial λ while nothing has happened
     * @param since triggers that fired at this step or before are over: the step of a fork, or -1
     * @param reached by the evaluations up to the step
     */
    public double at(int step, double initial, int since, Milestones reached) {
        double weightDecay = initial;
        int latest = since;
        for (Change change : changes) {
            OptionalInt fired = change.trigger().firedBy(step, reached);
            if (fired.isPresent() && fired.getAsInt() > since && fired.getAsInt() >= latest) {
                weightDecay = change.weightDecay();
                latest = fired.getAsInt();
            }
        }
        return weightDecay;
    }
}
