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
import java.util.stream.Stream;
import org.grokscope.SharesNothing;
import org.grokscope.task.Basis;
import org.grokscope.task.FourierBasis;
import org.grokscope.task.group.GroupName;
import org.grokscope.task.group.GroupTask;
import org.grokscope.task.group.IrrepBasis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** FSD on the irreps of a group. */
@SharesNothing
class GroupSynchronizationTest {
    private static final Basis S5 = new GroupTask(GroupName.parse("S5")).basis();

    /** Computed by another program in float64, which has the irreps from their characters alone. */
    static Stream<Map.Entry<String, JsonNode>> golden() throws IOException {
        try (InputStream in = GroupSynchronizationTest.class.getResourceAsStream("fsd_gen.json")) {
            return new ObjectMapper().readTree(in).get("cases").properties().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("golden")
    void agreesWithTheReferenceOnSFive(Map.Entry<String, JsonNode> entry) {
        JsonNode expected = entry.getValue();
        SumConditionedActivation activation = SumConditionedActivation.of(rows(expected.get("phi")));
        FrequencySynchronization actual = FrequencySynchronization.of(activation, S5);
        double[][] power = rows(expected.get("power"));
        for (int neuron = 0; neuron < power.length; neuron++) {
            NeuronSpectrum spectrum = NeuronSpectrum.of(activation.of(neuron), S5);
            double total = Math.max(1e-9, Arrays.stream(power[neuron]).sum());
            for (int k = 1; k <= 6; k++) {
                assertThat(spectrum.power(k)).isCloseTo(power[neuron][k - 1], within(1e-12 * total));
            }
        }
        for (int top : new int[]{1, 2, 3, 5}) {
            assertThat(actual.degree(top)).as("FSD_" + top)
                    .isCloseTo(expected.get("fsd").get(Integer.toString(top)).asDouble(), within(1e-12));
        }
        assertThat(actual.peakFrequency()).isEqualTo(expected.get("peak").asInt());
        assertThat(actual.medianRank()).isEqualTo(expected.get("medianRank").asDouble());
        assertThat(FrequencySynchronization.of(activation, FourierBasis.of(120)).degree(1)).as("in cyclic order")
                .isCloseTo(expected.get("cyclic").asDouble(), within(1e-12));
    }

    @Test
    void irrepsAreNamedAsInTheReference() throws IOException {
        try (InputStream in = GroupSynchronizationTest.class.getResourceAsStream("fsd_gen.json")) {
            JsonNode names = new ObjectMapper().readTree(in).get("irreps");
            for (int k = 1; k <= S5.frequencies(); k++) {
                assertThat(S5.name(k)).isEqualTo(names.get(k - 1).asText());
            }
            assertThat(names).hasSize(S5.frequencies());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 97})
    void ofACyclicGroupIsTheFsd(int n) {
        Basis irreps = new IrrepBasis(GroupName.parse("C" + n).group());
        Random random = new Random(n);
        double[][] phi = new double[200][n];
        for (double[] row : phi) {
            Arrays.setAll(row, _ -> random.nextGaussian() + 0.3);
        }
        SumConditionedActivation activation = SumConditionedActivation.of(phi);
        FrequencySynchronization general = FrequencySynchronization.of(activation, irreps);
        FrequencySynchronization usual = FrequencySynchronization.of(activation, FourierBasis.of(n));
        for (int neuron = 0; neuron < phi.length; neuron++) {
            double[] here = irreps.power(phi[neuron]);
            double[] there = FourierBasis.of(n).power(phi[neuron]);
            for (int k = 0; k < n / 2; k++) {
                assertThat(here[k]).isCloseTo(there[k], within(1e-12 * Arrays.stream(there).sum()));
            }
        }
        for (int top : new int[]{1, 2, 3, 5}) {
            assertThat(general.degree(top)).isCloseTo(usual.degree(top), within(1e-12));
        }
        assertThat(general.peakFrequency()).isEqualTo(usual.peakFrequency());
        assertThat(general.ranks()).isEqualTo(usual.ranks());
    }

    @Test
    void powersOfManySignalsAreThoseOfEach() {
        Random random = new Random(5);
        double[][] rows = new double[120][3];
        for (double[] row : rows) {
            Arrays.setAll(row, _ -> random.nextGaussian());
        }
        double[][] powers = S5.powers(rows);
        for (int i = 0; i < 3; i++) {
            int signal = i;
            double[] power = S5.power(Arrays.stream(rows).mapToDouble(row -> row[signal]).toArray());
            for (int k = 0; k < power.length; k++) {
                assertThat(powers[k][i]).isCloseTo(power[k], within(1e-12 * 120));
            }
        }
    }

    /** All irreps together are the whole signal but its mean. */
    @Test
    void keepingAllIrrepsKeepsTheActivation() {
        Random random = new Random(6);
        double[][] phi = new double[2][120];
        for (double[] row : phi) {
            Arrays.setAll(row, _ -> random.nextGaussian());
        }
        RestrictedActivation kept = RestrictedActivation.of(SumConditionedActivation.of(phi), S5, 1, 2, 3, 4, 5, 6);
        for (int c = 0; c < 120; c++) {
            assertThat(kept.of(1, c)).isCloseTo(phi[1][c], within(1e-12));
        }
    }

    private static double[][] rows(JsonNode array) {
        return array.valueStream().map(row -> row.valueStream().mapToDouble(JsonNode::asDouble).toArray())
                .toArray(double[][]::new);
    }
}
