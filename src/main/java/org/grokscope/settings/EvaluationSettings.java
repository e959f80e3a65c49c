package org.grokscope.settings;

import org.grokscope.text.InvalidSetting;

/**
 * How often a run is looked at.
 *
 * @param evaluateEvery steps from one evaluation to the next
 * @param checkpointEvery steps from one checkpoint to the next
 */
public record EvaluationSettings(int evaluateEvery, int checkpointEvery) {
    /** Evaluations every 100 steps, checkpoints every 500. */
    public static final EvaluationSettings DEFAULT = new EvaluationSettings(100, 500);

    /** @throws InvalidSetting when a value cannot be used */
    public EvaluationSettings {
        InvalidSetting.unless(evaluateEvery >= 1, "evaluateEvery",
                "Evaluations are at least 1 step apart, and " + evaluateEvery + " is too few.");
        InvalidSetting.unless(checkpointEvery >= 1, "checkpointEvery",
                "Checkpoints are at least 1 step apart, and " + checkpointEvery + " is too few.");
    }
}
