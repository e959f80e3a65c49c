package org.grokscope.run;

import java.util.Arrays;
import java.util.Optional;

/**
 * When a run will grok, said before it did.
 *
 * @param from the step at which it is said
 * @param low the first step at which it is expected with 90%
 * @param expected the step in the middle, by the geometric mean
 * @param high the last step at which it is expected with 90%
 */
public record GrokPrediction(int from, int low, int expected, int high) {
    /** When predictions are kept, to be judged later. */
    public enum Moment {
        /** The run has memorised. */
        MEMORISED("memorised"),
        /** Its FSD has reached the ceiling. */
        ALARM("alarm"),
        /** It has left another, at this step. */
        FORK("fork");

        private final String key;

        Moment(String key) {
            this.key = key;
        }

        /** Returns the name used in files. */
        public String key() {
            return key;
        }

        /** Finds a moment by its name. */
        public static Optional<Moment> of(String key) {
            return Arrays.stream(values()).filter(moment -> moment.key.equals(key)).findFirst();
        }
    }

    /** Returns whether a run that groks at this step does so when it was said. */
    public boolean holds(int grokked) {
        return low <= grokked && grokked <= high;
    }
}
