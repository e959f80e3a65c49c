package org.grokscope.settings;

/**
 * AdamW as torch.optim.AdamW, on every parameter.
 *
 * @param learningRate η, constant after the warm-up
 * @param weightDecay λ at step 0
 * @param beta1 β₁, memory of the mean gradient
 * @param beta2 β₂, memory of the mean squared gradient
 * @param epsilon added to the root of the bias-corrected second moment
 * @param warmup steps over which η rises from 0; 0 for none
 * @param batch pairs a step; {@link #FULL} for all that are trained on
 * @param lossPrecision of a training step's cross-entropy
 * @param precision of a training step's matrix products
 */
public record OptimizerSettings(double learningRate, double weightDecay, double beta1, double beta2, double epsilon,
        int warmup, int batch, LossPrecision lossPrecision, ProductPrecision precision) {
    /** A batch of all pairs that are trained on. */
    public static final int FULL = Integer.MAX_VALUE;
    /** η = 1e-3, λ = 1, β = (0.9, 0.999), ε = 1e-8, no warm-up, 512 pairs. */
    public static final OptimizerSettings PAPER = of(SettingValues.PAPER);

    static OptimizerSettings of(SettingValues values) {
        return new OptimizerSettings(values.get(Settings.LEARNING_RATE), values.get(Settings.WEIGHT_DECAY),
                values.get(Settings.BETA1), values.get(Settings.BETA2), values.get(Settings.EPSILON),
                values.get(Settings.WARMUP), values.get(Settings.BATCH), values.get(Settings.LOSS_PRECISION),
                values.get(Settings.PRECISION));
    }

    /**
     * Returns η of an update: η·min(s/warm-up, 1) where s updates were taken before, as torch's LambdaLR gives it. So the
     * first update of a warm-up has η = 0: it changes the moments and no weight.
     *
     * @param step the update's number, from 1
     */
    public double learningRateAt(int step) {
        return step > warmup ? learningRate : learningRate * ((step - 1) / (double) warmup);
    }
}
