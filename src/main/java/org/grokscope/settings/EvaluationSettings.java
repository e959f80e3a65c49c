package org.grokscope.settings;

/**
 * How often a run is looked at.
 *
 * @param evaluateEvery steps from one evaluation to the next
 * @param checkpointEvery steps from one checkpoint to the next
 */
public record EvaluationSettings(int evaluateEvery, int checkpointEvery) {
    /** Evaluations every 100 steps, checkpoints every 500. */
    public static final EvaluationSettings DEFAULT = of(SettingValues.PAPER);

    static EvaluationSettings of(SettingValues values) {
        return new EvaluationSettings(values.get(Settings.EVALUATE_EVERY), values.get(Settings.CHECKPOINT_EVERY));
    }
}
