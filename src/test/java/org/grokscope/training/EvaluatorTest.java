package org.grokscope.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.FrequencySynchronization;
import org.grokscope.measure.GiniCoefficient;
import org.grokscope.measure.Measure;
import org.grokscope.measure.PerformanceAccumulator;
import org.grokscope.measure.RestrictedActivation;
import org.grokscope.measure.Score;
import org.grokscope.measure.SumConditionedActivation;
import org.grokscope.model.GoldenNetwork;
import org.grokscope.model.Hook;
import org.grokscope.model.HookPoint.Kind;
import org.grokscope.model.HookPoint;
import org.grokscope.weights.InitialWeights;
import org.grokscope.model.ScriptValue;
import org.grokscope.model.Transformer;
import org.grokscope.run.Checkpoint;
import org.grokscope.settings.ModelKind;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.SampleSettings;
import org.grokscope.settings.Settings;
import org.grokscope.task.Task;
import org.grokscope.task.Operation;
import org.grokscope.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EvaluatorTest {
    /** p = 23 has eleven frequencies, so seven of them leave something out. */
    private static final int P = 23;

    @ParameterizedTest
    @CsvSource({"ADD,FULL,2", "SUBTRACT,FULL,1", "MULTIPLY,FULL,3", "ADD,MLP_ONLY,2"})
    void restrictedAndExcludedLossAreThoseOfTheFinishedForwardPass(Operation operation, ModelKind kind, int blocks) {
        RunConfiguration configuration = configuration(operation, kind, blocks);
        Task task = configuration.learnedTask();
        HookPoint hidden = new HookPoint(blocks - 1, Kind.MLP_HIDDEN);
        Checkpoint checkpoint = new Checkpoint(0, InitialWeights.draw(configuration.model(), P, 5), Map.of(), Map.of(),
                "", 0);
        try (CheckpointProbe probe = CheckpointProbe.open(configuration, checkpoint);
                NDManager manager = NDManager.newBaseManager(Device.cpu());
                Transformer network = new Transformer(manager, configuration.model(), P, checkpoint.parameters())) {
            SumConditionedActivation phi = probe.sumConditioned(hidden);
            RestrictedActivation restricted = RestrictedActivation.of(phi, task.basis(),
                    RestrictedActivation.keyFrequencies(FrequencySynchronization.of(phi, task.basis())));
            Evaluation evaluation = probe.evaluate();
            int[] all = IntStream.range(0, task.pairs()).toArray();
            assertThat(evaluation.value(Measure.RESTRICTED_LOSS)).isCloseTo(loss(network, task, all,
                    pairs -> replace(hidden, seen -> rows(seen, task, pairs, restricted, 0))), within(1e-4));
            assertThat(evaluation.value(Measure.EXCLUDED_LOSS))
                    .isCloseTo(
                            loss(network, task, Trainer.split(configuration).train(),
                                    pairs -> replace(hidden,
                                            seen -> seen.sub(rows(seen, task, pairs, restricted, 1)))),
                            within(1e-4));
        }
    }

    @ParameterizedTest
    @CsvSource({"ADD,FULL,2", "MULTIPLY,ATTENTION_ONLY,1"})
    void lossesAndAccuraciesAreThoseOfTheLogits(Operation operation, ModelKind kind, int blocks) {
        RunConfiguration configuration = configuration(operation, kind, blocks);
        Task task = configuration.learnedTask();
        try (CheckpointProbe probe = CheckpointProbe.open(configuration, new Checkpoint(0,
                InitialWeights.draw(configuration.model(), P, 5), Map.of(), Map.of(), "", 0))) {
            PerformanceAccumulator expected = new PerformanceAccumulator(P);
            boolean[] training = new boolean[task.pairs()];
            Arrays.stream(Trainer.split(configuration).train()).forEach(pair -> training[pair] = true);
            expected.add(probe.logits(IntStream.range(0, task.pairs()).toArray()), task.answers(), training);
            Evaluation evaluation = probe.evaluate();
            assertThat(evaluation.value(Measure.TRAIN_LOSS)).isCloseTo(expected.finish().trainLoss(), within(1e-5));
            assertThat(evaluation.value(Measure.VALIDATION_LOSS)).isCloseTo(expected.finish().validationLoss(),
                    within(1e-5));
            assertThat(evaluation.value(Measure.TRAIN_ACCURACY)).isEqualTo(expected.finish().trainAccuracy());
            assertThat(evaluation.value(Measure.VALIDATION_ACCURACY)).isEqualTo(expected.finish().validationAccuracy());
        }
    }

    @Test
    void whereAllAnswersAreEquallyLikelyTheLowestIsTheNetworks() {
        RunConfiguration configuration = configuration(Operation.ADD, ModelKind.FULL, 1);
        Map<String, Tensor> weights = InitialWeights.draw(configuration.model(), P, 5);
        weights.put("head.weight", new Tensor(new int[]{P, 16}, new float[P * 16]));
        weights.put("head.bias", new Tensor(new int[]{P}, new float[P]));
        Task task = configuration.learnedTask();
        int[] validation = Trainer.split(configuration).validation();
        try (CheckpointProbe probe = CheckpointProbe.open(configuration,
                new Checkpoint(0, weights, Map.of(), Map.of(), "", 0))) {
            Evaluation evaluation = probe.evaluate();
            assertThat(evaluation.value(Measure.VALIDATION_ACCURACY)).isEqualTo(
                    (double) Arrays.stream(validation).filter(pair -> task.answer(pair) == 0).count()
                            / validation.length);
            assertThat(evaluation.value(Measure.VALIDATION_LOSS)).isCloseTo(Math.log(P), within(1e-12));
        }
    }

    @Test
    void anAttentionOnlyNetworkHasNeither() {
        RunConfiguration configuration = configuration(Operation.ADD, ModelKind.ATTENTION_ONLY, 2);
        try (CheckpointProbe probe = CheckpointProbe.open(configuration, new Checkpoint(0,
                InitialWeights.draw(configuration.model(), P, 5), Map.of(), Map.of(), "", 0))) {
            Evaluation evaluation = probe.evaluate();
            assertThat(evaluation.value(Measure.RESTRICTED_LOSS)).isNaN();
            assertThat(evaluation.value(Measure.EXCLUDED_LOSS)).isNaN();
            assertThat(evaluation.value(Measure.FSD_NULL_95)).isBetween(-1.0, 1.0);
        }
    }

    @Test
    void looksAtTheNumbersAndChangesNone() {
        int before = ScriptValue.open();
        RunConfiguration configuration = GoldenNetwork.CONFIGURATION.with(Settings.COMMUTATOR_EVERY, 5);
        try (Trainer watched = Trainer.begin(configuration, Device.cpu());
                Trainer alone = Trainer.begin(configuration, Device.cpu());
                Evaluator evaluator = new Evaluator(configuration, watched.network(), watched.passes())) {
            for (int i = 0; i < 20; i++) {
                watched.step();
                alone.step();
                evaluator.evaluate(i, 0, 1, 1);
            }
            int open = watched.openArrays();
            int values = ScriptValue.open();
            Evaluation first = evaluator.evaluate(20, 0, 1, 1);
            assertThat(evaluator.evaluate(20, 9, 1, 9).sameNumbersAs(first)).isTrue();
            assertThat(watched.openArrays()).isEqualTo(open);
            assertThat(ScriptValue.open()).isEqualTo(values);
            assertThat(watched.checkpoint(0)).usingRecursiveComparison().isEqualTo(alone.checkpoint(0));
            assertThat(first.value(Measure.FSD_NULL_95)).isFinite();
            assertThat(first.value(Measure.COMMUTATOR_DEFECT)).isPositive();
            assertThat(evaluator.evaluate(21, 0, 1, 1).value(Measure.COMMUTATOR_DEFECT)).isNaN();
            try (CheckpointProbe probe = CheckpointProbe.open(configuration, watched.checkpoint(3))) {
                Evaluation saved = probe.evaluate();
                assertThat(saved.step()).isEqualTo(20);
                for (Measure measure : List.of(Measure.FSD, Measure.PEAK_FREQUENCY, Measure.FSD_NULL_95, Measure.RANK,
                        Measure.RANK_ONE_SHARE)) {
                    assertThat(saved.value(measure)).as(measure.key()).isEqualTo(first.value(measure));
                }
                assertThat(saved.value(Measure.RESTRICTED_LOSS)).isCloseTo(first.value(Measure.RESTRICTED_LOSS),
                        within(1e-5));
                assertThat(saved.value(Measure.EXCLUDED_LOSS)).isCloseTo(first.value(Measure.EXCLUDED_LOSS),
                        within(1e-5));
            }
        }
        assertThat(ScriptValue.open()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "COMPOSE")
    void everyOperationHasItsPrecursors(Operation operation) {
        RunConfiguration configuration = configuration(operation, ModelKind.FULL, 2);
        try (CheckpointProbe probe = CheckpointProbe.open(configuration, new Checkpoint(0,
                InitialWeights.draw(configuration.model(), P, 5), Map.of(), Map.of(), "", 0))) {
            Evaluation evaluation = probe.evaluate();
            FrequencySynchronization neurons = FrequencySynchronization
                    .of(probe.sumConditioned(HookPoint.standard(configuration.model())),
                            configuration.learnedTask().basis());
            assertThat(evaluation.value(Measure.FSD_TOP_2)).isEqualTo(neurons.degree(2));
            assertThat(evaluation.value(Measure.FSD_TOP_3)).isEqualTo(neurons.degree(3));
            assertThat(evaluation.value(Measure.FSD_TOP_5)).isEqualTo(neurons.degree(5));
            assertThat(Double.isNaN(evaluation.value(Measure.FSD_OWN_BASIS)))
                    .isEqualTo(operation != Operation.MULTIPLY && operation != Operation.DIVIDE);
            assertThat(evaluation.value(Measure.EMBEDDING_GINI))
                    .isEqualTo(GiniCoefficient.of(evaluation.embeddingPower().shares()));
            assertThat(evaluation.value(Measure.SPECTRAL_ENTROPY)).isBetween(0.0, 1.0);
            assertThat(evaluation.value(Measure.ILDR)).isPositive();
            assertThat(evaluation.value(Measure.SYMMETRY_VIOLATION)).isPositive();
            assertThat(evaluation.value(Measure.VALIDATION_MARGIN)).isNegative();
            assertThat(evaluation.value(Measure.COMMUTATOR_DEFECT)).isNaN();
        }
    }

    private static RunConfiguration configuration(Operation operation, ModelKind kind, int blocks) {
        return SampleSettings.run(P, SampleSettings.model(kind, blocks, 16, 2, 40), 1e-3, 512)
                .with(Settings.OPERATION, operation).with(Settings.TRAIN_FRACTION, 0.3);
    }

    private static Hook replace(HookPoint site, Function<NDArray, NDArray> by) {
        return (where, seen) -> where.equals(site) ? by.apply(seen) : seen;
    }

    /** The restricted activation of each pair, less so many times its mean. */
    private static NDArray rows(NDArray like, Task task, int[] pairs, RestrictedActivation restricted,
            int means) {
        int neurons = (int) like.getShape().get(2);
        float[] rows = new float[pairs.length * neurons];
        for (int i = 0; i < pairs.length; i++) {
            for (int j = 0; j < neurons; j++) {
                rows[i * neurons + j] = (float) (restricted.of(j, task.answer(pairs[i])) - means * restricted.mean(j));
            }
        }
        return like.getManager().create(rows, like.getShape());
    }

    private static double loss(Transformer network, Task task, int[] pairs, Function<int[], Hook> tapOf) {
        Score score = new Score(task.tokens());
        new BatchedForward(network, task, () -> true).over(pairs, tapOf, (chunk, logits) -> {
            int[] answers = Arrays.stream(chunk).map(task::answer).toArray();
            for (int i = 0; i < chunk.length; i++) {
                score.add(logits, i, answers[i]);
            }
        });
        return score.loss();
    }
}
