package org.grokscope.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.grokscope.run.Checkpoint;
import org.grokscope.run.Fork;
import org.grokscope.run.ForkInterventions;
import org.grokscope.run.ForkRequest;
import org.grokscope.run.ForkSettings;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunHead;
import org.grokscope.settings.LossPrecision;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.Settings;
import org.grokscope.task.Basis;
import org.grokscope.tensor.Tensor;
import org.grokscope.text.InvalidSetting;
import org.grokscope.weights.Intervention;
import org.grokscope.weights.InterventionReader;
import org.grokscope.weights.WeightSurgery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forks that do something to the network. */
class InterventionsTest {
    private static final int FORK = 40;
    private static final int STEPS = 100;
    private static final String EMBEDDING = "token_embedding.weight";

    @TempDir
    Path runs;

    @ParameterizedTest
    @ValueSource(strings = {"remove-frequency none", "ablate-neurons block=0 none", "scale-norm 1"})
    void anInterventionWithAnEmptyTargetIsTheControlToTheBit(String nothing) throws IOException {
        RunDirectory parent = parent();
        RunDirectory branch = fork(parent, FORK, nothing);
        TinyRun.finish(branch);
        assertThat(branch.checkpoint(STEPS).parameters()).isEqualTo(parent.checkpoint(STEPS).parameters());
        assertThat(branch.checkpoint(STEPS).secondMoments()).isEqualTo(parent.checkpoint(STEPS).secondMoments());
    }

    @Test
    void aRemovedFrequencyHasNoPowerAndTheOthersKeepTheirs() throws IOException {
        RunDirectory parent = parent();
        Checkpoint before = parent.checkpoint(FORK);
        Checkpoint after = fork(parent, FORK, "remove-frequency 2").checkpoint(FORK);
        double[] were = power(before);
        double[] are = power(after);
        assertThat(are[1]).isLessThan(1e-12 * Arrays.stream(are).sum());
        assertThat(are[0]).isCloseTo(were[0], within(1e-6 * were[0]));
        assertThat(are[2]).isCloseTo(were[2], within(1e-6 * were[2]));
        assertThat(mean(after)).containsExactly(mean(before), within(1e-6f));
        assertThat(others(after)).isEqualTo(others(before));
    }

    @Test
    void whatIsKeptIsAllThatIsLeft() throws IOException {
        double[] power = power(fork(parent(), FORK, "keep-frequencies 2").checkpoint(FORK));
        assertThat(power[0] + power[2]).isLessThan(1e-12 * power[1]);
    }

    @Test
    void bothNetworksSayTheSameAfterwards() throws IOException {
        RunDirectory branch = fork(parent(), FORK, "remove-frequency 2; ablate-neurons block=0 1,5");
        RunConfiguration settings = branch.head().configuration();
        Checkpoint at = branch.checkpoint(FORK);
        try (Trainer own = Trainer.resume(settings, at, TinyRun.COMPUTE.device());
                Trainer plain = Trainer.resume(settings.with(Settings.LOSS_PRECISION, LossPrecision.FLOAT64), at,
                        TinyRun.COMPUTE.device())) {
            assertThat(own.step()).isCloseTo(plain.step(), within(1e-5));
        }
        assertThat(at.parameters().get("blocks.0.mlp.up.bias").values()[5]).isZero();
        assertThat(at.parameters().get("blocks.0.mlp.down.weight").values()[1]).isZero();
    }

    @Test
    void aHeldNormIsHeld() throws IOException {
        RunDirectory branch = fork(parent(), FORK, "hold-norm 0.8");
        double norm = 0.8 * WeightSurgery.norm(branch.checkpoint(FORK).parameters());
        try (RunSession session = RunSession.open(branch, TinyRun.COMPUTE)) {
            TinyRun.advance(session, 61);
            session.pause("For the test.");
        }
        TinyRun.finish(branch);
        for (int step : new int[]{60, 61, STEPS}) {
            assertThat(WeightSurgery.norm(branch.checkpoint(step).parameters())).isCloseTo(norm, within(1e-6 * norm));
        }
    }

