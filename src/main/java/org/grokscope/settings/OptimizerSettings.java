package org.grokscope.settings;

import org.grokscope.text.InvalidSetting;

/**
 * AdamW as torch.optim.AdamW, on every parameter.
 *
 * @param learningRate η, constant
 * @param weightDecay λ at step 0
 * @param epsilon added to the root of the bias-corrected second moment
 * @param batch pairs a step
 */
public record OptimizerSettings(double learningRate, double weightDecay, double beta1, double beta2, double epsilon,
        int batch) {
    /** η = 1e-3, λ = 1, β = (0.9, 0.999), ε = 1e-8, 512 pairs. */
    public static final OptimizerSettings PAPER = new OptimizerSettings(1e-3, 1.0, 0.9, 0.999, 1e-8, 512);

    /** @throws InvalidSetting when a value cannot be used */
    public OptimizerSettings {
        InvalidSetting.unless(Double.isFinite(learningRate) && learningRate > 0, "learningRate",
                "The learning rate must be a positive number, and " + learningRate + " is not.");
        InvalidSetting.unless(Double.isFinite(weightDecay) && weightDecay >= 0, "weightDecay",
                "The weight decay λ must be a number of at least 0, and " + weightDecay + " is not.");
        InvalidSetting.unless(beta1 >= 0 && beta1 < 1, "beta1",
                "beta1 must be at least 0 and under 1, and " + beta1 + " is not.");
        InvalidSetting.unless(beta2 >= 0 && beta2 < 1, "beta2",
                "beta2 must be at least 0 and under 1, and " + beta2 + " is not.");
        InvalidSetting.unless(Double.isFinite(epsilon) && epsilon > 0, "epsilon",
                "epsilon must be a positive number, and " + epsilon + " is not.");
        InvalidSetting.unless(batch >= 1, "batch", "A batch holds at least 1 pair, and " + batch + " is too few.");
    }
}
