package org.grokscope.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.grokscope.measure.DistanceRatio;
import org.grokscope.measure.FrequencySynchronization;
import org.grokscope.measure.GiniCoefficient;
import org.grokscope.measure.Median;
import org.grokscope.measure.SpectralEntropy;
import org.grokscope.measure.SumConditionedActivation;
import org.grokscope.model.GoldenNetwork;
import org.grokscope.model.NetworkPasses;
import org.grokscope.model.Transformer;
import org.grokscope.settings.LossPrecision;
import org.grokscope.settings.ProductPrecision;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.Settings;
import org.grokscope.task.Basis;
import org.grokscope.task.ModularTask;
import org.grokscope.task.Task;
import org.grokscope.task.Operation;
import org.grokscope.tensor.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Precursors of grokking against what precursors.py finds in float64 for the same tiny network. */
class PrecursorsTest {
    private static final Offset<Double> FLOAT64 = within(1e-9);
    private static final Offset<Double> FLOAT32 = within(1e-5);
    private static JsonNode golden = new ObjectMapper().createObjectNode();
    private static JsonNode head = new ObjectMapper().createObjectNode();

    @BeforeAll
    static void read() throws IOException {
        try (InputStream in = PrecursorsTest.class.getResourceAsStream("precursors.json")) {
            golden = new ObjectMapper().readTree(in);
        }
        try (InputStream in = GoldenNetwork.class.getResourceAsStream("transformer.json")) {
            head = new ObjectMapper().readTree(in).get("initial");
        }
    }

    @Test
    void spectralEntropyAgreesInFloat64() {
        assertThat(SpectralEntropy.of(numbers(golden.get("eigenvalues"))))
                .isCloseTo(golden.get("spectralEntropy").asDouble(), FLOAT64);
    }

    @Test
    void spectralEntropyOfEqualDirectionsIsOneAndOfOneIsNought() {
        assertThat(SpectralEntropy.of(new double[]{2, 2, 2})).isCloseTo(1, FLOAT64);
        assertThat(SpectralEntropy.of(new double[]{-1e-18, 0, 2})).isZero();
        assertThat(SpectralEntropy.of(new double[]{0, 0})).isNaN();
    }

    @Test
    void distanceRatioAgreesInFloat64() {
        Task task = GoldenNetwork.CONFIGURATION.learnedTask();
        JsonNode vectors = golden.get("representation");
        int width = vectors.get(0).size();
        double[] sums = new double[task.answerCount() * width];
        double[] counts = new double[task.answerCount()];
        double squares = 0;
        boolean[] trained = trained(task);
        for (int pair = 0; pair < task.pairs(); pair++) {
            if (!trained[pair]) {
                counts[task.answer(pair)]++;
                for (int i = 0; i < width; i++) {
                    double value = vectors.get(pair).get(i).asDouble();
                    sums[task.answer(pair) * width + i] += value;
                    squares += value * value;
                }
            }
        }
        assertThat(DistanceRatio.of(sums, counts, squares)).isCloseTo(golden.get("ildr").asDouble(), FLOAT64);
    }

    @Test
    void distanceRatioOfVectorsOnTheirCentroidsIsNoNumber() {
        assertThat(DistanceRatio.of(new double[]{2, 4}, new double[]{2, 2}, 10)).isNaN();
        assertThat(DistanceRatio.of(new double[]{3}, new double[]{2}, 5)).isNaN();
    }

    @Test
    void giniAgrees() {
        JsonNode gini = golden.get("gini");
        assertThat(GiniCoefficient.of(numbers(gini.get("of")))).isCloseTo(gini.get("is").asDouble(), FLOAT64);
        assertThat(GiniCoefficient.of(new double[]{1, 1, 1})).isCloseTo(0, FLOAT64);
        assertThat(GiniCoefficient.of(new double[]{0, 0, 1})).isCloseTo(2.0 / 3, FLOAT64);
        assertThat(GiniCoefficient.of(new double[3])).isNaN();
    }

