package org.grokscope.training;

import ai.djl.ndarray.NDArray;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.DoubleStream;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.grokscope.measure.EmbeddingPower;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.FrequencySynchronization;
import org.grokscope.measure.GiniCoefficient;
import org.grokscope.measure.KeyFrequencyLoss;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Median;
import org.grokscope.measure.PerformanceAccumulator;
import org.grokscope.measure.PermutationTest;
import org.grokscope.measure.SumConditionedActivation;
import org.grokscope.measure.TokenEmbedding;
import org.grokscope.measure.TokenPlanes;
import org.grokscope.measure.WeightNorm;
import org.grokscope.model.ForwardOutputs;
import org.grokscope.model.HookPoint;
import org.grokscope.model.Network;
import org.grokscope.model.NetworkPasses;
import org.grokscope.settings.EvaluationSettings;
import org.grokscope.settings.ModelSettings;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.task.FourierBasis;
import org.grokscope.task.Task;

/**
 * Looks at a network over all p² pairs: one forward pass, whose large sums stay in the tensor library; what is small is
 * measured in plain Java. Takes no gradients and changes nothing.
 */
final class Evaluator implements AutoCloseable {
    private final ModelSettings model;
    private final Task task;
    private final long seed;
    private final Network network;
    private final NetworkPasses passes;
    private final Readout readout;
    private final NullBand nullBand;
    private final RepresentationPass representation;
    private final CommutatorDefect commutatorDefect;
    private final EvaluationSettings cadence;
    private final List<Chunk> chunks;
    private final BooleanSupplier wanted;
    private final boolean[] training;

    /** Pairs that take the forward pass together. */
    private record Chunk(int start, int[] first, int[] second, int[] answers, Readout.Pairs pairs) {}

    /**
     * @param network what is looked at; it must live longer
     * @param passes the same network's; they must live longer
     */
    Evaluator(RunConfiguration configuration, Network network, NetworkPasses passes) {
        this(configuration, network, passes, () -> true);
    }

    /** @param wanted whether anybody still waits for what is measured; asked now and then */
    Evaluator(RunConfiguration configuration, Network network, NetworkPasses passes, BooleanSupplier wanted) {
        this.wanted = wanted;
        this.model = configuration.model();
        this.task = configuration.learnedTask();
        this.seed = configuration.seeds().seed();
        this.network = network;
        this.passes = passes;
        this.readout = new Readout(network, model);
        this.nullBand = NullBand.of(network.newScope(), task.basis());
        this.training = new boolean[task.pairs()];
        for (int pair : Trainer.split(configuration).train()) {
            training[pair] = true;
        }
        this.representation = new RepresentationPass(network, task, model.width(), training);
        this.commutatorDefect = new CommutatorDefect(configuration, network, passes);
        this.cadence = configuration.evaluation();
        this.chunks = IntStream.iterate(0, start -> start < task.pairs(), start -> start + BatchedForward.CHUNK)
                .mapToObj(this::chunk).toList();
    }

