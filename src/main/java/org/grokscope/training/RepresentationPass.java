package org.grokscope.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.grokscope.measure.DistanceRatio;
import org.grokscope.measure.SpectralEntropy;
import org.grokscope.model.Script;
import org.grokscope.model.ScriptValue;
import org.grokscope.model.Network;
import org.grokscope.task.Task;

/**
 * Keeps the vectors that enter the head, of all pairs, and says what their geometry is: spectral entropy, ILDR and
 * symmetry violation (src/site/markdown/science.md, section 4b).
 */
final class RepresentationPass implements AutoCloseable {
    /** Pairs whose distributions are compared at once: they stay in the processor's cache. */
    private static final long TOGETHER = 512;

    private final Task task;
    private final NDManager manager;
    private final Script script;
    private final NDArray vectors;
    private final ScriptValue x;
    private final ScriptValue head;
    private final ScriptValue validation;
    private final ScriptValue validationAnswers;
    private final ScriptValue pairs;
    private final ScriptValue twins;
    private final boolean anyTwins;

    /**
     * @param network lends its parameters, and must live longer
     * @param width d
     * @param trained whether a pair is trained on, by its index
     */
    RepresentationPass(Network network, Task task, int width, boolean[] trained) {
        this.task = task;
        this.manager = network.newScope();
        this.script = Script.load(manager, RepresentationPass.class, "Representation", "representation.torchscript");
        this.vectors = manager.create(new Shape(task.pairs(), width));
        this.x = ScriptValue.of(vectors);
        this.head = Readout.parameters(network, Readout.HEAD);
        int[] held = IntStream.range(0, task.pairs()).filter(pair -> !trained[pair]).toArray();
        this.validation = indices(held, pair -> pair);
        this.validationAnswers = indices(held, task::answer);
        int[] twinned = Arrays.stream(held).filter(pair -> task.twin(pair).isPresent()).toArray();
        this.pairs = indices(twinned, pair -> pair);
        this.twins = indices(twinned, pair -> task.twin(pair).orElseThrow());
        this.anyTwins = twinned.length > 0;
    }

    private ScriptValue indices(int[] of, IntUnaryOperator value) {
        return ScriptValue.of(manager.create(Arrays.stream(of).map(value).asLongStream().toArray(),
                new Shape(of.length)));
    }

    /**
     * Keeps the vectors of some pairs.
     *
     * @param start the index of the first of them
     * @param representation (pairs, d)
     */
    void keep(int start, NDArray representation) {
        long end = start + representation.getShape().get(0);
        vectors.set(new NDIndex("{}:{}", start, end), representation);
    }

    /** Returns the spectral entropy of all pairs' vectors. */
    double spectralEntropy() {
        return SpectralEntropy.of(call("eigenvalues", x));
    }

    /** Returns the ILDR of the validation pairs' vectors. */
    double distanceRatio() {
        double[] all;
        try (ScriptValue count = ScriptValue.of((long) task.answerCount())) {
            all = call("centroids", x, validation, validationAnswers, count);
        }
        int answers = all.length - 1 - task.answerCount();
        return DistanceRatio.of(Arrays.copyOf(all, answers), Arrays.copyOfRange(all, answers, all.length - 1),
                all[all.length - 1]);
    }

    /** Returns the mean symmetric divergence between a validation pair's answer and its twin's, in nats. */
    double symmetryViolation() {
        if (!anyTwins) {
            return Double.NaN;
        }
        try (ScriptValue together = ScriptValue.of(TOGETHER)) {
            return Arrays.stream(call("divergence", x, pairs, twins, head, together)).average().orElseThrow();
        }
    }

    private double[] call(String method, ScriptValue... arguments) {
        try (NDManager scope = manager.newSubManager(); ScriptValue result = script.call(method, arguments)) {
            return result.array(scope).toDoubleArray();
        }
    }

    @Override
    public void close() {
        for (ScriptValue value : new ScriptValue[]{x, head, validation, validationAnswers, pairs, twins}) {
            value.close();
        }
        script.close();
        manager.close();
    }
}
