package org.grokscope.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import org.grokscope.model.NamedArrays;
import org.grokscope.run.OptimizerSettings;

/**
 * AdamW as torch.optim.AdamW: w ← w·(1-ηλ), then w ← w - η·m̂ / (sqrt(v̂) + ε) with bias-corrected moments m̂ and v̂. The
 * moments are ours, so that they can be saved and restored.
 */
final class AdamW {
    private final OptimizerSettings settings;
    private final NamedArrays parameters;
    private final NamedArrays firstMoments;
    private final NamedArrays secondMoments;

    /**
     * @param parameters what is learned; updated in place
     * @param firstMoments m, one array a parameter; updated in place
     * @param secondMoments v, one array a parameter; updated in place
     */
    AdamW(OptimizerSettings settings, NamedArrays parameters, NamedArrays firstMoments, NamedArrays secondMoments) {
        this.settings = settings;
        this.parameters = parameters;
        this.firstMoments = firstMoments;
        this.secondMoments = secondMoments;
    }

    /**
     * Takes one step with the gradients that the parameters hold, and sets those to zero.
     *
     * @param scope takes the gradients' arrays
     * @param step the update's number, from 1
     * @param weightDecay λ of this update
     */
    void update(NDManager scope, int step, double weightDecay) {
        double correction1 = 1 - Math.pow(settings.beta1(), step);
        double correction2 = Math.sqrt(1 - Math.pow(settings.beta2(), step));
        for (String name : parameters.names()) {
            NDArray parameter = parameters.get(name);
            NDArray gradient = parameter.getGradient();
            gradient.attach(scope);
            // The native call adds ε to sqrt(v) and not to sqrt(v̂), so ε is scaled as v̂ would have scaled it.
            parameter.getNDArrayInternal().adamUpdate(
                    new NDList(parameter, gradient, firstMoments.get(name), secondMoments.get(name)),
                    new NDList(parameter), (float) settings.learningRate(),
                    (float) (settings.learningRate() * correction2 / correction1), (float) weightDecay, 1,
                    -1,
                    (float) settings.beta1(), (float) settings.beta2(), (float) (settings.epsilon() * correction2),
                    false, true);
        }
    }

    NamedArrays firstMoments() {
        return firstMoments;
    }

    NamedArrays secondMoments() {
        return secondMoments;
    }
}
