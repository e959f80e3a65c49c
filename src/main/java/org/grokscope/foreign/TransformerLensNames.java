package org.grokscope.foreign;

import java.io.IOException;
import java.util.Map;
import org.grokscope.tensor.Tensor;

/**
 * The names of TransformerLens' HookedTransformer, {@code embed.W_E}, {@code blocks.0.attn.W_Q} and so on, and the same
 * names with other axes in the progress-measures code that TransformerLens grew out of (github.com/
 * mechanistic-interpretability-grokking/progress-measures-paper, transformers.py).
 *
 * <pre>
 *                     TransformerLens           progress measures
 * embed.W_E           (tokens, width)           (width, tokens)
 * attn.W_Q, W_K, W_V  (heads, width, head)      (heads, head, width)
 * attn.W_O            (heads, head, width)      (width, heads · head)
 * mlp.W_in            (width, hidden)           (hidden, width)
 * mlp.W_out           (hidden, width)           (width, hidden)
 * unembed.W_U         (width, answers)          (width, tokens)
 * </pre>
 */
final class TransformerLensNames extends NetworkNames {
    static final String TITLE = "TransformerLens";

    private final boolean lens;
    private int width;

    TransformerLensNames(Map<String, ForeignTensor> tensors) {
        super(tensors);
        ForeignTensor output = tensors.get("blocks.0.attn.W_O");
        this.lens = output == null || output.shape().length == 3;
    }

    @Override
    String title() {
        return lens ? TITLE : "progress-measures";
    }

    @Override
    void read() throws IOException, ContradictoryShape {
        ForeignTensor positions = matrix("pos_embed.W_pos");
        width = positions.shape()[1];
        parameters.put("position_embedding.weight", positions.tensor());
        ForeignTensor embedding = matrix("embed.W_E");
        int tokens = embedding.shape()[lens ? 0 : 1];
        parameters.put("token_embedding.weight",
                turned(lens ? tensor("embed.W_E", tokens, width) : tensor("embed.W_E", width, tokens), !lens));
        int blocks = 0;
        boolean attention = has("blocks.0.attn.W_O");
        boolean mlp = has("blocks.0.mlp.W_in");
        for (; has("blocks." + blocks + ".attn.W_O") || has("blocks." + blocks + ".mlp.W_in"); blocks++) {
            if (attention) {
                attention("blocks." + blocks);
            }
            if (mlp) {
                mlp("blocks." + blocks);
            }
        }
        boolean norm = has("ln_final.w");
        if (norm) {
            norm("final_norm", "ln_final.w", "ln_final.b", width);
        }
        known.put("blocks", Integer.toString(blocks));
        known.put("kind", attention && mlp ? "full" : attention ? "attention-only" : "mlp-only");
        if (norm || !lens) {
            // A HookedTransformer may have LayerNorms without parameters.
            known.put("norm", norm ? "pre" : "none");
        }
        ForeignTensor unembedding = matrix("unembed.W_U");
        int answers = unembedding.shape()[1];
        Tensor bias = has("unembed.b_U")
                ? tensor("unembed.b_U", answers).tensor()
                : new Tensor(new int[]{answers}, new float[answers]);
        head(tokens, positions.shape()[0], turned(tensor("unembed.W_U", width, answers), true), bias);
    }

    private void attention(String block) throws IOException, ContradictoryShape {
        ForeignTensor query = tensor(block + ".attn.W_Q");
        int heads = query.shape().length == 3 ? query.shape()[0] : 0;
        if (heads == 0 || width % heads != 0) {
            throw new ContradictoryShape("The heads of " + block + " do not divide its width " + width + ".");
        }
        int head = width / heads;
        known.put("heads", Integer.toString(heads));
        joined("%s.attention.qkv.weight".formatted(block), part(block + ".attn.W_Q", heads, head),
                part(block + ".attn.W_K", heads, head), part(block + ".attn.W_V", heads, head), 3 * width, width);
        joined("%s.attention.qkv.bias".formatted(block), headBias(block + ".attn.b_Q", heads, head),
                headBias(block + ".attn.b_K", heads, head), headBias(block + ".attn.b_V", heads, head), 3 * width);
        parameters.put(block + ".attention.output.weight", lens
                ? tensor(block + ".attn.W_O", heads, head, width).permuted(2, 0, 1).tensor(width, width)
                : tensor(block + ".attn.W_O", width, width).tensor());
        bias(block + ".attention.output.bias", block + ".attn.b_O", width);
        if (has(block + ".attn.mask")) {
            mask(tensor(block + ".attn.mask"));
        }
        passOver(block + ".attn.IGNORE");
        if (has(block + ".ln1.w")) {
            norm(block + ".ln1", block + ".ln1.w", block + ".ln1.b", width);
        }
    }

    /** A mask holds 1 where a position attends; newer versions of TransformerLens leave it empty until it is used. */
    private void mask(ForeignTensor mask) throws IOException {
        if (mask.shape().length == 2 && mask.shape()[1] > 1) {
            // The first position's right to hear the second.
            known.put("mask", mask.values()[1] == 0 ? "causal" : "none");
        }
    }

    /** Returns queries, keys or values as (width, width): a row for each head's axis. */
    private Tensor part(String name, int heads, int head) throws IOException, ContradictoryShape {
        return lens
                ? tensor(name, heads, width, head).permuted(0, 2, 1).tensor(width, width)
                : tensor(name, heads, head, width).tensor(width, width);
    }

    private Tensor headBias(String name, int heads, int head) throws IOException, ContradictoryShape {
        return has(name) ? tensor(name, heads, head).tensor(width) : new Tensor(new int[]{width}, new float[width]);
    }

    private void mlp(String block) throws IOException, ContradictoryShape {
        ForeignTensor in = matrix(block + ".mlp.W_in");
        int hidden = in.shape()[lens ? 1 : 0];
        known.put("mlpWidth", Integer.toString(hidden));
        parameters.put(block + ".mlp.up.weight", turned(lens
                ? tensor(block + ".mlp.W_in", width, hidden)
                : tensor(block + ".mlp.W_in", hidden, width), lens));
        bias(block + ".mlp.up.bias", block + ".mlp.b_in", hidden);
        parameters.put(block + ".mlp.down.weight", turned(lens
                ? tensor(block + ".mlp.W_out", hidden, width)
                : tensor(block + ".mlp.W_out", width, hidden), lens));
        bias(block + ".mlp.down.bias", block + ".mlp.b_out", width);
        if (has(block + ".ln2.w")) {
            norm(block + ".ln2", block + ".ln2.w", block + ".ln2.b", width);
        }
    }

    private ForeignTensor matrix(String name) throws ContradictoryShape {
        ForeignTensor matrix = tensor(name);
        if (matrix.shape().length != 2) {
            throw new ContradictoryShape("The parameter " + name + " is no matrix.");
        }
        return matrix;
    }

    private static Tensor turned(ForeignTensor matrix, boolean turn) throws IOException {
        return turn ? matrix.permuted(1, 0).tensor() : matrix.tensor();
    }
}
