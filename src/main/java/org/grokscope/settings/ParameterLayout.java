package org.grokscope.settings;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** The names and shapes of a network's parameters, in the network's order (src/site/markdown/science.md, section 2). */
public final class ParameterLayout {
    private final ModelSettings model;
    private final SequencedMap<String, int[]> shapes = new LinkedHashMap<>();

    private ParameterLayout(ModelSettings model) {
        this.model = model;
    }

    /**
     * Lists the parameters of a network. What it has not, a norm or a bias, is not among them.
     *
     * @param p how many operands, and answers, there are
     * @return name to shape; a Linear's weight is (outputs, inputs)
     */
    public static SequencedMap<String, int[]> of(ModelSettings model, int p) {
        ParameterLayout layout = new ParameterLayout(model);
        layout.put(p);
        return layout.shapes;
    }

    /** Returns which LayerNorm stands before the head, by its name; empty where none does. */
    public static String finalNorm(ModelSettings model) {
        return switch (model.norm()) {
            case PRE -> "final_norm";
            case POST -> "blocks." + (model.blocks() - 1) + (model.kind().mlp() ? ".ln2" : ".ln1");
            case NONE -> "";
        };
    }

    /** Returns how many tokens have a row in the token embedding: the operands and the signs. */
    public static int tokens(ModelSettings model, int p) {
        return p + model.sequence().furtherTokens();
    }

    private void put(int p) {
        int width = model.width();
        shapes.put("token_embedding.weight", new int[]{tokens(model, p), width});
        shapes.put("position_embedding.weight", new int[]{model.sequence().positions(), width});
        boolean everywhere = model.biases() == Biases.ALL;
        boolean inMlp = model.biases() != Biases.NONE;
        for (int block = 0; block < model.blocks(); block++) {
            String prefix = "blocks." + block + ".";
            if (model.kind().attention()) {
                norm(prefix + "ln1", model.norm() != Norm.NONE);
                linear(prefix + "attention.qkv", 3 * width, width, everywhere);
                linear(prefix + "attention.output", width, width, everywhere);
            }
            if (model.kind().mlp()) {
                norm(prefix + "ln2", model.norm() != Norm.NONE);
                linear(prefix + "mlp.up", model.mlpWidth(), width, inMlp);
                linear(prefix + "mlp.down", width, model.mlpWidth(), inMlp);
            }
        }
        norm("final_norm", model.norm() == Norm.PRE);
        linear("head", p, width, everywhere);
    }

    private void norm(String name, boolean there) {
        if (there) {
            shapes.put(name + ".weight", new int[]{model.width()});
            shapes.put(name + ".bias", new int[]{model.width()});
        }
    }

    private void linear(String name, int outputs, int inputs, boolean bias) {
        shapes.put(name + ".weight", new int[]{outputs, inputs});
        if (bias) {
            shapes.put(name + ".bias", new int[]{outputs});
        }
    }
}
