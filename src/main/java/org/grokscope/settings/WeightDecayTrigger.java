package org.grokscope.settings;

import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.Set;
import org.grokscope.measure.Milestone;
import org.grokscope.measure.Milestones;
import org.grokscope.text.InvalidSetting;

/** When a planned change of λ happens; it acts from the next update on. */
public sealed interface WeightDecayTrigger {
    /** Returns the step at which this happened, if it has at a step or before. */
    OptionalInt firedBy(int step, Milestones reached);

    /** Returns the name used in files and on the command line: a milestone's key, or a step. */
    String key();

    /** When a milestone is first seen. */
    record AtMilestone(Milestone milestone) implements WeightDecayTrigger {
        private static final Set<Milestone> TRIGGERS = EnumSet.of(Milestone.MEMORISED, Milestone.CEILING,
                Milestone.GROKKED);

        /** @throws InvalidSetting when nothing may hang on this milestone */
        public AtMilestone {
            InvalidSetting.unless(TRIGGERS.contains(milestone), "weightDecaySchedule",
                    "The weight decay can change when a run has memorised, at its FSD ceiling or when it grokked, and "
                            + "not at '" + milestone.key() + "'.");
        }

        @Override
        public OptionalInt firedBy(int step, Milestones reached) {
            OptionalInt at = reached.step(milestone);
            return at.isPresent() && at.getAsInt() <= step ? at : OptionalInt.empty();
        }

        @Override
        public String key() {
            return milestone.key();
        }
    }

    /** After so many updates. */
    record AtStep(int step) implements WeightDecayTrigger {
        /** @throws InvalidSetting when the step is not after the first */
        public AtStep {
            InvalidSetting.unless(step >= 1, "weightDecaySchedule",
                    "The weight decay can change at step 1 or later, and not at step " + step + ".");
        }

        @Override
        public OptionalInt firedBy(int now, Milestones reached) {
            return step <= now ? OptionalInt.of(step) : OptionalInt.empty();
        }

        @Override
        public String key() {
            return Integer.toString(step);
        }
    }

    /**
     * Reads a trigger by its key.
     *
     * @throws InvalidSetting when there is none of that name
     */
    static WeightDecayTrigger of(String key) {
        if (key.matches("\\d{1,9}")) {
            return new AtStep(Integer.parseInt(key));
        }
        return new AtMilestone(Milestone.of(key).orElseThrow(() -> new InvalidSetting("weightDecaySchedule",
                "The weight decay can change at 'memorised', 'ceiling', 'grokked' or a step, and not at '" + key
                        + "'.")));
    }
}
