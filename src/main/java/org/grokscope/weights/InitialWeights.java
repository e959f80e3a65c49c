package org.grokscope.weights;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;
import org.grokscope.settings.InitialScheme;
import org.grokscope.settings.ModelSettings;
import org.grokscope.settings.ParameterLayout;
import org.grokscope.task.RandomStream;
import org.grokscope.tensor.Tensor;

/**
 * The weights at step 0, as {@link InitialScheme} says, times the initial scale; LayerNorms 1 and 0. Every parameter has a
 * random stream of its own, so a change to one part of the network leaves the others' weights alone.
 */
public final class InitialWeights {
    private InitialWeights() {}

    /** Draws all parameters of a network, as a pure function of the arguments. */
    public static SequencedMap<String, Tensor> draw(ModelSettings model, int p, long seed) {
        SequencedMap<String, Tensor> weights = new LinkedHashMap<>();
        SequencedMap<String, int[]> shapes = ParameterLayout.of(model, p);
        shapes.forEach((name, shape) -> {
            float[] values = new float[Arrays.stream(shape).reduce(1, Math::multiplyExact)];
            int[] weight = shapes.get(module(name) + ".weight");
            DoubleSupplier draw = weight == null || weight.length < 2
                    ? name.endsWith(".bias") ? () -> 0 : () -> 1
                    : distribution(model, name, weight, RandomStream.of(seed, "weights " + name, 0));
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) draw.getAsDouble();
            }
            weights.put(name, new Tensor(shape, values));
        });
        return weights;
    }

    /** Returns what draws the numbers of a matrix, or of the bias that belongs to one. */
    private static DoubleSupplier distribution(ModelSettings model, String name, int[] matrix,
            RandomGenerator random) {
        double scale = model.initialScale();
        if (model.initialWeights() == InitialScheme.NORMAL) {
            int head = matrix[0] + model.sequence().furtherTokens();
            double deviation = scale / Math.sqrt(module(name).equals("head") ? head : model.width());
            return name.endsWith(".bias") ? () -> 0 : () -> deviation * random.nextGaussian();
        }
        if (module(name).endsWith("_embedding")) {
            return () -> scale * random.nextGaussian();
        }
        double bound = 1 / Math.sqrt(matrix[1]);
        return () -> scale * ((2 * random.nextDouble() - 1) * bound);
    }

    private static String module(String parameter) {
        return parameter.substring(0, parameter.lastIndexOf('.'));
    }
}
