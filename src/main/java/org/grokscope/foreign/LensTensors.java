package org.grokscope.foreign;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import org.grokscope.settings.ModelSettings;
import org.grokscope.tensor.Tensor;

/** A network's parameters under the names and with the axes of TransformerLens; see {@link TransformerLensNames}. */
final class LensTensors {
    private final ModelSettings model;
    private final Map<String, Tensor> parameters;
    private final SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();

    LensTensors(ModelSettings model, Map<String, Tensor> parameters) {
        this.model = model;
        this.parameters = parameters;
    }

    SequencedMap<String, Tensor> tensors() {
        tensors.put("embed.W_E", parameter("token_embedding.weight"));
        tensors.put("pos_embed.W_pos", parameter("position_embedding.weight"));
        for (int block = 0; block < model.blocks(); block++) {
            String prefix = "blocks." + block + ".";
            if (model.kind().attention()) {
                norm(prefix + "ln1", prefix + "ln1");
                attention(prefix);
            }
            if (model.kind().mlp()) {
                norm(prefix + "ln2", prefix + "ln2");
                tensors.put(prefix + "mlp.W_in", turned(parameter(prefix + "mlp.up.weight")));
                bias(prefix + "mlp.b_in", prefix + "mlp.up.bias", model.mlpWidth());
                tensors.put(prefix + "mlp.W_out", turned(parameter(prefix + "mlp.down.weight")));
                bias(prefix + "mlp.b_out", prefix + "mlp.down.bias", model.width());
            }
        }
        norm("ln_final", "final_norm");
        Tensor head = parameter("head.weight");
        tensors.put("unembed.W_U", turned(head));
        bias("unembed.b_U", "head.bias", head.shape()[0]);
        return tensors;
    }

    private void attention(String prefix) {
        int width = model.width();
        int heads = model.heads();
        int head = width / heads;
        float[] rows = parameter(prefix + "attention.qkv.weight").values();
        Tensor biases = parameters.get(prefix + "attention.qkv.bias");
        float[] all = biases == null ? new float[3 * width] : biases.values();
        int part = 0;
        for (String name : new String[]{"Q", "K", "V"}) {
            float[] weight = new float[width * width];
            float[] bias = new float[width];
            for (int row = 0; row < width; row++) {
                bias[row] = all[part * width + row];
                for (int column = 0; column < width; column++) {
                    // (heads, width, head) of rows that are (heads, head).
                    weight[(row / head * width + column) * head + row % head] = rows[(part * width + row) * width
                            + column];
                }
            }
            tensors.put(prefix + "attn.W_" + name, new Tensor(new int[]{heads, width, head}, weight));
            tensors.put(prefix + "attn.b_" + name, new Tensor(new int[]{heads, head}, bias));
            part++;
        }
        Tensor output = turned(parameter(prefix + "attention.output.weight"));
        tensors.put(prefix + "attn.W_O", new Tensor(new int[]{heads, head, width}, output.values()));
        bias(prefix + "attn.b_O", prefix + "attention.output.bias", width);
    }

    private void norm(String theirs, String ours) {
        Tensor weight = parameters.get(ours + ".weight");
        if (weight != null) {
            tensors.put(theirs + ".w", weight);
            tensors.put(theirs + ".b", parameter(ours + ".bias"));
        }
    }

    /** TransformerLens has all biases. */
    private void bias(String theirs, String ours, int length) {
        tensors.put(theirs, parameters.getOrDefault(ours, new Tensor(new int[]{length}, new float[length])));
    }

    private Tensor parameter(String name) {
        return Objects.requireNonNull(parameters.get(name));
    }

    private static Tensor turned(Tensor matrix) {
        int rows = matrix.shape()[0];
        int columns = matrix.shape()[1];
        float[] values = matrix.values();
        float[] turned = new float[values.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                turned[column * rows + row] = values[row * columns + column];
            }
        }
        return new Tensor(new int[]{columns, rows}, turned);
    }
}
