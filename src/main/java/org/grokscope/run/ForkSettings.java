package org.grokscope.run;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.Setting;
import org.grokscope.settings.Settings;

/**
 * Settings beside λ that a fork may change; what is empty is kept from the parent.
 *
 * @param learningRate η
 * @param beta2 β₂
 * @param batch pairs a step
 * @param dataSeed of the first draw
 */
public record ForkSettings(OptionalDouble learningRate, OptionalDouble beta2, OptionalInt batch,
        OptionalLong dataSeed) {
    /** All as the parent has them. */
    public static final ForkSettings NONE = new ForkSettings(OptionalDouble.empty(), OptionalDouble.empty(),
            OptionalInt.empty(), OptionalLong.empty());

    /** What a fork may change, λ among it, in the order in which a name says it. */
    static final List<Setting<?>> CHANGEABLE = List.of(Settings.WEIGHT_DECAY, Settings.LEARNING_RATE, Settings.BETA2,
            Settings.BATCH, Settings.DATA_SEED);

    /** Returns changes of η alone. */
    public static ForkSettings of(OptionalDouble learningRate) {
        return new ForkSettings(learningRate, OptionalDouble.empty(), OptionalInt.empty(), OptionalLong.empty());
    }

    /**
     * Returns a parent's settings with these changes.
     *
     * @param draw 1 for the first order of batches, more for as many seeds further
     * @throws org.grokscope.text.InvalidSetting when a value cannot be used
     */
    RunConfiguration on(RunConfiguration parent, double weightDecay, int draw) {
        return parent.with(Settings.WEIGHT_DECAY, weightDecay)
                .with(Settings.LEARNING_RATE, learningRate.orElse(parent.optimizer().learningRate()))
                .with(Settings.BETA2, beta2.orElse(parent.optimizer().beta2()))
                .with(Settings.BATCH, batch.orElse(parent.optimizer().batch()))
                .with(Settings.DATA_SEED, dataSeed.orElse(parent.seeds().dataSeed()) + draw - 1);
    }
}
