package org.grokscope.training;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.grokscope.measure.EmbeddingPower;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.FrequencySynchronization;
import org.grokscope.measure.KeyFrequencyLoss;
import org.grokscope.measure.PerformanceAccumulator;
import org.grokscope.measure.PermutationTest;
import org.grokscope.measure.SumConditionedActivation;
import org.grokscope.measure.Synchronization;
import org.grokscope.measure.WeightNorm;
import org.grokscope.model.NamedArrays;
import org.grokscope.model.Site;
import org.grokscope.model.Site.Kind;
import org.grokscope.model.Tap;
import org.grokscope.model.Transformer;
import org.grokscope.run.ModelSettings;
import org.grokscope.run.RunConfiguration;
import org.grokscope.task.ModularTask;

/**
 * Looks at a network over all p² pairs: one forward pass here, the measures themselves in plain Java. Takes no gradients
 * and changes nothing.
 */
final class Evaluator {
    private final ModelSettings model;
    private final ModularTask task;
    private final long seed;
    private final Transformer network;
    private final int[] answers;
    private final boolean[] training;
    private final Site site;
    private final Site lastHidden;

    Evaluator(RunConfiguration configuration, Transformer network) {
        this.model = configuration.model();
        this.task = configuration.modularTask();
        this.seed = configuration.seeds().seed();
        this.network = network;
        this.answers = task.answers();
        this.training = new boolean[task.pairs()];
        for (int pair : Trainer.split(configuration).train()) {
            training[pair] = true;
        }
        this.site = Site.standard(model);
        this.lastHidden = new Site(model.blocks() - 1, Kind.MLP_HIDDEN);
    }

    /**
     * Measures the network as it stands.
     *
     * @param step updates taken
     * @param wallMillis training time so far
     * @param weightDecay λ of the next update
     * @param stepsPerSecond speed since the evaluation before
     */
    Evaluation evaluate(int step, long wallMillis, double weightDecay, double stepsPerSecond) {
        PerformanceAccumulator performance = new PerformanceAccumulator(task.p());
        Map<Site, SumConditionedActivation.Accumulator> activations = new LinkedHashMap<>();
        activations.put(site, accumulator(site));
        if (model.kind().mlp()) {
            activations.putIfAbsent(lastHidden, accumulator(lastHidden));
        }
        try (KeyFrequencyPass pass = new KeyFrequencyPass(network, task, lastHidden.block())) {
            new Sweep(network, task, () -> true).overAll(pairs -> tap(of(pairs), activations, pass),
                    (pairs, logits) -> performance.add(logits, of(pairs), trained(pairs)));
            Map<Site, SumConditionedActivation> means = new LinkedHashMap<>();
            activations.forEach((where, sums) -> means.put(where, sums.finish()));
            KeyFrequencyLoss keyFrequencyLoss = Optional.ofNullable(means.get(lastHidden))
                    .map(hidden -> pass.finish(hidden, training)).orElse(KeyFrequencyLoss.NONE);
            Map<String, float[]> values = new LinkedHashMap<>();
            NamedArrays parameters = network.parameters();
            parameters.tensors().forEach((name, tensor) -> values.put(name, tensor.values()));
            float[] embedding = parameters.get("token_embedding.weight").toFloatArray();
            return new Evaluation(step, wallMillis, performance.finish(),
                    synchronization(Objects.requireNonNull(means.get(site)), step), keyFrequencyLoss,
                    WeightNorm.of(values), EmbeddingPower.of(embedding, task.p(), model.width()), weightDecay,
                    stepsPerSecond);
        }
    }

    private Synchronization synchronization(SumConditionedActivation activation, int step) {
        PermutationTest test = PermutationTest.of(activation, 1, PermutationTest.Null.RELABELLED,
                PermutationTest.LIVE_SHUFFLES, PermutationTest.randomOf(seed, step));
        return FrequencySynchronization.of(activation).synchronization(test.point95());
    }

    private SumConditionedActivation.Accumulator accumulator(Site where) {
        return new SumConditionedActivation.Accumulator(where.neurons(model), task.p());
    }

    private Tap tap(int[] right, Map<Site, SumConditionedActivation.Accumulator> activations, KeyFrequencyPass pass) {
        return (where, seen) -> {
            SumConditionedActivation.Accumulator sums = activations.get(where);
            if (sums != null) {
                sums.add(CheckpointProbe.lastPosition(where, seen), right);
            }
            if (where.block() == lastHidden.block()) {
                keep(where, seen, pass);
            }
            return seen;
        };
    }

    private static void keep(Site where, NDArray seen, KeyFrequencyPass pass) {
        switch (where.kind()) {
            case MLP_RESIDUAL -> pass.residual(seen);
            case MLP_OUTPUT -> pass.output(seen);
            case ATTENTION_WEIGHTS, ATTENTION_OUTPUT, MLP_HIDDEN -> {
            }
        }
    }

    private int[] of(int[] pairs) {
        return Arrays.stream(pairs).map(pair -> answers[pair]).toArray();
    }

    private boolean[] trained(int[] pairs) {
        boolean[] trained = new boolean[pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            trained[i] = training[pairs[i]];
        }
        return trained;
    }
}
