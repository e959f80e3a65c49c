package org.grokscope.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.LayerNorm;
import java.util.Arrays;
import java.util.Map;
import org.grokscope.model.HookPoint.Kind;
import org.grokscope.settings.LossPrecision;
import org.grokscope.settings.Mask;
import org.grokscope.settings.ModelSettings;
import org.grokscope.settings.Norm;
import org.grokscope.settings.ParameterLayout;
import org.grokscope.settings.ProductPrecision;
import org.grokscope.settings.Passes;
import org.grokscope.settings.Sequence;
import org.grokscope.tensor.Tensor;

/**
 * The transformer of arXiv 2606.12966 on sequences {@code [a, b, separator]}, and its relatives:
 *
 * <pre>
 * x = token_embedding[tokens] + position_embedding
 * per block:  x = x + attention(LN1(x));   x = x + down(f(up(LN2(x))))        norm before
 *             x = LN1(x + attention(x));   x = LN2(x + down(f(up(x))))        norm behind
 * logits = head(LN_final(x at the last position))                            without LN_final where that is behind
 * </pre>
 *
 * The activation f, the norms, the mask, the biases and the sequence are those of {@link ModelSettings}. Only the last
 * position is read out, so what no later attention reads is computed there alone: the last block's queries and MLP, and
 * every block of a network without attention. No number that anyone reads changes by it.
 */
