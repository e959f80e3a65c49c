package org.grokscope.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.LayerNorm;
import java.util.Map;
import org.grokscope.model.HookPoint.Kind;
import org.grokscope.settings.ModelSettings;
import org.grokscope.settings.ParameterLayout;
import org.grokscope.tensor.Tensor;

/**
 * The pre-LayerNorm transformer of arXiv 2606.12966 on sequences {@code [a, b, separator]}, without mask and dropout:
 *
 * <pre>
 * x = token_embedding[tokens] + position_embedding
 * per block:  x = x + attention(LN1(x));   x = x + down(GELU(up(LN2(x))))
 * logits = head(LN_final(x at the last position))
 * </pre>
 *
 * Only the last position is read out, so what no later attention reads is computed there alone: the last block's
 * queries and MLP, and every block of a network without attention. No number that anyone reads changes by it.
 */
public final class Transformer implements Network {
    private static final float LAYER_NORM_EPSILON = 1e-5f;
    private static final int LAST = ParameterLayout.POSITIONS - 1;

    private final ModelSettings settings;
    private final int p;
    private final NDManager manager;
    private final NamedArrays parameters;
    private final NDArray oneHotRows;
    /**
     * 1/sqrt(head width), kept as an array: multiplying by a Java number inside a forward pass makes a temporary array
     * over memory that Java may free before the backward pass reads it. It does so about once in
     * 5,000 steps.
     */
    private final NDArray scoreScale;

    /**
     * Puts a network on a manager's device.
     *
     * @param p the modulus
     * @param weights by the names of {@link ParameterLayout}
     * @throws IllegalArgumentException when a parameter is missing or has another shape
     */
    public Transformer(NDManager parent, ModelSettings settings, int p, Map<String, Tensor> weights) {
        this.settings = settings;
        this.p = p;
        this.manager = parent.newSubManager();
        this.parameters = NamedArrays.copyOf(manager, ParameterLayout.of(settings, p), weights);
        this.oneHotRows = manager.eye(p + 1);
        this.scoreScale = manager.create((float) (1 / Math.sqrt((double) settings.width() / settings.heads())));
    }

    @Override
    public NamedArrays parameters() {
        return parameters;
    }

    /** Returns what the network is made of. */
    ModelSettings settings() {
        return settings;
    }

    /** Returns the modulus. */
    int p() {
        return p;
    }

    @Override
    public NDManager newScope() {
        return manager.newSubManager();
    }

    @Override
    public NDArray logits(NDManager scope, int[] first, int[] second, Hook tap) {
        NDArray x = embed(scope, first, second);
        for (int block = 0; block < settings.blocks(); block++) {
            String prefix = "blocks." + block + ".";
            boolean lastOnly = block == settings.blocks() - 1 || !settings.kind().attention();
            if (settings.kind().attention()) {
                NDArray heard = tap.at(new HookPoint(block, Kind.ATTENTION_OUTPUT),
                        attention(scope, block, norm(x, prefix + "ln1"), lastOnly, tap));
                x = (lastOnly ? last(x) : x).add(heard);
            } else {
                x = last(x);
            }
            if (settings.kind().mlp()) {
                x = tap.at(new HookPoint(block, Kind.MLP_RESIDUAL), x);
                x = x.add(mlp(block, norm(x, prefix + "ln2"), tap));
            }
        }
        return readOut(x.squeeze(1));
    }

    @Override
    public NDArray readOut(NDArray residual) {
        return linear(norm(residual, "final_norm"), "head");
    }

    @Override
    public NDArray mlpOutput(int block, NDArray hidden) {
        return linear(hidden, "blocks." + block + ".mlp.down");
    }

