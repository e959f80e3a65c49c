package org.grokscope.measure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Frobenius norm of the parameters.
 *
 * @param total over all parameters
 * @param byGroup over the embeddings, each block's attention (with ln1) and MLP (with ln2), and the head (with the
 *        final norm), in the network's order
 */
public record WeightNorm(double total, Map<String, Double> byGroup) {
    /** Nothing was measured. */
    public static final WeightNorm NONE = new WeightNorm(Double.NaN, Map.of());

    public WeightNorm {
        byGroup = Collections.unmodifiableMap(new LinkedHashMap<>(byGroup));
    }

    /**
     * Measures parameters.
     *
     * @param parameters by their names of src/site/markdown/science.md, section 2
     */
    public static WeightNorm of(Map<String, float[]> parameters) {
        Map<String, Double> squares = new LinkedHashMap<>();
        parameters.forEach((name, values) -> squares.merge(group(name), square(values), Double::sum));
        double total = squares.values().stream().mapToDouble(Double::doubleValue).sum();
        squares.replaceAll((group, square) -> Math.sqrt(square));
        return new WeightNorm(Math.sqrt(total), squares);
    }

    private static double square(float[] values) {
        double square = 0;
        for (float value : values) {
            square += (double) value * value;
        }
        return square;
    }

    private static String group(String parameter) {
        if (parameter.startsWith("blocks.")) {
            String block = parameter.substring(0, parameter.indexOf('.', "blocks.".length()) + 1);
            String part = parameter.substring(block.length());
            return block + (part.startsWith("ln1.") || part.startsWith("attention.") ? "attention" : "mlp");
        }
        return parameter.contains("embedding") ? "embeddings" : "head";
    }
}
