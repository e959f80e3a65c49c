package org.grokscope.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.grokscope.measure.FrequencySynchronization;
import org.grokscope.measure.PermutationTest;
import org.grokscope.measure.PermutationTest.Null;
import org.grokscope.measure.SumConditionedActivation;
import org.grokscope.model.GoldenNetwork;
import org.grokscope.model.HookPoint;
import org.grokscope.model.HookPoint.Kind;
import org.grokscope.run.Checkpoint;
import org.grokscope.task.Basis;
import org.grokscope.task.FourierBasis;
import org.grokscope.task.PlainBasis;
import org.grokscope.task.RandomStream;
import org.grokscope.task.group.GroupName;
import org.grokscope.task.group.IrrepBasis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The native band against the permutation test in plain Java: the same permutations must give the same number. */
class NullBandTest {
    @ParameterizedTest
    @CsvSource({"5,8,1", "7,30,2", "23,100,3", "97,512,4", "131,64,6"})
    void isThatOfThePermutationTestOnNoise(int p, int neurons, int seed) {
        Random random = new Random(seed);
        double[][] phi = new double[neurons][p];
        for (double[] row : phi) {
            Arrays.setAll(row, _ -> random.nextGaussian());
        }
        assertThatBothAgree(SumConditionedActivation.of(phi), seed);
    }

    @ParameterizedTest
    @CsvSource({"23,1", "97,2", "97,3"})
    void isThatOfThePermutationTestOnSharedWavesAmongSilentNeurons(int p, int seed) {
        Random random = new Random(seed);
        double[][] phi = new double[60][p];
        for (int neuron = 0; neuron < phi.length; neuron++) {
            double phase = random.nextDouble();
            int k = 1 + neuron % 3;
            double height = neuron % 4 == 0 ? 0 : 1;
            double rest = neuron % 5;
            Arrays.setAll(phi[neuron], c -> rest + height * Math.cos(2 * Math.PI * k * c / p + phase));
        }
        SumConditionedActivation activation = SumConditionedActivation.of(phi);
        assertThat(FrequencySynchronization.of(activation, FourierBasis.of(p)).inactive(0)).isTrue();
        assertThatBothAgree(activation, seed);
    }

    /** An activation on one answer alone has the same power at every frequency, up to the last bit and sometimes to it. */
    @ParameterizedTest
    @CsvSource({"5,1", "7,2", "23,3", "97,4"})
    void ofEqualsTheLowestFrequencyCountsAsThere(int p, int seed) {
        double[][] phi = new double[2 * p][p];
        for (int neuron = 0; neuron < phi.length; neuron++) {
            phi[neuron][neuron % p] = 1 + neuron / p;
        }
        assertThatBothAgree(SumConditionedActivation.of(phi), seed);
    }

    @ParameterizedTest
    @CsvSource({"0,MLP_HIDDEN", "1,MLP_HIDDEN", "0,ATTENTION_OUTPUT"})
    void isThatOfThePermutationTestAtTheSitesOfANetwork(int block, Kind kind) {
        try (CheckpointProbe probe = CheckpointProbe.open(GoldenNetwork.CONFIGURATION,
                new Checkpoint(0, GoldenNetwork.tensors("final"), Map.of(), Map.of(), "", 0))) {
            assertThatBothAgree(probe.sumConditioned(new HookPoint(block, kind)), block);
        }
    }

    /** Of an even number of places, and of some of the answers in another order, as in a multiplicative group. */
    @ParameterizedTest
    @CsvSource({"6,40,1", "12,60,2", "30,100,3"})
    void isThatOfThePermutationTestInAnOrderThatLeavesAnAnswerOut(int n, int neurons, int seed) {
        Random random = new Random(seed);
        double[][] phi = new double[neurons][n + 1];
        for (double[] row : phi) {
            Arrays.setAll(row, _ -> random.nextGaussian());
        }
        int[] order = RandomStream.shuffled(IntStream.rangeClosed(1, n).toArray(), random);
        assertThatBothAgree(SumConditionedActivation.of(phi), FourierBasis.of(n + 1, order, ""), seed);
        assertThatBothAgree(SumConditionedActivation.of(phi), new PlainBasis(FourierBasis.of(n + 1, order, "")), seed);
    }

    @ParameterizedTest
    @CsvSource({"S4,60,1", "S5,40,2", "A4,50,3", "D6,80,4"})
    void isThatOfThePermutationTestOnTheIrrepsOfAGroup(String group, int neurons, int seed) {
        Random random = new Random(seed);
        Basis basis = new IrrepBasis(GroupName.parse(group).group());
        double[][] phi = new double[neurons][basis.size()];
        double[] wave = basis.waves(2)[0];
        for (int neuron = 0; neuron < neurons; neuron++) {
            double height = neuron % 5 == 0 ? 0 : 1;
            double noise = neuron % 5 == 0 ? 0 : 0.5;
            Arrays.setAll(phi[neuron], c -> 1 + height * wave[c] + noise * random.nextGaussian());
        }
        assertThatBothAgree(SumConditionedActivation.of(phi), basis, seed);
    }

    @Test
    void saysNothingWhenAllNeuronsAreSilent() {
        assertThat(band(SumConditionedActivation.of(new double[3][7]), FourierBasis.of(7), 1, 0)).isNaN();
    }

    private static void assertThatBothAgree(SumConditionedActivation activation, int seed) {
        assertThatBothAgree(activation, FourierBasis.of(activation.p()), seed);
    }

    private static void assertThatBothAgree(SumConditionedActivation activation, Basis basis, int seed) {
        for (int step = 0; step < 200; step += 100) {
            assertThat(band(activation, basis, seed, step)).isEqualTo(PermutationTest.of(activation, basis, 1,
                    Null.RELABELLED, PermutationTest.LIVE_SHUFFLES, PermutationTest.randomOf(seed, step)).point95());
        }
    }

    private static double band(SumConditionedActivation activation, Basis basis, int seed, int step) {
        try (NullBand band = NullBand.of(NDManager.newBaseManager(Device.cpu()), basis)) {
            return band.point95(activation, FrequencySynchronization.of(activation, basis),
                    PermutationTest.LIVE_SHUFFLES,
                    PermutationTest.randomOf(seed, step));
        }
    }
}
