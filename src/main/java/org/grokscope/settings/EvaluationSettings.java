package org.grokscope.settings;

/**
 * How often a run is looked at.
 *
 * @param evaluateEvery steps from one evaluation to the next
 * @param checkpointEvery steps from one checkpoint to the next
 * @param commutatorEvery the commutator defect is measured at evaluations of whose step this is a divisor; 0 for never
 */
public record EvaluationSettings(int evaluateEvery, int checkpointEvery, int commutatorEvery) {
    /** Evaluations every 100 steps, checkpoints every 500. */
    public static final EvaluationSettings DEFAULT = of(SettingValues.PAPER);

    static EvaluationSettings of(SettingValues values) {
        return new EvaluationSettings(values.get(Settings.EVALUATE_EVERY), values.get(Settings.CHECKPOINT_EVERY),
                values.get(Settings.COMMUTATOR_EVERY));
    }

    /** Returns whether an evaluation also measures the commutator defect. */
    public boolean commutatorAt(int step) {
        return commutatorEvery > 0 && step % commutatorEvery == 0;
    }
}