    private Chunk chunk(int start) {
        int[] pairs = IntStream.range(start, Math.min(start + BatchedForward.CHUNK, task.pairs())).toArray();
        int[] answers = Arrays.stream(pairs).map(task::answer).toArray();
        int[] trained = IntStream.range(0, pairs.length).filter(pair -> training[start + pair]).toArray();
        return new Chunk(start, Arrays.stream(pairs).map(task::first).toArray(),
                Arrays.stream(pairs).map(task::second).toArray(), answers, readout.pairs(answers, trained));
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
        PerformanceAccumulator performance = new PerformanceAccumulator(task.answerCount());
        DoubleStream.Builder margins = DoubleStream.builder();
        SumConditionedActivation.Accumulator standard = new SumConditionedActivation.Accumulator(
                HookPoint.standard(model).neurons(model), task.answerCount());
        SumConditionedActivation.Accumulator lastHidden = new SumConditionedActivation.Accumulator(model.mlpWidth(),
                task.answerCount());
        // Both losses are of a circle's frequencies; of a few irreps, hardly anything would be left out.
        boolean keyFrequencies = model.kind().mlp() && task.basis().circular();
        try (KeyFrequencyPass pass = new KeyFrequencyPass(network, readout, task.basis(), model.blocks() - 1)) {
            for (Chunk chunk : chunks) {
                goOnIfWanted();
                passes.look(chunk.first(), chunk.second(), outputs -> {
                    score(chunk, outputs, performance, margins);
                    representation.keep(chunk.start(), outputs.representation());
                    standard.add(values(outputs.standardSite()), chunk.answers());
                    if (outputs.lastMlp() != null && keyFrequencies) {
                        lastHidden.add(values(outputs.lastMlp().hidden()), chunk.answers());
                        pass.keep(outputs.lastMlp(), chunk.pairs());
                    }
                });
            }
            goOnIfWanted();
            KeyFrequencyLoss keyFrequencyLoss = keyFrequencies
                    ? pass.finish(lastHidden.finish())
                    : KeyFrequencyLoss.NONE;
            SequencedMap<String, float[]> values = new LinkedHashMap<>();
            network.parameters().tensors().forEach((name, tensor) -> values.put(name, tensor.values()));
            SumConditionedActivation activation = standard.finish();
            FrequencySynchronization neurons = FrequencySynchronization.of(activation, task.basis());
            EmbeddingPower power = EmbeddingPower.of(Objects.requireNonNull(values.get("token_embedding.weight")),
                    task.basis(), model.width());
            goOnIfWanted();
            return Evaluation.at(step).wallMillis(wallMillis).performance(performance.finish()).synchronization(neurons)
                    .set(Measure.FSD_NULL_95, null95(activation, neurons, step))
                    .set(Measure.RESTRICTED_LOSS, keyFrequencyLoss.restricted())
                    .set(Measure.EXCLUDED_LOSS, keyFrequencyLoss.excluded()).weightNorm(WeightNorm.of(values))
                    .embeddingPower(power).set(Measure.EMBEDDING_GINI, GiniCoefficient.of(power.shares()))
                    .set(Measure.FSD_OWN_BASIS, ownBasis(activation))
                    .set(Measure.FSD_CYCLIC_ORDER, cyclicOrder(activation))
                    .set(Measure.VALIDATION_MARGIN, Median.of(margins.build().toArray()))
                    .set(Measure.SPECTRAL_ENTROPY, representation.spectralEntropy())
                    .set(Measure.ILDR, representation.distanceRatio())
                    .set(Measure.SYMMETRY_VIOLATION, representation.symmetryViolation())
                    .set(Measure.COMMUTATOR_DEFECT,
                            cadence.commutatorAt(step) ? commutatorDefect.median() : Double.NaN)
                    .set(Measure.WEIGHT_DECAY, weightDecay).set(Measure.STEPS_PER_SECOND, stepsPerSecond).build();
        }
    }

    /**
     * Looks where the tokens lie; nothing where no frequency has a circle.
     *
     * @param evaluation of the network as it stands; it says on which frequency most neurons settled
     */
    Optional<TokenPlanes> planes(Evaluation evaluation) {
        if (!task.basis().circular()) {
            return Optional.empty();
        }
        float[] embedding = network.parameters().get("token_embedding.weight").toFloatArray();
        return Optional.of(TokenPlanes.of(evaluation.step(),
                new TokenEmbedding(embedding, task.basis(), model.width(), evaluation.embeddingPower()),
                evaluation.peakFrequency()));
    }

    /** With a large p an evaluation takes minutes, and a process that is told to end has seconds. */
    private void goOnIfWanted() {
        if (!wanted.getAsBoolean()) {
            throw new CancellationException("Nobody waits for the evaluation any more.");
        }
    }

    private void score(Chunk chunk, ForwardOutputs outputs, PerformanceAccumulator performance,
            DoubleStream.Builder margins) {
        double[] scores = readout.score(outputs.logits(), chunk.pairs());
        int pairs = chunk.answers().length;
        for (int i = 0; i < pairs; i++) {
            boolean trained = training[chunk.start() + i];
            performance.add(scores[i], scores[pairs + i] != 0, trained);
            if (!trained) {
                margins.add(scores[2 * pairs + i]);
            }
        }
    }

    /** Returns the FSD in the basis that suits the operation; NaN where that is the usual one. */
    private double ownBasis(SumConditionedActivation activation) {
        return task.ownBasis().map(basis -> FrequencySynchronization.of(activation, basis).degreeIfAny(1))
                .orElse(Double.NaN);
    }

    /** Returns the FSD of the answers as if they were numbers modulo p; NaN where they are. */
    private double cyclicOrder(SumConditionedActivation activation) {
        return task.basis().circular()
                ? Double.NaN
                : FrequencySynchronization.of(activation, FourierBasis.of(task.answerCount())).degreeIfAny(1);
    }

    /** Returns an array where it lies, unless that is on a GPU. */
    private static FloatBuffer values(NDArray array) {
        return array.toByteBuffer(true).asFloatBuffer();
    }

    private double null95(SumConditionedActivation activation, FrequencySynchronization neurons, int step) {
        return nullBand.point95(activation, neurons, PermutationTest.LIVE_SHUFFLES,
                PermutationTest.randomOf(seed, step));
    }

    /** Frees what measuring needs; the network stays. */
    @Override
    public void close() {
        chunks.forEach(chunk -> chunk.pairs().close());
        representation.close();
        nullBand.close();
        readout.close();
    }
}
