package org.grokscope.training;

import ai.djl.ndarray.NDManager;
import java.util.List;
import org.grokscope.model.NamedArrays;
import org.grokscope.model.Script;
import org.grokscope.model.ScriptValue;
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
    private final List<ScriptValue> arrays;

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
        this.arrays = List.of(ScriptValue.list(parameters.flat()), ScriptValue.list(gradients.flat()),
                ScriptValue.list(firstMoments.flat()), ScriptValue.list(secondMoments.flat()));
    }

    /**
     * Takes one step.
     *
     * @param step the update's number, from 1
     * @param seen how many updates the moments will have seen with this one: what their bias is corrected by
     * @param weightDecay λ of this update
     */
    void update(int step, int seen, double weightDecay) {
        try (ScriptValue number = ScriptValue.of((long) seen);
                ScriptValue rate = ScriptValue.of(settings.learningRateAt(step));
                ScriptValue decay = ScriptValue.of(weightDecay);
                ScriptValue beta1 = ScriptValue.of(settings.beta1());
                ScriptValue beta2 = ScriptValue.of(settings.beta2());
                ScriptValue epsilon = ScriptValue.of(settings.epsilon())) {
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
        arrays.forEach(ScriptValue::close);
        script.close();
    }
}