    @Test
    void aFrozenPartKeepsItsBitsAndTheRestLearns() throws IOException {
        RunDirectory branch = fork(parent(), FORK, "freeze embedding", 540);
        TinyRun.finish(branch);
        Map<String, Tensor> before = branch.checkpoint(FORK).parameters();
        Map<String, Tensor> after = branch.checkpoint(540).parameters();
        assertThat(after.get(EMBEDDING)).isEqualTo(before.get(EMBEDDING));
        assertThat(after).allSatisfy((name, tensor) -> {
            if (!name.equals(EMBEDDING)) {
                assertThat(tensor).isNotEqualTo(before.get(name));
            }
        });
    }

    @Test
    void aPartHasItsOwnWeightDecay() throws IOException {
        RunDirectory branch = fork(parent(), FORK, "weight-decay head=30,position=0");
        TinyRun.finish(branch);
        RunDirectory control = fork(parent(), FORK, "scale-norm 1");
        TinyRun.finish(control);
        assertThat(norm(branch, "head.weight")).isLessThan(0.8 * norm(control, "head.weight"));
        assertThat(norm(branch, "position_embedding.weight")).isGreaterThan(norm(control, "position_embedding.weight"));
    }

    @Test
    void zeroMomentsAreAColdStartFromTheSameWeights() throws IOException {
        RunDirectory parent = parent();
        Checkpoint at = parent.checkpoint(FORK);
        Checkpoint begun = Trainer.begin(parent.head().configuration(), TinyRun.COMPUTE.device()).checkpoint(0);
        RunDirectory branch = fork(parent, FORK, "reset-moments");
        TinyRun.finish(branch);
        try (Trainer cold = Trainer.resume(parent.head().configuration(),
                new Checkpoint(FORK, at.parameters(), begun.firstMoments(), begun.secondMoments(), "", 0, 0,
                        at.heldNorm()),
                TinyRun.COMPUTE.device())) {
            while (cold.stepsTaken() < STEPS) {
                cold.step();
            }
            assertThat(branch.checkpoint(STEPS).parameters()).isEqualTo(cold.checkpoint(0).parameters());
        }
        assertThat(fork(parent, FORK, "reset-moments keep-count").checkpoint(FORK).updates()).isEqualTo(FORK);
    }

    @Test
    void aPartGetsItsFirstWeightsOrThoseOfAnotherRun() throws IOException {
        RunDirectory parent = parent();
        RunDirectory other = TinyRun.create(runs, TinyRun.configuration(STEPS).withSeed(5));
        TinyRun.finish(other);
        Checkpoint reset = fork(parent, FORK, "reset block 0 mlp").checkpoint(FORK);
        assertThat(reset.parameters().get("blocks.0.mlp.up.weight"))
                .isEqualTo(parent.checkpoint(0).parameters().get("blocks.0.mlp.up.weight"));
        assertThat(reset.parameters().get("head.weight"))
                .isEqualTo(parent.checkpoint(FORK).parameters().get("head.weight"));
        RunDirectory branch = fork(parent, FORK, "transplant embedding from " + other.head().id() + "@60");
        assertThat(branch.checkpoint(FORK).parameters().get(EMBEDDING))
                .isEqualTo(other.checkpoint(60).parameters().get(EMBEDDING));
        assertThat(branch.head().lineage().interventions().label())
                .isEqualTo("embedding of " + other.head().id() + "@60");
    }

    @Test
    void betweenCheckpointsItActsWhereTheForkBeginsAndNotBefore() throws IOException {
        RunDirectory parent = parent();
        RunDirectory branch = fork(parent, 53, "remove-frequency 2; freeze embedding");
        TinyRun.finish(branch);
        double[] power = power(branch.checkpoint(53));
        assertThat(power[1]).isLessThan(1e-12 * Arrays.stream(power).sum());
        assertThat(branch.checkpoint(STEPS).parameters().get(EMBEDDING))
                .isEqualTo(branch.checkpoint(53).parameters().get(EMBEDDING));
        RunDirectory control = fork(parent, 53, "scale-norm 1");
        TinyRun.finish(control);
        assertThat(others(branch.checkpoint(53))).isEqualTo(others(control.checkpoint(53)));
    }