public final class Transformer implements Network {
    private static final float LAYER_NORM_EPSILON = 1e-5f;

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
    /** 0 where a position attends, and a number that no score outweighs where it does not: (positions, positions). */
    private final NDArray mask;

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
        this.oneHotRows = manager.eye(ParameterLayout.tokens(settings, p));
        this.mask = manager.create(mask(settings.sequence().positions()));
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
        return readOut(residual(scope, first, second, tap));
    }

    /** Returns the residual stream behind the last block, at the last position: (pairs, width). */
    NDArray residual(NDManager scope, int[] first, int[] second, Hook tap) {
        NDArray x = embed(scope, first, second);
        for (int block = 0; block < settings.blocks(); block++) {
            String prefix = "blocks." + block + ".";
            boolean lastOnly = block == settings.blocks() - 1 || !settings.kind().attention();
            if (settings.kind().attention()) {
                NDArray heard = tap.at(new HookPoint(block, Kind.ATTENTION_OUTPUT),
                        attention(scope, block, before(x, prefix + "ln1"), lastOnly, tap));
                x = behind((lastOnly ? last(x) : x).add(heard), prefix + "ln1");
            } else {
                x = last(x);
            }
            if (settings.kind().mlp()) {
                x = tap.at(new HookPoint(block, Kind.MLP_RESIDUAL), x);
                x = behind(x.add(mlp(block, before(x, prefix + "ln2"), tap)), prefix + "ln2");
            }
        }
        return x.squeeze(1);
    }

    @Override
    public NDArray readOut(NDArray residual) {
        return head(representation(residual));
    }

    /** Returns what enters the head. */
    NDArray representation(NDArray residual) {
        String norm = ParameterLayout.finalNorm(settings);
        return norm.isEmpty() ? residual : norm(residual, norm);
    }

    /** Returns the logits for what enters the head. */
    NDArray head(NDArray representation) {
        return linear(representation, "head");
    }

    @Override
    public NDArray mlpOutput(int block, NDArray hidden) {
        return linear(hidden, "blocks." + block + ".mlp.down");
    }

    /** Returns token plus position embedding, (pairs, positions, width). */
    private NDArray embed(NDManager scope, int[] first, int[] second) {
        Sequence sequence = settings.sequence();
        int positions = sequence.positions();
        long[] tokens = new long[first.length * positions];
        for (int pair = 0; pair < first.length; pair++) {
            for (int position = 1; position < positions; position++) {
                tokens[pair * positions + position] = position == sequence.second()
                        ? second[pair]
                        : sequence.sign(position, p);
            }
            tokens[pair * positions] = first[pair];
        }
        NDArray index = scope.create(tokens, new Shape(first.length, positions));
        // A product with one-hot rows, because the gradient of an index lookup is not deterministic on a GPU.
        NDArray oneHot = index.getNDArrayInternal().embedding(index, oneHotRows, SparseFormat.DENSE).head();
        return oneHot.matMul(parameter("token_embedding.weight")).add(parameter("position_embedding.weight"));
    }

    /** Returns what attention adds at every position, or at the last alone: (pairs, positions or 1, width). */
    private NDArray attention(NDManager scope, int block, NDArray x, boolean lastOnly, Hook tap) {
        String prefix = "blocks." + block + ".";
        long pairs = x.getShape().get(0);
        int width = settings.width();
        int heads = settings.heads();
        int headWidth = width / heads;
        NDArray query;
        NDArray keyValue;
        if (lastOnly) {
            query = rows(scope, last(x), prefix + "attention.qkv", new NDIndex("0:{}", width));
            keyValue = rows(scope, x, prefix + "attention.qkv", new NDIndex("{}:", width));
        } else {
            NDArray all = linear(x, prefix + "attention.qkv");
            query = all.get(new NDIndex(":, :, 0:{}", width));
            keyValue = all.get(new NDIndex(":, :, {}:", width));
        }
        long positions = query.getShape().get(1);
        NDArray q = query.reshape(pairs, positions, heads, headWidth).transpose(0, 2, 1, 3);
        NDArray kv = keyValue.reshape(pairs, settings.sequence().positions(), 2, heads, headWidth);
        NDArray k = kv.get(new NDIndex(":, :, 0")).transpose(0, 2, 3, 1);
        NDArray v = kv.get(new NDIndex(":, :, 1")).transpose(0, 2, 1, 3);
        NDArray scores = q.matMul(k).mul(scoreScale);
        // The last position sees all of them anyway.
        NDArray seen = settings.mask() == Mask.CAUSAL && positions > 1 ? scores.add(mask) : scores;
        NDArray weights = tap.at(new HookPoint(block, Kind.ATTENTION_WEIGHTS), seen.softmax(-1));
        NDArray heard = weights.matMul(v).transpose(0, 2, 1, 3).reshape(pairs, positions, width);
        return linear(heard, prefix + "attention.output");
    }

    private NDArray mlp(int block, NDArray x, Hook tap) {
        NDArray up = linear(x, "blocks." + block + ".mlp.up");
        NDArray hidden = switch (settings.activation()) {
            case GELU -> up.getNDArrayInternal().gelu();
            case RELU -> up.getNDArrayInternal().relu();
            case SQUARE -> up.square();
        };
        NDArray seen = tap.at(new HookPoint(block, Kind.MLP_HIDDEN), hidden);
        return tap.at(new HookPoint(block, Kind.MLP_OUTPUT), mlpOutput(block, seen));
    }

    private NDArray norm(NDArray x, String name) {
        return LayerNorm.layerNorm(x, new Shape(settings.width()), parameter(name + ".weight"),
                parameter(name + ".bias"), LAYER_NORM_EPSILON).head();
    }

    private NDArray before(NDArray x, String name) {
        return settings.norm() == Norm.PRE ? norm(x, name) : x;
    }

    /** Normalises a sublayer's sum; the last one's is left to the readout. */
    private NDArray behind(NDArray x, String name) {
        return settings.norm() == Norm.POST && !name.equals(ParameterLayout.finalNorm(settings)) ? norm(x, name) : x;
    }

    private NDArray linear(NDArray x, String name) {
        NDArray weight = parameter(name + ".weight");
        return parameters.names().contains(name + ".bias")
                ? Linear.linear(x, weight, parameter(name + ".bias")).head()
                : Linear.linear(x, weight).head();
    }

    /** Returns some outputs of a Linear alone. */
    private NDArray rows(NDManager scope, NDArray x, String name, NDIndex outputs) {
        NDArray weight = parameter(name + ".weight").get(scope, outputs);
        return parameters.names().contains(name + ".bias")
                ? Linear.linear(x, weight, parameter(name + ".bias").get(scope, outputs)).head()
                : Linear.linear(x, weight).head();
    }

    private static float[][] mask(int positions) {
        float[][] mask = new float[positions][positions];
        for (int position = 0; position < positions; position++) {
            Arrays.fill(mask[position], position + 1, positions, -1e30f);
        }
        return mask;
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
    public NetworkPasses passes(LossPrecision loss, ProductPrecision products) {
        return switch (Passes.of(settings)) {
            case WRITTEN_OUT -> new NativeTransformer(this, loss, products);
            case AUTOMATIC -> new AutomaticPasses(this, loss);
        };
    }

    @Override
    public void close() {
        manager.close();
    }
}
