package org.grokscope.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.grokscope.task.FourierBasis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FrequencySynchronizationTest {
    /** Activations computed, with all that follows from them, by another program in float64. */
    static Stream<Map.Entry<String, JsonNode>> golden() throws IOException {
        try (InputStream in = FrequencySynchronizationTest.class.getResourceAsStream("fsd.json")) {
            return new ObjectMapper().readTree(in).get("cases").properties().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("golden")
    void agreesWithTheReference(Map.Entry<String, JsonNode> entry) {
        JsonNode expected = entry.getValue();
        FrequencySynchronization actual = synchronization(phi(expected));
        for (int top : new int[]{1, 2, 3, 5}) {
            assertThat(actual.degree(top)).as("FSD_" + top)
                    .isCloseTo(expected.get("fsd").get(Integer.toString(top)).asDouble(), within(1e-9));
        }
        assertThat(actual.peakFrequency()).isEqualTo(expected.get("peakFrequency").asInt());
        assertThat(actual.medianRank()).isEqualTo(expected.get("medianRank").asDouble());
        assertThat(actual.rankOneShare()).isCloseTo(expected.get("rank1Fraction").asDouble(), within(1e-9));
        assertThat(actual.meanStrongestShare()).isCloseTo(expected.get("meanRank1R2").asDouble(), within(1e-9));
    }

    @Property(tries = 50)
    void isBlindToTheOrderOfTheNeurons(@ForAll Random random) {
        double[][] phi = noise(random, 20, 11);
        double[][] reversed = IntStream.range(0, 20).mapToObj(neuron -> phi[19 - neuron]).toArray(double[][]::new);
        assertThat(degree(reversed)).isEqualTo(degree(phi));
    }

    @Property(tries = 50)
    void isBlindToACyclicShiftOfTheAnswers(@ForAll Random random, @ForAll @IntRange(min = 1, max = 10) int shift) {
        double[][] phi = noise(random, 20, 11);
        double[][] shifted = Arrays.stream(phi)
                .map(row -> IntStream.range(0, 11).mapToDouble(c -> row[(c + shift) % 11]).toArray())
                .toArray(double[][]::new);
        assertThat(degree(shifted)).isCloseTo(degree(phi), within(1e-12));
    }

    @Test
    void isOneWhenAllNeuronsShareAFrequencyWhateverTheirPhases() {
        double[][] phi = new double[8][13];
        for (int neuron = 0; neuron < 8; neuron++) {
            for (int c = 0; c < 13; c++) {
                phi[neuron][c] = Math.cos(2 * Math.PI * 4 * c / 13 + neuron);
            }
        }
        FrequencySynchronization synchronization = synchronization(phi);
        assertThat(synchronization.degree(1)).isCloseTo(1, within(1e-12));
        assertThat(synchronization.peakFrequency()).isEqualTo(4);
        assertThat(synchronization.medianRank()).isEqualTo(1);
    }

    @Test
    void silentNeuronsDominateNothingAndStayInTheDenominator() {
        double[][] phi = new double[4][13];
        for (int c = 0; c < 13; c++) {
            phi[0][c] = Math.cos(2 * Math.PI * 2 * c / 13);
            phi[1][c] = 5;
        }
        FrequencySynchronization synchronization = synchronization(phi);
        assertThat(synchronization.degree(1)).isCloseTo((0.25 - 1.0 / 6) / (1 - 1.0 / 6), within(1e-12));
        assertThat(synchronization.medianRank()).isEqualTo(1);
    }

    @Test
    void countsTheNeuronsOfEachFrequency() {
        double[][] phi = new double[4][13];
        for (int c = 0; c < 13; c++) {
            phi[0][c] = Math.cos(2 * Math.PI * 2 * c / 13);
            phi[1][c] = 5;
            phi[2][c] = Math.sin(2 * Math.PI * 2 * c / 13);
            phi[3][c] = Math.cos(2 * Math.PI * 6 * c / 13);
        }
        assertThat(synchronization(phi).dominated()).containsExactly(0, 2, 0,
                0, 0, 1);
    }

    @Test
    void saysNothingWhenAllNeuronsAreSilent() {
        FrequencySynchronization nothing = synchronization(new double[3][7]);
        assertThat(nothing.degree(1)).isNaN();
        assertThat(nothing.peakFrequency()).isZero();
        assertThat(nothing.medianRank()).isNaN();
    }

    private static FrequencySynchronization synchronization(double[][] phi) {
        return FrequencySynchronization.of(SumConditionedActivation.of(phi), FourierBasis.of(phi[0].length));
    }

    private static double degree(double[][] phi) {
        return synchronization(phi).degree(1);
    }

    private static double[][] noise(Random random, int neurons, int p) {
        return IntStream.range(0, neurons).mapToObj(neuron -> random.doubles(p).toArray()).toArray(double[][]::new);
    }

    private static double[][] phi(JsonNode expected) {
        double[][] phi = new double[expected.get("neurons").asInt()][expected.get("p").asInt()];
        for (int neuron = 0; neuron < phi.length; neuron++) {
            for (int c = 0; c < phi[neuron].length; c++) {
                phi[neuron][c] = expected.get("phi").get(neuron).get(c).asDouble();
            }
        }
        return phi;
    }
}