    @Test
    void theFsdInTheOwnBasisAgrees() {
        assertThat(golden.get("ownBasis")).isNotEmpty().allSatisfy(expected -> {
            int p = expected.get("p").asInt();
            Task task = new ModularTask(Operation.MULTIPLY, p);
            Basis basis = task.ownBasis().orElseThrow();
            assertThat(IntStream.range(0, basis.places()).map(basis::value).toArray())
                    .isEqualTo(indices(expected.get("order")));
            SumConditionedActivation phi = SumConditionedActivation
                    .of(expected.get("phi").valueStream().map(PrecursorsTest::numbers).toArray(double[][]::new));
            FrequencySynchronization own = FrequencySynchronization.of(phi, basis);
            assertThat(own.degree(1)).isCloseTo(expected.get("fsdOwnBasis").asDouble(), FLOAT64);
            assertThat(own.peakFrequency()).isEqualTo(expected.get("peakOwnBasis").asInt());
            FrequencySynchronization usual = FrequencySynchronization.of(phi, task.basis());
            assertThat(usual.degree(1)).isCloseTo(expected.get("fsd").asDouble(), FLOAT64);
            assertThat(usual.peakFrequency()).isEqualTo(expected.get("peak").asInt());
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"ADD", "SUBTRACT"})
    void sumsAndDifferencesHaveNoOtherBasis(Operation operation) {
        assertThat(new ModularTask(operation, 7).ownBasis()).isEmpty();
    }

    @Test
    void theMarginAgreesInFloat64() {
        Task task = GoldenNetwork.CONFIGURATION.learnedTask();
        int[] validation = IntStream.range(0, task.pairs()).filter(pair -> !trained(task)[pair]).toArray();
        try (NDManager manager = NDManager.newBaseManager(Device.cpu());
                Transformer network = new Transformer(manager, GoldenNetwork.CONFIGURATION.model(), 7,
                        GoldenNetwork.tensors("initial"));
                Readout readout = new Readout(network, GoldenNetwork.CONFIGURATION.model());
                Readout.Pairs pairs = readout.pairs(IntStream.of(validation).map(task::answer).toArray(),
                        new int[0])) {
            double[] logits = IntStream.of(validation).boxed().flatMapToDouble(pair -> Arrays.stream(logits(pair)))
                    .toArray();
            double[] scores = readout.score(manager.create(logits, new Shape(validation.length, 7)), pairs);
            assertThat(Median.of(Arrays.copyOfRange(scores, 2 * validation.length, scores.length)))
                    .isCloseTo(golden.get("validationMargin").asDouble(), FLOAT64);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ADD", "SUBTRACT", "MULTIPLY"})
    void theNetworksGeometryAgrees(Operation operation) {
        RunConfiguration configuration = GoldenNetwork.CONFIGURATION.with(Settings.OPERATION, operation);
        Task task = configuration.learnedTask();
        try (NDManager manager = NDManager.newBaseManager(Device.cpu());
                Transformer network = new Transformer(manager, configuration.model(), 7,
                        GoldenNetwork.tensors("initial"));
                NetworkPasses passes = network.passes(LossPrecision.FLOAT32, ProductPrecision.FLOAT32);
                RepresentationPass pass = new RepresentationPass(network, task, configuration.model().width(),
                        trained(task))) {
            for (int[] chunk : new int[][]{{0, 30}, {30, 49}}) {
                int[] pairs = IntStream.range(chunk[0], chunk[1]).toArray();
                passes.look(IntStream.of(pairs).map(task::first).toArray(),
                        IntStream.of(pairs).map(task::second).toArray(),
                        outputs -> pass.keep(chunk[0], outputs.representation()));
            }
            assertThat(pass.spectralEntropy()).isCloseTo(golden.get("spectralEntropy").asDouble(), FLOAT32);
            assertThat(pass.symmetryViolation()).isCloseTo(
                    golden.get("symmetryViolation").get(operation.label()).asDouble(), within(1e-7));
            if (operation == Operation.ADD) {
                assertThat(pass.distanceRatio()).isCloseTo(golden.get("ildr").asDouble(), FLOAT32);
            }
        }
    }

    @Test
    void commutatorDefectAgreesAndLeavesTheWeightsAsTheyWere() {
        JsonNode expected = golden.get("commutatorDefect");
        RunConfiguration configuration = GoldenNetwork.CONFIGURATION;
        try (NDManager manager = NDManager.newBaseManager(Device.cpu());
                Transformer network = new Transformer(manager, configuration.model(), 7,
                        GoldenNetwork.tensors("initial"));
                NetworkPasses passes = network.passes(LossPrecision.FLOAT32, ProductPrecision.FLOAT32)) {
            int arrays = manager.getManagedArrays().size();
            CommutatorDefect defect = new CommutatorDefect(configuration, network, passes);
            assertThat(defect.of(indices(expected.get("first")), indices(expected.get("second"))))
                    .isCloseTo(expected.get("is").asDouble(), within(2e-3));
            assertThat(defect.median()).isPositive();
            GoldenNetwork.tensors("initial").forEach((name, tensor) -> {
                Tensor now = network.parameters().tensors().get(name);
                assertThat(now).isNotNull();
                assertThat(now.values()).isEqualTo(tensor.values());
            });
            assertThat(manager.getManagedArrays()).hasSize(arrays);
        }
    }

    /** Reads a pair's vector out in float64. */
    private static double[] logits(int pair) {
        double[] vector = numbers(golden.get("representation").get(pair));
        double[] logits = numbers(head.get("head.bias"));
        for (int answer = 0; answer < logits.length; answer++) {
            for (int i = 0; i < vector.length; i++) {
                logits[answer] += head.get("head.weight").get(answer).get(i).asDouble() * vector[i];
            }
        }
        return logits;
    }

    private static boolean[] trained(Task task) {
        boolean[] trained = new boolean[task.pairs()];
        golden.get("trained").forEach(pair -> trained[pair.asInt()] = true);
        return trained;
    }

    private static double[] numbers(JsonNode node) {
        return node.valueStream().mapToDouble(JsonNode::asDouble).toArray();
    }

    private static int[] indices(JsonNode node) {
        return node.valueStream().mapToInt(JsonNode::asInt).toArray();
    }
}
