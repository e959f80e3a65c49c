package org.grokscope.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.grokscope.task.FourierBasis;
import org.grokscope.task.ModularTask;
import org.grokscope.task.Operation;
import org.junit.jupiter.api.Test;

class RestrictedActivationTest {
    @Property(tries = 30)
    void allFrequenciesTogetherGiveTheMeanOfEachAnswer(@ForAll boolean added, @ForAll Random random) {
        ModularTask task = new ModularTask(added ? Operation.ADD : Operation.MULTIPLY, 13);
        int neurons = 5;
        float[] activations = new float[task.pairs() * neurons];
        for (int i = 0; i < activations.length; i++) {
            activations[i] = (float) random.nextGaussian();
        }
        SumConditionedActivation.Accumulator accumulator = new SumConditionedActivation.Accumulator(neurons, 13);
        accumulator.add(activations, task.answers());
        RestrictedActivation restricted = RestrictedActivation.of(accumulator.finish(), task.basis(),
                IntStream.rangeClosed(1, task.basis().frequencies()).toArray());
        for (int neuron = 0; neuron < neurons; neuron++) {
            for (int answer = 0; answer < 13; answer++) {
                int of = neuron;
                int wanted = answer;
                double mean = IntStream.range(0, task.pairs()).filter(pair -> task.answer(pair) == wanted)
                        .mapToDouble(pair -> activations[pair * neurons + of]).average().orElseThrow();
                assertThat(restricted.of(neuron, answer)).isCloseTo(mean, within(1e-12));
            }
        }
    }

    @Property(tries = 30)
    void keepsWhatIsAtItsFrequencyAndNothingElse(@ForAll @IntRange(min = 1, max = 11) int kept,
            @ForAll @IntRange(min = 1, max = 11) int planted) {
        double[][] phi = new double[1][23];
        for (int c = 0; c < 23; c++) {
            phi[0][c] = 3 + 2 * Math.cos(2 * Math.PI * planted * c / 23 + 0.7);
        }
        RestrictedActivation restricted = RestrictedActivation.of(SumConditionedActivation.of(phi), FourierBasis.of(23),
                kept);
        assertThat(restricted.mean(0)).isCloseTo(3, within(1e-12));
        for (int s = 0; s < 23; s++) {
            assertThat(restricted.of(0, s)).isCloseTo(kept == planted ? phi[0][s] : 3, within(1e-12));
        }
    }

    @Test
    void keyFrequenciesAreThoseOfMostNeuronsThenTheLowest() {
        double[][] phi = new double[6][31];
        int[] frequencies = {9, 4, 9, 12, 4, 9};
        for (int neuron = 0; neuron < 6; neuron++) {
            for (int c = 0; c < 31; c++) {
                phi[neuron][c] = Math.cos(2 * Math.PI * frequencies[neuron] * c / 31 + neuron);
            }
        }
        assertThat(RestrictedActivation.keyFrequencies(
                FrequencySynchronization.of(SumConditionedActivation.of(phi), FourierBasis.of(31))))
                .containsExactly(9, 4, 12, 1, 2, 3, 5);
    }

    @Test
    void aSmallPrimeHasFewerKeyFrequencies() {
        assertThat(RestrictedActivation
                .keyFrequencies(
                        FrequencySynchronization.of(SumConditionedActivation.of(new double[2][5]), FourierBasis.of(5))))
                .containsExactly(1, 2);
    }
}
