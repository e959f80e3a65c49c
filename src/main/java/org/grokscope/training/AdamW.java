package org.grokscope.training;

import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.IValue;
import java.util.List;
import org.grokscope.model.NamedArrays;
import org.grokscope.model.Script;
import org.grokscope.settings.OptimizerSettings;

/**
 * AdamW as torch.optim.AdamW: w ← w·(1-ηλ), then w ← w - η·m̂ / (sqrt(v̂) + ε) with bias-corrected moments m̂ and v̂, by
 * its own fused kernel over all parameters at once. The moments are ours, so that they can be saved and restored.
 */
final class AdamW implements AutoCloseable {
    private final OptimizerSettings settings;
    private final NamedArrays firstMoments;
    private final NamedArrays secondMoments;
    private final Script script;
    /** Parameters, gradients and both moments, as the script takes them. */
    private final List<IValue> arrays;

    /**
     * @param manager lends the script its device
     * @param parameters what is learned; updated in place
     * @param gradients read at every update
     * @param firstMoments m; updated in place
     * @param secondMoments v; updated in place
     */
    AdamW(NDManager manager, OptimizerSettings settings, NamedArrays parameters, NamedArrays gradients,
            NamedArrays firstMoments, NamedArrays secondMoments) {
        this.settings = settings;
        this.firstMoments = firstMoments;
        this.secondMoments = secondMoments;
        this.script = Script.load(manager, AdamW.class, "AdamW", "adamw.torchscript");
        this.arrays = List.of(Script.list(parameters.flat()), Script.list(gradients.flat()),
                Script.list(firstMoments.flat()), Script.list(secondMoments.flat()));
    }

    /**
     * Takes one step.
     *
     * @param step the update's number, from 1
     * @param weightDecay λ of this update
     */
    void update(int step, double weightDecay) {
        try (IValue number = IValue.from((long) step);
                IValue rate = IValue.from(settings.learningRate());
                IValue decay = IValue.from(weightDecay);
                IValue beta1 = IValue.from(settings.beta1());
                IValue beta2 = IValue.from(settings.beta2());
                IValue epsilon = IValue.from(settings.epsilon())) {
            script.call("update", arrays.get(0), arrays.get(1), arrays.get(2), arrays.get(3), number, rate, decay,
                    beta1, beta2, epsilon).close();
        }
    }

    NamedArrays firstMoments() {
        return firstMoments;
    }

    NamedArrays secondMoments() {
        return secondMoments;
    }

    /** Frees the script; the arrays stay. */
    @Override
    public void close() {
        arrays.forEach(IValue::close);
        script.close();
    }
}
