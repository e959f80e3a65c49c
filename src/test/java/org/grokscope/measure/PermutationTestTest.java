package org.grokscope.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.grokscope.SharesNothing;
import org.grokscope.measure.PermutationTest.Null;
import org.grokscope.task.FourierBasis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@SharesNothing
class PermutationTestTest {
    /** About one relabelling in a hundred sends all phases to one frequency: enough shuffles see that it is no more. */
    @ParameterizedTest
    @ValueSource(ints = {1, 21, 48})
    void aSharedFrequencyWithRandomPhasesIsNoChance(int k) {
        Random random = new Random(k);
        SumConditionedActivation planted = planted(k, 97, IntStream.range(0, 128)
                .mapToDouble(_ -> 2 * Math.PI * random.nextDouble()).toArray());
        assertThat(test(planted, Null.INDEPENDENT, 200, k).p()).isEqualTo(1.0 / 201);
        assertThat(test(planted, Null.RELABELLED, 1000, k).p()).isLessThanOrEqualTo(0.02);
    }

    @Property(tries = 20)
    void neuronsOfOnePhaseAgreeUnderAnyRelabelling(@ForAll Random random, @ForAll @IntRange(min = 1, max = 26) int k) {
        SumConditionedActivation planted = planted(k, 53, new double[64]);
        PermutationTest test = test(planted, Null.RELABELLED, 100, random.nextLong());
        assertThat(test.p()).isEqualTo(1);
        assertThat(test.point95()).isEqualTo(1);
        assertThat(test(planted, Null.INDEPENDENT, 100, random.nextLong()).p()).isEqualTo(1.0 / 101);
    }

    /** Over 300 draws of noise, the share with p ≤ α may exceed α by no more than three standard errors. */
    @ParameterizedTest
    @EnumSource(Null.class)
    void noiseIsSeldomTakenForMoreThanChance(Null how) {
        int seeds = 300;
        double[] p = IntStream.range(0, seeds)
                .mapToDouble(seed -> test(noise(new Random(seed), 40, 23), how, 199, seed).p()).toArray();
        for (double alpha : new double[]{0.01, 0.05, 0.1}) {
            double share = Arrays.stream(p).filter(value -> value <= alpha).count() / (double) seeds;
            assertThat(share).as("P(p ≤ %s)", alpha)
                    .isLessThanOrEqualTo(alpha + 3 * Math.sqrt(alpha * (1 - alpha) / seeds));
        }
    }

    @Property(tries = 30)
    void itsFsdIsThatOfTheSpectra(@ForAll Random random, @ForAll @IntRange(min = 1, max = 5) int top) {
        SumConditionedActivation activation = noise(random, 150, 13);
        PermutationTest test = PermutationTest.of(activation, FourierBasis.of(activation.p()), top, Null.RELABELLED, 5,
                PermutationTest.randomOf(1, 1));
        assertThat(test.observed()).isCloseTo(FrequencySynchronization.of(activation, FourierBasis.of(13)).degree(top),
                within(1e-12));
    }

    @ParameterizedTest
    @EnumSource(Null.class)
    void silentNeuronsStayInTheDenominator(Null how) {
        double[][] phi = new double[64][13];
        for (int neuron = 0; neuron < 32; neuron++) {
            for (int c = 0; c < 13; c++) {
                phi[2 * neuron][c] = Math.cos(2 * Math.PI * 4 * c / 13 + neuron);
            }
        }
        PermutationTest test = test(SumConditionedActivation.of(phi), how, 50, 1);
        assertThat(test.observed()).isCloseTo((0.5 - 1.0 / 6) / (1 - 1.0 / 6), within(1e-12));
        assertThat(test.point95()).isLessThanOrEqualTo(test.observed());
    }

    @Test
    void saysNothingWhenAllNeuronsAreSilent() {
        PermutationTest test = test(SumConditionedActivation.of(new double[3][7]), Null.RELABELLED, 10, 1);
        assertThat(test.observed()).isNaN();
        assertThat(test.p()).isNaN();
        assertThat(test.point95()).isNaN();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 19, 20, 21, 40, 200, 999, 1000})
    void theBandsEdgeIsTheSmallestValueWithAtLeastNineteenTwentiethsAtOrBelowIt(int count) {
        double[] values = IntStream.rangeClosed(1, count).asDoubleStream().toArray();
        double edge = PermutationTest.point95(values);
        assertThat(edge).isGreaterThanOrEqualTo(0.95 * count);
        assertThat(edge - 1).isLessThan(0.95 * count);
    }

    @Test
    void isAFunctionOfSeedAndStep() {
        SumConditionedActivation activation = noise(new Random(3), 50, 31);
        double first = PermutationTest.of(activation, FourierBasis.of(activation.p()), 1, Null.RELABELLED, 300,
                PermutationTest.randomOf(4, 100)).p();
        assertThat(PermutationTest.of(activation, FourierBasis.of(activation.p()), 1, Null.RELABELLED, 300,
                PermutationTest.randomOf(4, 100)).p())
                .isEqualTo(first);
        assertThat(PermutationTest.of(activation, FourierBasis.of(activation.p()), 1, Null.RELABELLED, 300,
                PermutationTest.randomOf(4, 200)).p())
                .isNotEqualTo(first);
    }

    private static PermutationTest test(SumConditionedActivation activation, Null how, int shuffles, long seed) {
        return PermutationTest.of(activation, FourierBasis.of(activation.p()), 1, how, shuffles,
                PermutationTest.randomOf(seed, 0));
    }

    private static SumConditionedActivation planted(int k, int p, double[] phases) {
        double[][] phi = new double[phases.length][p];
        for (int neuron = 0; neuron < phases.length; neuron++) {
            for (int c = 0; c < p; c++) {
                phi[neuron][c] = Math.cos(2 * Math.PI * k * c / p + phases[neuron]);
            }
        }
        return SumConditionedActivation.of(phi);
    }

    private static SumConditionedActivation noise(Random random, int neurons, int p) {
        double[][] phi = new double[neurons][p];
        for (double[] row : phi) {
            Arrays.setAll(row, _ -> random.nextGaussian());
        }
        return SumConditionedActivation.of(phi);
    }
}
