package org.grokscope.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.grokscope.settings.ParameterLayout;

/**
 * A {@link Transformer} whose passes are single native calls: the same parameters and, to rounding, the same numbers, at
 * more than twice the speed. The forward and the backward pass are written out in {@code transformer.torchscript}; the plain
 * network is their reference. One thread at a time.
 */
public final class NativeTransformer implements NetworkPasses {
    private final Transformer network;
    private final NamedArrays gradients;
    private final NDManager manager;
    private final Script script;
    private final ScriptValue parameterValues;
    private final ScriptValue gradientValues;
    /** Buffers that one pass leaves for the next: of training, and of looking at pairs. */
    private final ScriptValue trainingBuffers;
    private final ScriptValue lookingBuffers;
    private final ScriptValue blocks;
    private final ScriptValue heads;

    /**
     * @param network lends its parameters, and must live longer
     */
    public NativeTransformer(Transformer network) {
        this.network = network;
        this.manager = network.newScope();
        this.gradients = NamedArrays.zeros(manager, ParameterLayout.of(network.settings(), network.p()));
        this.script = script(manager);
        this.parameterValues = values(network.parameters());
        this.gradientValues = values(gradients);
        this.trainingBuffers = ScriptValue.map(Map.of());
        this.lookingBuffers = ScriptValue.map(Map.of());
        this.blocks = ScriptValue.of(network.settings().blocks());
        this.heads = ScriptValue.of(network.settings().heads());
    }

    private static Script script(NDManager manager) {
        if (!manager.getDevice().isGpu() && ProductCheck.passes()) {
            return script(manager, "products_onednn.torchscript");
        }
        return script(manager, "products_plain.torchscript");
    }

    private static Script script(NDManager manager, String products) {
        return Script.load(manager, NativeTransformer.class, "Transformer", "transformer.torchscript", products);
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

    @Override
    public double lossAndGradients(int[] first, int[] second, int[] answers) {
        long[] targets = Arrays.stream(answers).asLongStream().toArray();
        try (NDManager scope = network.newScope();
                ScriptValue rows = ScriptValue.of(rows(scope, first, second));
                ScriptValue right = ScriptValue.of(scope.create(targets, new Shape(targets.length)));
                ScriptValue loss = script.call("gradients", parameterValues, gradientValues, trainingBuffers, rows,
                        right,
                        blocks, heads)) {
            return loss.number();
        }
    }

    @Override
    public void look(int[] first, int[] second, Consumer<ForwardOutputs> viewer) {
        try (NDManager scope = network.newScope();
                ScriptValue rows = ScriptValue.of(rows(scope, first, second));
                ScriptValue seen = script.call("look", parameterValues, lookingBuffers, rows, blocks, heads)) {
            NDArray[] arrays = seen.arrays(scope);
            viewer.accept(network.settings().kind().mlp()
                    ? new ForwardOutputs(arrays[0], arrays[1], arrays[2],
                            new ForwardOutputs.LastMlp(arrays[3], arrays[4], arrays[5]))
                    : new ForwardOutputs(arrays[0], arrays[1], arrays[2], null));
        }
    }

    /** Returns where each token stands in the table of tokens at positions: a, p + b and 2p, position by position. */
    private NDArray rows(NDManager scope, int[] first, int[] second) {
        int pairs = first.length;
        long[] rows = new long[pairs * ParameterLayout.POSITIONS];
        for (int pair = 0; pair < pairs; pair++) {
            rows[pair] = first[pair];
            rows[pairs + pair] = network.p() + second[pair];
        }
        Arrays.fill(rows, 2 * pairs, rows.length, 2L * network.p());
        return scope.create(rows, new Shape(rows.length));
    }

    @Override
    public void close() {
        for (ScriptValue value : new ScriptValue[]{parameterValues, gradientValues, trainingBuffers, lookingBuffers,
                blocks,
                heads}) {
            value.close();
        }
        script.close();
        manager.close();
    }
}
