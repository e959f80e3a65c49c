package org.grokscope.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.grokscope.settings.LossPrecision;
import org.grokscope.settings.ModelSettings;
import org.grokscope.settings.ParameterLayout;
import org.grokscope.settings.ProductPrecision;
import org.grokscope.settings.Sequence;

/**
 * A {@link Transformer} whose passes are single native calls: the same parameters and, to rounding, the same numbers, at
 * more than twice the speed. The forward and the backward pass are written out in {@code transformer.torchscript}; the plain
 * network is their reference. One thread at a time.
 */
public final class NativeTransformer implements NetworkPasses {
    /** Another whenever the bits of a pass change; runs that do not say are of the first. */
    public static final String VERSION = "2";

    private final Transformer network;
    private final NamedArrays gradients;
    private final NDManager manager;
    private final Script script;
    /** The same, or that of a training step's products. */
    private final Script training;
    private final ScriptValue parameterValues;
    private final ScriptValue gradientValues;
    /** Buffers that one pass leaves for the next: of training, of looking at pairs, of gradients that are measured. */
    private final ScriptValue trainingBuffers;
    private final ScriptValue lookingBuffers;
    private final ScriptValue exactBuffers;
    private final ScriptValue blocks;
    private final ScriptValue heads;
    /** What else the script must know of the network, as {@link #design} says. */
    private final ScriptValue design;

    /** @param network lends its parameters, and must live longer */
    NativeTransformer(Transformer network, LossPrecision loss, ProductPrecision products) {
        this.network = network;
        this.manager = network.newScope();
        if (products == ProductPrecision.BF16) {
            Products.requireNarrow(manager.getDevice().isGpu());
        }
        this.gradients = NamedArrays.zeros(manager, ParameterLayout.of(network.settings(), network.p()));
        this.script = load(Products.on(manager.getDevice()));
        this.training = products == ProductPrecision.BF16 ? load(Products.NARROW) : script;
        this.parameterValues = values(network.parameters());
        this.gradientValues = values(gradients);
        this.trainingBuffers = ScriptValue.map(Map.of());
        this.lookingBuffers = ScriptValue.map(Map.of());
        this.exactBuffers = ScriptValue.map(Map.of());
        this.blocks = ScriptValue.of(network.settings().blocks());
        this.heads = ScriptValue.of(network.settings().heads());
        this.design = ScriptValue.list(design(network.settings(), loss));
    }

    /**
     * Returns the number of positions, the position of b, the activation, and 1 for a causal mask and for a loss in float64
     * or else 0. Which norms and biases there are the script sees from the parameters.
     */
    private static long[] design(ModelSettings settings, LossPrecision precision) {
        return new long[]{settings.sequence().positions(), settings.sequence().second(),
                settings.activation().ordinal(), settings.mask().ordinal(), precision.ordinal()};
    }

    private static ScriptValue values(NamedArrays arrays) {
        Map<String, NDArray> values = new LinkedHashMap<>();
        arrays.names().forEach(name -> values.put(name, arrays.get(name)));
        return ScriptValue.map(values);
    }

    @Override
    public NamedArrays gradients() {
        return gradients;
    }

    private Script load(Products products) {
        return Script.load(manager, NativeTransformer.class, "Transformer", "transformer.torchscript",
                products.resource());
    }

    @Override
    public double lossAndGradients(int[] first, int[] second, int[] answers) {
        return gradients(training, trainingBuffers, first, second, answers);
    }

    @Override
    public double exactLossAndGradients(int[] first, int[] second, int[] answers) {
        return gradients(script, training == script ? trainingBuffers : exactBuffers, first, second, answers);
    }

    private double gradients(Script with, ScriptValue buffers, int[] first, int[] second, int[] answers) {
        long[] targets = Arrays.stream(answers).asLongStream().toArray();
        try (NDManager scope = network.newScope();
                ScriptValue rows = ScriptValue.of(rows(scope, first, second));
                ScriptValue right = ScriptValue.of(scope.create(targets, new Shape(targets.length)));
                ScriptValue loss = with.call("gradients", parameterValues, gradientValues, buffers, rows,
                        right, blocks, heads, design)) {
            return loss.number();
        }
    }

    @Override
    public void look(int[] first, int[] second, Consumer<ForwardOutputs> viewer) {
        try (NDManager scope = network.newScope();
                ScriptValue rows = ScriptValue.of(rows(scope, first, second));
                ScriptValue seen = script.call("look", parameterValues, lookingBuffers, rows, blocks, heads,
                        design)) {
            NDArray[] arrays = seen.arrays(scope);
            viewer.accept(network.settings().kind().mlp()
                    ? new ForwardOutputs(arrays[0], arrays[1], arrays[2],
                            new ForwardOutputs.LastMlp(arrays[3], arrays[4], arrays[5]))
                    : new ForwardOutputs(arrays[0], arrays[1], arrays[2], null));
        }
    }

    /**
     * Returns where each token stands in the script's table of tokens at positions: a, then p + b, then the signs behind 2p,
     * position by position.
     */
    private NDArray rows(NDManager scope, int[] first, int[] second) {
        int pairs = first.length;
        Sequence sequence = network.settings().sequence();
        long[] rows = new long[pairs * sequence.positions()];
        long sign = 2L * network.p();
        for (int position = 1; position < sequence.positions(); position++) {
            if (position != sequence.second()) {
                Arrays.fill(rows, position * pairs, (position + 1) * pairs, sign++);
            }
        }
        for (int pair = 0; pair < pairs; pair++) {
            rows[pair] = first[pair];
            rows[sequence.second() * pairs + pair] = network.p() + second[pair];
        }
        return scope.create(rows, new Shape(rows.length));
    }

    @Override
    public void close() {
        for (ScriptValue value : new ScriptValue[]{parameterValues, gradientValues, trainingBuffers, lookingBuffers,
                exactBuffers, blocks, heads, design}) {
            value.close();
        }
        if (training != script) {
            training.close();
        }
        script.close();
        manager.close();
    }
}