    @Test
    void aForkOfAForkKeepsWhatLastsAndItsControlRepeatsIt() throws IOException {
        RunDirectory frozen = fork(parent(), FORK, "remove-frequency 1; freeze embedding");
        TinyRun.finish(frozen);
        RunDirectory control = Fork.create(frozen, ForkRequest.of(60, List.of()), _ -> TinyRun.COMPUTE.environment())
                .getFirst();
        TinyRun.finish(control);
        assertThat(control.history().control()).isTrue();
        assertThat(control.checkpoint(STEPS).parameters()).isEqualTo(frozen.checkpoint(STEPS).parameters());
    }

    @Test
    void fromTheSeedOnEveryHandThatTookOverDoesAgainWhatItDid() throws IOException {
        RunDirectory frozen = fork(parent(), FORK, "remove-frequency 1; hold-norm 0.9");
        TinyRun.finish(frozen);
        Map<String, Tensor> expected = frozen.checkpoint(STEPS).parameters();
        try (Stream<Path> files = Files.list(frozen.path().resolve("checkpoints"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        RunDirectory control = Fork.create(frozen, ForkRequest.of(60, List.of()), _ -> TinyRun.COMPUTE.environment())
                .getFirst();
        assertThat(control.checkpointSteps()).isEmpty();
        TinyRun.finish(control);
        assertThat(control.checkpoint(STEPS).parameters()).isEqualTo(expected);
    }

    @Test
    void shamsComeFromTheSeedAlone() throws IOException {
        RunDirectory parent = parent();
        ForkRequest settled = TargetSearch.settle(parent, request(FORK, "remove-frequency 2; ablate-neurons 0,1", 3));
        assertThat(settled.interventions().drawn()).hasSize(3).allSatisfy(sham -> {
            assertThat(((Intervention.RemoveFrequencies) sham.getFirst()).frequencies()).hasSize(1).doesNotContain(2);
            assertThat(((Intervention.AblateNeurons) sham.getLast()).neurons()).hasSize(2);
        });
        assertThat(TargetSearch.settle(parent, request(FORK, "remove-frequency 2; ablate-neurons 0,1", 3)))
                .isEqualTo(settled);
        List<RunDirectory> made = Fork.create(parent, settled, _ -> TinyRun.COMPUTE.environment());
        assertThat(made).hasSize(9);
        RunHead sham = RunDirectory.open(made.getLast().path()).head();
        assertThat(sham.lineage().interventions().sham()).isPresent();
        assertThat(sham.lineage().interventions().label()).startsWith("sham k ");
        assertThat(sham.name()).startsWith("sham k ");
        // The same once more is nothing new.
        assertThatThrownBy(() -> Fork.create(parent, settled, _ -> TinyRun.COMPUTE.environment()))
                .isInstanceOf(InvalidSetting.class);
    }

    @Test
    void neuronsAreFoundByTheirDominantFrequency() throws IOException {
        RunDirectory parent = parent();
        int count = 0;
        for (int k = 1; k <= 3; k++) {
            Intervention found = TargetSearch.settle(parent, request(FORK, "ablate-neurons dominant=" + k, 1))
                    .interventions().wanted().getFirst();
            count += ((Intervention.AblateNeurons) found).neurons().size();
        }
        assertThat(count).isBetween(1, 12);
    }

    @ParameterizedTest
    @CsvSource({"remove-frequency 0", "remove-frequency 4", "freeze block 2 mlp", "ablate-neurons block=3 1",
            "ablate-neurons 12", "ablate-neurons dominant=4", "transplant head from nowhere@40",
            "freeze head; hold-norm 1"})
    void aBadTargetIsASentenceAndMakesNothing(String bad) throws IOException {
        RunDirectory parent = parent();
        assertThatThrownBy(() -> Fork.create(parent, TargetSearch.settle(parent, request(FORK, bad, 1)),
                _ -> TinyRun.COMPUTE.environment())).hasMessageEndingWith(".");
        assertThat(Files.list(runs).filter(it -> !it.getFileName().toString().startsWith("."))).hasSize(1);
    }

    @Test
    void oneFromANetworkOfAnotherShapeIsRefused() throws IOException {
        RunDirectory parent = parent();
        RunDirectory wider = TinyRun.create(runs, TinyRun.configuration(20).with(Settings.MLP_WIDTH, 16));
        TinyRun.finish(wider);
        assertThatThrownBy(() -> fork(parent, FORK, "transplant block 0 mlp from " + wider.head().id() + "@20"))
                .isInstanceOf(InvalidSetting.class).hasMessageContaining("same shape");
        assertThat(Files.list(runs).filter(it -> !it.getFileName().toString().startsWith("."))).hasSize(2);
    }

    @Test
    void otherSettingsOfAForkAreChangedToo() throws IOException {
        RunDirectory parent = parent();
        ForkRequest plain = ForkRequest.of(FORK, List.of());
        RunDirectory branch = Fork.create(parent, new ForkRequest(FORK, List.of(2.0), 1, false,
                new ForkSettings(plain.settings().learningRate(), OptionalDouble.of(0.98), OptionalInt.of(9),
                        OptionalLong.of(77)),
                plain.steps(), plain.stopAfterGrok(), plain.evaluateEvery(), ForkInterventions.NONE),
                _ -> TinyRun.COMPUTE.environment()).getFirst();
        assertThat(branch.head().lineage().changes()).containsExactly("weightDecay", "beta2", "batch", "dataSeed");
        assertThat(branch.head().configuration().optimizer().batch()).isEqualTo(9);
        assertThat(branch.head().configuration().seeds().dataSeed()).isEqualTo(77);
    }

    private RunDirectory parent() throws IOException {
        RunDirectory parent = TinyRun.create(runs, TinyRun.configuration(STEPS));
        TinyRun.finish(parent);
        return parent;
    }

    private static ForkRequest request(int step, String what, int draws) {
        ForkRequest plain = ForkRequest.of(step, List.of());
        return new ForkRequest(step, List.of(), draws, true, ForkSettings.NONE, plain.steps(), plain.stopAfterGrok(),
                plain.evaluateEvery(), new ForkInterventions(InterventionReader.all(what), true, OptionalLong.empty()));
    }

    private static RunDirectory fork(RunDirectory parent, int step, String what) throws IOException {
        return fork(parent, step, what, STEPS);
    }

    private static RunDirectory fork(RunDirectory parent, int step, String what, int steps) throws IOException {
        ForkRequest request = new ForkRequest(step, List.of(), 1, false, ForkSettings.NONE, OptionalInt.of(steps),
                OptionalInt.empty(), OptionalInt.empty(),
                new ForkInterventions(InterventionReader.all(what), false, OptionalLong.empty()));
        return Fork.create(parent, request, _ -> TinyRun.COMPUTE.environment()).getFirst();
    }

    private static double[] power(Checkpoint checkpoint) {
        Basis basis = TinyRun.configuration(1).learnedTask().basis();
        Tensor embedding = checkpoint.parameters().get(EMBEDDING);
        double[] sums = new double[basis.frequencies()];
        for (int column = 0; column < 8; column++) {
            double[] signal = new double[7];
            for (int token = 0; token < 7; token++) {
                signal[token] = embedding.values()[token * 8 + column];
            }
            double[] power = basis.power(signal);
            Arrays.setAll(sums, k -> sums[k] + power[k]);
        }
        return sums;
    }

    private static float[] mean(Checkpoint checkpoint) {
        float[] mean = new float[8];
        for (int i = 0; i < 7 * 8; i++) {
            mean[i % 8] += checkpoint.parameters().get(EMBEDDING).values()[i] / 7;
        }
        return mean;
    }

    /** All but the token embedding, and the rows of it that are no operands. */
    private static Map<String, Object> others(Checkpoint checkpoint) {
        Map<String, Object> others = new LinkedHashMap<>(checkpoint.parameters());
        float[] rows = checkpoint.parameters().get(EMBEDDING).values();
        others.put(EMBEDDING, Arrays.toString(Arrays.copyOfRange(rows, 7 * 8, rows.length)));
        return others;
    }

    private static double norm(RunDirectory run, String parameter) throws IOException {
        return WeightSurgery.norm(Map.of(parameter, run.checkpoint(STEPS).parameters().get(parameter)));
    }
}
