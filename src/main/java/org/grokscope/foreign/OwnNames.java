package org.grokscope.foreign;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grokscope.tensor.Tensor;

/** This program's own names (src/site/markdown/science.md, section 2). */
final class OwnNames extends NetworkNames {
    private static final Pattern BLOCK = Pattern.compile("blocks\\.(\\d+)\\.(.*)");

    OwnNames(Map<String, ForeignTensor> tensors) {
        super(tensors);
    }

    @Override
    String title() {
        return "Grokscope";
    }

    @Override
    void read() throws IOException, ContradictoryShape {
        Set<Integer> blocks = new TreeSet<>();
        boolean attention = false;
        boolean mlp = false;
        for (String name : unread()) {
            Matcher block = BLOCK.matcher(name);
            if (block.matches()) {
                blocks.add(Integer.valueOf(block.group(1)));
                attention |= block.group(2).startsWith("attention.");
                mlp |= block.group(2).startsWith("mlp.");
            }
            parameters.put(name, tensor(name).tensor());
        }
        known.put("blocks", Integer.toString(blocks.size()));
        known.put("kind", attention && mlp ? "full" : attention ? "attention-only" : "mlp-only");
        if (has("blocks.0.mlp.up.weight")) {
            known.put("mlpWidth", Integer.toString(tensor("blocks.0.mlp.up.weight").shape()[0]));
        }
        boolean norms = has("blocks.0.ln1.weight") || has("blocks.0.ln2.weight");
        if (!norms || has("final_norm.weight")) {
            known.put("norm", norms ? "pre" : "none");
        }
        ForeignTensor tokens = tensor("token_embedding.weight");
        ForeignTensor positions = tensor("position_embedding.weight");
        ForeignTensor head = tensor("head.weight");
        if (tokens.shape().length != 2 || positions.shape().length != 2 || head.shape().length != 2) {
            throw new ContradictoryShape("Its embeddings and its head are no matrices.");
        }
        Tensor bias = has("head.bias")
                ? tensor("head.bias", head.shape()[0]).tensor()
                : new Tensor(new int[]{head.shape()[0]}, new float[head.shape()[0]]);
        head(tokens.shape()[0], positions.shape()[0], head.tensor(), bias);
    }
}
