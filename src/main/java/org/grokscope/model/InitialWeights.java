package org.grokscope.model;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;
import org.grokscope.settings.ModelSettings;
import org.grokscope.settings.ParameterLayout;
import org.grokscope.task.RandomStream;
import org.grokscope.tensor.Tensor;

/**
 * The weights at step 0: embeddings N(0, 1), each Linear's weight and bias uniform in ±1/sqrt(fan-in), LayerNorm 1 and
 * 0. Every parameter has a random stream of its own, so a change to one part of the network leaves the others' weights
 * alone.
 */
public final class InitialWeights {
    private InitialWeights() {}

    /** Draws all parameters of a network, as a pure function of the arguments. */
    public static SequencedMap<String, Tensor> draw(ModelSettings model, int p, long seed) {
        SequencedMap<String, int[]> shapes = ParameterLayout.of(model, p);
        SequencedMap<String, Tensor> weights = new LinkedHashMap<>();
        shapes.forEach((name, shape) -> {
            float[] values = new float[Arrays.stream(shape).reduce(1, Math::multiplyExact)];
            DoubleSupplier draw = distribution(name, shapes, RandomStream.of(seed, "weights " + name, 0));
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) draw.getAsDouble();
            }
            weights.put(name, new Tensor(shape, values));
        });
        return weights;
    }

    private static DoubleSupplier distribution(String name, SequencedMap<String, int[]> shapes,
            RandomGenerator random) {
        String module = name.substring(0, name.lastIndexOf('.'));
        if (module.endsWith("_embedding")) {
            return random::nextGaussian;
        }
        boolean bias = name.endsWith(".bias");
        int[] weightShape = shapes.getOrDefault(module + ".weight", new int[0]);
        if (weightShape.length < 2) {
            return () -> bias ? 0 : 1;
        }
        double bound = 1 / Math.sqrt(weightShape[1]);
        return () -> (2 * random.nextDouble() - 1) * bound;
    }
}
