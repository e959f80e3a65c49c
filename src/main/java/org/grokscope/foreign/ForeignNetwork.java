package org.grokscope.foreign;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.grokscope.tensor.Tensor;

/**
 * A network as another program saved it, under this program's names.
 *
 * @param names whose names the parameters had
 * @param known what its names and shapes say of it: values of settings, as they would be typed, by the settings' names
 * @param parameters by this program's names; all biases, zeros where it has none, and the LayerNorms it has
 */
public record ForeignNetwork(String names, Map<String, String> known, Map<String, Tensor> parameters) {
    /** Returns whether all biases are zeros whose names begin or do not begin with those of an MLP. */
    boolean unbiased(boolean mlp) {
        return parameters.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(".bias") && !isNorm(entry.getKey())
                        && entry.getKey().contains(".mlp.") == mlp)
                .allMatch(entry -> zero(entry.getValue()));
    }

    /**
     * Returns the parameters with LayerNorms that change nothing where a network is to have them and none are there: what
     * TransformerLens folds into the matrices behind them leaves ones and zeros.
     *
     * @param layout the names and shapes that are asked for
     */
    public Map<String, Tensor> withPlainNorms(Map<String, int[]> layout) {
        if (!names.equals(TransformerLensNames.TITLE)
                || parameters.keySet().stream().anyMatch(ForeignNetwork::isNorm)) {
            return parameters;
        }
        Map<String, Tensor> all = new LinkedHashMap<>(parameters);
        layout.forEach((name, shape) -> {
            if (isNorm(name)) {
                float[] values = new float[shape[0]];
                Arrays.fill(values, name.endsWith(".weight") ? 1 : 0);
                all.put(name, new Tensor(shape, values));
            }
        });
        return all;
    }

    private static boolean isNorm(String name) {
        return name.matches("(.*\\.)?(ln1|ln2|final_norm)\\.(weight|bias)");
    }

    /** Returns whether all numbers are zeros. */
    public static boolean zero(Tensor tensor) {
        for (float value : tensor.values()) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }
}
