package org.grokscope.settings;

/**
 * AdamW as torch.optim.AdamW, on every parameter.
 *
 * @param learningRate η, constant
 * @param weightDecay λ at step 0
 * @param beta1 β₁, memory of the mean gradient
 * @param beta2 β₂, memory of the mean squared gradient
 * @param epsilon added to the root of the bias-corrected second moment
 * @param batch pairs a step
 */
public record OptimizerSettings(double learningRate, double weightDecay, double beta1, double beta2, double epsilon,
        int batch) {
    /** η = 1e-3, λ = 1, β = (0.9, 0.999), ε = 1e-8, 512 pairs. */
    public static final OptimizerSettings PAPER = of(SettingValues.PAPER);

    static OptimizerSettings of(SettingValues values) {
        return new OptimizerSettings(values.get(Settings.LEARNING_RATE), values.get(Settings.WEIGHT_DECAY),
                values.get(Settings.BETA1), values.get(Settings.BETA2), values.get(Settings.EPSILON),
                values.get(Settings.BATCH));
    }
}