    /** Returns token plus position embedding, (pairs, 3, width). */
    private NDArray embed(NDManager scope, int[] first, int[] second) {
        long[] tokens = new long[first.length * ParameterLayout.POSITIONS];
        for (int pair = 0; pair < first.length; pair++) {
            tokens[pair * ParameterLayout.POSITIONS] = first[pair];
            tokens[pair * ParameterLayout.POSITIONS + 1] = second[pair];
            tokens[pair * ParameterLayout.POSITIONS + LAST] = p; // the separator
        }
        NDArray index = scope.create(tokens, new Shape(first.length, ParameterLayout.POSITIONS));
        // A product with one-hot rows, because the gradient of an index lookup is not deterministic on a GPU.
        NDArray oneHot = index.getNDArrayInternal().embedding(index, oneHotRows, SparseFormat.DENSE).head();
        return oneHot.matMul(parameter("token_embedding.weight")).add(parameter("position_embedding.weight"));
    }

    /** Returns what attention adds at every position, or at the last alone: (pairs, 3 or 1, width). */
    private NDArray attention(NDManager scope, int block, NDArray x, boolean lastOnly, Hook tap) {
        String prefix = "blocks." + block + ".";
        long pairs = x.getShape().get(0);
        int width = settings.width();
        int heads = settings.heads();
        int headWidth = width / heads;
        NDArray query;
        NDArray keyValue;
        if (lastOnly) {
            NDArray weight = parameter(prefix + "attention.qkv.weight");
            NDArray bias = parameter(prefix + "attention.qkv.bias");
            NDIndex queryRows = new NDIndex("0:{}", width);
            NDIndex otherRows = new NDIndex("{}:", width);
            query = Linear.linear(last(x), weight.get(scope, queryRows), bias.get(scope, queryRows)).head();
            keyValue = Linear.linear(x, weight.get(scope, otherRows), bias.get(scope, otherRows)).head();
        } else {
            NDArray all = linear(x, prefix + "attention.qkv");
            query = all.get(new NDIndex(":, :, 0:{}", width));
            keyValue = all.get(new NDIndex(":, :, {}:", width));
        }
        long positions = query.getShape().get(1);
        NDArray q = query.reshape(pairs, positions, heads, headWidth).transpose(0, 2, 1, 3);
        NDArray kv = keyValue.reshape(pairs, ParameterLayout.POSITIONS, 2, heads, headWidth);
        NDArray k = kv.get(new NDIndex(":, :, 0")).transpose(0, 2, 3, 1);
        NDArray v = kv.get(new NDIndex(":, :, 1")).transpose(0, 2, 1, 3);
        NDArray weights = tap.at(new HookPoint(block, Kind.ATTENTION_WEIGHTS), q.matMul(k).mul(scoreScale).softmax(-1));
        NDArray heard = weights.matMul(v).transpose(0, 2, 1, 3).reshape(pairs, positions, width);
        return linear(heard, prefix + "attention.output");
    }

    private NDArray mlp(int block, NDArray x, Hook tap) {
        NDArray hidden = linear(x, "blocks." + block + ".mlp.up").getNDArrayInternal().gelu();
        NDArray seen = tap.at(new HookPoint(block, Kind.MLP_HIDDEN), hidden);
        return tap.at(new HookPoint(block, Kind.MLP_OUTPUT), mlpOutput(block, seen));
    }

    private NDArray norm(NDArray x, String name) {
        return LayerNorm.layerNorm(x, new Shape(settings.width()), parameter(name + ".weight"),
                parameter(name + ".bias"), LAYER_NORM_EPSILON).head();
    }

    private NDArray linear(NDArray x, String name) {
        return Linear.linear(x, parameter(name + ".weight"), parameter(name + ".bias")).head();
    }

    /** Returns the last of the positions alone, its axis kept. */
    private static NDArray last(NDArray x) {
        long positions = x.getShape().get(1);
        return positions == 1 ? x : x.get(new NDIndex(":, {}:", positions - 1));
    }

    private NDArray parameter(String name) {
        return parameters.get(name);
    }

    @Override
    public NetworkPasses passes() {
        return new NativeTransformer(this);
    }

    @Override
    public void close() {
        manager.close();
    }
}
