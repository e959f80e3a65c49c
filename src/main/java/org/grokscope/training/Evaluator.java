package org.grokscope.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.grokscope.measure.EmbeddingPower;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.FrequencySynchronization;
import org.grokscope.measure.KeyFrequencyLoss;
import org.grokscope.measure.PerformanceAccumulator;
import org.grokscope.measure.SumConditionedActivation;
import org.grokscope.measure.WeightNorm;
import org.grokscope.model.NamedArrays;
import org.grokscope.model.Site;
import org.grokscope.model.Tap;
import org.grokscope.run.ModelSettings;
import org.grokscope.run.RunConfiguration;
import org.grokscope.task.ModularTask;

/** Looks at a network over all p² pairs: the forward passes here, the measures themselves in plain Java. */
final class Evaluator {
    /** Pairs a forward pass: enough to keep the processor busy, few enough to stay in its cache. */
    private static final int CHUNK = 512;

    private final ModelSettings model;
    private final ModularTask task;
    private final Trainer trainer;
    private final int[] answers;
    private final boolean[] training;
    private final Site site;

    Evaluator(RunConfiguration configuration, Trainer trainer) {
        this.model = configuration.model();
        this.task = configuration.task().task();
        this.trainer = trainer;
        this.answers = task.answers();
        this.training = new boolean[task.pairs()];
        for (int pair : trainer.split().train()) {
            training[pair] = true;
        }
        this.site = Site.standard(model);
    }

    /**
     * Measures the network as it stands.
     *
     * @param wallMillis training time so far
     * @param stepsPerSecond speed since the evaluation before
     */
    Evaluation evaluate(long wallMillis, double stepsPerSecond) {
        PerformanceAccumulator performance = new PerformanceAccumulator(task.p());
        SumConditionedActivation.Accumulator activation = new SumConditionedActivation.Accumulator(
                site.neurons(model), task.p());
        for (int start = 0; start < task.pairs(); start += CHUNK) {
            look(start, Math.min(start + CHUNK, task.pairs()), performance, activation);
        }
        NamedArrays parameters = trainer.network().parameters();
        Map<String, float[]> values = new LinkedHashMap<>();
        parameters.tensors().forEach((name, tensor) -> values.put(name, tensor.values()));
        float[] embedding = parameters.get("token_embedding.weight").toFloatArray();
        return new Evaluation(trainer.stepsTaken(), wallMillis, performance.finish(),
                FrequencySynchronization.of(activation.finish()).synchronization(), KeyFrequencyLoss.NONE,
                WeightNorm.of(values), EmbeddingPower.of(embedding, task.p(), model.width()), trainer.weightDecay(),
                stepsPerSecond);
    }

    /** Takes the pairs from start to end through the network. */
    private void look(int start, int end, PerformanceAccumulator performance,
            SumConditionedActivation.Accumulator activation) {
        int[] first = IntStream.range(start, end).map(task::first).toArray();
        int[] second = IntStream.range(start, end).map(task::second).toArray();
        int[] right = Arrays.copyOfRange(answers, start, end);
        Tap tap = (where, seen) -> {
            if (where.equals(site)) {
                activation.add(lastPosition(seen), right);
            }
            return seen;
        };
        try (NDManager scope = trainer.network().newScope()) {
            float[] logits = trainer.network().logits(scope, first, second, tap).toFloatArray();
            performance.add(logits, right, Arrays.copyOfRange(training, start, end));
        }
    }

    /** Returns (pairs, neurons), row by row. */
    private static float[] lastPosition(NDArray activation) {
        return activation.get(new NDIndex(":, -1")).toFloatArray();
    }
}
