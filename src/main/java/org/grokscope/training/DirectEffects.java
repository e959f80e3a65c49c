package org.grokscope.training;

import java.util.Map;
import org.grokscope.settings.ModelSettings;
import org.grokscope.settings.ParameterLayout;
import org.grokscope.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * What a neuron of a block's MLP adds to the logits by itself, on the way past all later blocks: its column of the down
 * projection, through the gain of the LayerNorm before the head, and the head. How much the norm divides by differs from
 * pair to pair and is left out: it changes no angle.
 */
final class DirectEffects {
    private DirectEffects() {}

    /**
     * Computes them.
     *
     * @param parameters of the network
     * @param block whose MLP
     * @param answers how many there are
     * @return (answers, neurons), row by row
     */
    static float[] of(ModelSettings model, Map<String, Tensor> parameters, int block, int answers) {
        int width = model.width();
        int neurons = model.mlpWidth();
        float[] down = values(parameters, "blocks." + block + ".mlp.down.weight");
        float[] head = values(parameters, "head.weight");
        String norm = ParameterLayout.finalNorm(model);
        Tensor gain = norm.isEmpty() ? null : parameters.get(norm + ".weight");
        float[] effects = new float[answers * neurons];
        for (int answer = 0; answer < answers; answer++) {
            double[] reading = reading(head, answer * width, width, gain);
            for (int neuron = 0; neuron < neurons; neuron++) {
                double effect = 0;
                for (int i = 0; i < width; i++) {
                    effect += reading[i] * down[i * neurons + neuron];
                }
                effects[answer * neurons + neuron] = (float) effect;
            }
        }
        return effects;
    }

    /** A LayerNorm takes the mean from what it is given, so the head hears nothing of it. */
    private static double[] reading(float[] head, int from, int width, @Nullable Tensor gain) {
        double[] reading = new double[width];
        double mean = 0;
        for (int i = 0; i < width; i++) {
            reading[i] = head[from + i] * (gain == null ? 1 : gain.values()[i]);
            mean += reading[i] / width;
        }
        for (int i = 0; gain != null && i < width; i++) {
            reading[i] -= mean;
        }
        return reading;
    }

    private static float[] values(Map<String, Tensor> parameters, String name) {
        Tensor tensor = parameters.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("The checkpoint has no " + name + ".");
        }
        return tensor.values();
    }
}
