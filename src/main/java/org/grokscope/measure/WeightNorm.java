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
}
