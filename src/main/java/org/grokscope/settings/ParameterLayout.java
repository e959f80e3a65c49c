package org.grokscope.settings;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** The names and shapes of a network's parameters, in the network's order (src/site/markdown/science.md, section 2). */
public final class ParameterLayout {
    /** Positions of a sequence: a, b and the separator. */
    public static final int POSITIONS = 3;

    private ParameterLayout() {}

    /**
     * Lists the parameters of a network.
     *
     * @param p the modulus; the separator is token p
     * @return name to shape; a Linear's weight is (outputs, inputs)
     */
    public static SequencedMap<String, int[]> of(ModelSettings model, int p) {
        int width = model.width();
        SequencedMap<String, int[]> shapes = new LinkedHashMap<>();
        shapes.put("token_embedding.weight", new int[]{p + 1, width});
        shapes.put("position_embedding.weight", new int[]{POSITIONS, width});
        for (int block = 0; block < model.blocks(); block++) {
            String prefix = "blocks." + block + ".";
            if (model.kind().attention()) {
                norm(shapes, prefix + "ln1", width);
                linear(shapes, prefix + "attention.qkv", 3 * width, width);
                linear(shapes, prefix + "attention.output", width, width);
            }
            if (model.kind().mlp()) {
                norm(shapes, prefix + "ln2", width);
                linear(shapes, prefix + "mlp.up", model.mlpWidth(), width);
                linear(shapes, prefix + "mlp.down", width, model.mlpWidth());
            }
        }
        norm(shapes, "final_norm", width);
        linear(shapes, "head", p, width);
        return shapes;
    }

    private static void norm(SequencedMap<String, int[]> shapes, String name, int width) {
        shapes.put(name + ".weight", new int[]{width});
        shapes.put(name + ".bias", new int[]{width});
    }

    private static void linear(SequencedMap<String, int[]> shapes, String name, int outputs, int inputs) {
        shapes.put(name + ".weight", new int[]{outputs, inputs});
        shapes.put(name + ".bias", new int[]{outputs});
    }
}
