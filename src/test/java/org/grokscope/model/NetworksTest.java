package org.grokscope.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.grokscope.settings.LossPrecision;
import org.grokscope.settings.ModelSettings;
import org.grokscope.settings.ParameterLayout;
import org.grokscope.settings.Passes;
import org.grokscope.settings.ProductPrecision;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.Setting;
import org.grokscope.settings.Settings;
import org.grokscope.settings.TypedSettings;
import org.grokscope.task.Task;
import org.grokscope.weights.InitialWeights;
import org.grokscope.tensor.Tensor;
import org.grokscope.text.InvalidSetting;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Networks of every kind that the settings can make, against another program's float64 numbers and each other. */
class NetworksTest {
    private static final JsonNode GOLDEN = golden();

    /** A network, its settings, and what it must say. */
    private record Case(String name, RunConfiguration configuration, JsonNode expected) {
        @Override
        public String toString() {
            return name;
        }

        ModelSettings model() {
            return configuration.model();
        }
    }

    /** Takes both implementations through the same pairs. */
    private interface Use {
        void of(NetworkPasses passes);
    }

    static Stream<Case> cases() {
        Stream.Builder<Case> cases = Stream.builder();
        for (JsonNode each : GOLDEN.get("cases")) {
            Map<Setting<?>, String> typed = new HashMap<>();
            for (Setting<?> setting : Settings.all()) {
                JsonNode value = each.get("settings").path(setting.name());
                JsonNode shape = GOLDEN.path(setting.name());
                if (value.isTextual() || shape.isNumber()) {
                    typed.put(setting, value.isTextual() ? value.asText() : shape.asText());
                }
            }
            TypedSettings read = TypedSettings.of(typed, Setting::option);
            assertThat(read.problems()).isEmpty();
            cases.add(new Case(each.get("name").asText(), read.configurations().getFirst(), each));
        }
        return cases.build();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void logitsLossAndGradientsAreThoseOfTheReference(Case it) {
        Task task = it.configuration().learnedTask();
        int[] pairs = GOLDEN.get("pairs").valueStream().mapToInt(JsonNode::asInt).toArray();
        int[] first = Arrays.stream(pairs).map(task::first).toArray();
        int[] second = Arrays.stream(pairs).map(task::second).toArray();
        int[] answers = Arrays.stream(pairs).map(task::answer).toArray();
        double[] gradient = numbers(it.expected().get("gradient"));
        for (LossPrecision precision : LossPrecision.values()) {
            both(it, precision, passes -> {
                passes.lossAndGradients(second, first, answers);
                assertThat(passes.lossAndGradients(first, second, answers))
                        .isCloseTo(it.expected().get("loss").asDouble(), within(1e-5));
                assertClose(passes.gradients().flat().toFloatArray(), gradient);
                passes.look(first, second, seen -> assertClose(seen.logits().toFloatArray(),
                        numbers(it.expected().get("logits"))));
            });
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void bothShowTheSame(Case it) {
        int[] first = IntStream.range(0, 25).map(pair -> pair / 5).toArray();
        int[] second = IntStream.range(0, 25).map(pair -> pair % 5).toArray();
        Map<String, float[]> shown = new LinkedHashMap<>();
        both(it, LossPrecision.FLOAT32, passes -> passes.look(first, second, seen -> {
            compare(shown, "site", seen.standardSite().toFloatArray());
            compare(shown, "representation", seen.representation().toFloatArray());
            if (it.model().kind().mlp()) {
                compare(shown, "hidden", seen.lastMlp().hidden().toFloatArray());
                compare(shown, "residual", seen.lastMlp().residual().toFloatArray());
                compare(shown, "output", seen.lastMlp().output().toFloatArray());
            }
        }));
        assertThat(shown).hasSize(it.model().kind().mlp() ? 5 : 2);
    }

    static Stream<Case> writtenOut() {
        return cases().filter(it -> Passes.of(it.model()) == Passes.WRITTEN_OUT);
    }

    /**
     * Of the weights that a run begins with: those of the reference are so large that rounding changes all. A processor without
     * such products has none that could be wrong; there they are refused.
     */
    @ParameterizedTest
    @MethodSource("writtenOut")
    void productsOfBfloat16NumbersDifferByTheirRounding(Case it) {
        Task task = it.configuration().learnedTask();
        int[] first = IntStream.range(0, task.pairs()).map(task::first).toArray();
        int[] second = IntStream.range(0, task.pairs()).map(task::second).toArray();
        int[] answers = IntStream.range(0, task.pairs()).map(task::answer).toArray();
        int p = GOLDEN.get("p").asInt();
        try (NDManager manager = NDManager.newBaseManager(Device.cpu());
                Transformer network = new Transformer(manager, it.model(), p, InitialWeights.draw(it.model(), p, 3));
                NetworkPasses exact = network.passes(LossPrecision.FLOAT32, ProductPrecision.FLOAT32)) {
            if (!Processor.here().bfloat16()) {
                assertThatThrownBy(() -> network.passes(LossPrecision.FLOAT32, ProductPrecision.BF16))
                        .isInstanceOf(InvalidSetting.class);
                return;
            }
            assertNarrow(exact, network.passes(LossPrecision.FLOAT32, ProductPrecision.BF16), first, second, answers);
        }
    }

    private static void assertNarrow(NetworkPasses exact, NetworkPasses made, int[] first, int[] second,
            int[] answers) {
        try (NetworkPasses narrow = made) {
            double loss = exact.lossAndGradients(first, second, answers);
            Map<String, Tensor> gradients = exact.gradients().tensors();
            double rounded = narrow.lossAndGradients(first, second, answers);
            float[] flat = narrow.gradients().flat().toFloatArray();
            assertThat(rounded).isNotEqualTo(loss).isCloseTo(loss, within(0.01 * loss));
            narrow.gradients().tensors().forEach((name, gradient) -> assertThat(distance(gradient, gradients.get(name)))
                    .as(name).isLessThanOrEqualTo(0.1 * length(gradients.get(name)) + 1e-7));
            // Again, after other pairs: the same bits.
            narrow.lossAndGradients(second, first, answers);
            assertThat(narrow.lossAndGradients(first, second, answers)).isEqualTo(rounded);
            assertThat(narrow.gradients().flat().toFloatArray()).isEqualTo(flat);
            // What is measured of a network is measured in float32, whatever it trains with.
            assertThat(narrow.exactLossAndGradients(first, second, answers)).isEqualTo(loss);
            narrow.gradients().tensors().forEach((name, gradient) -> assertThat(gradient.values()).as(name)
                    .isEqualTo(gradients.get(name).values()));
            exact.look(first, second, expected -> narrow.look(first, second, seen -> assertThat(
                    seen.logits().toFloatArray()).isEqualTo(expected.logits().toFloatArray())));
        }
    }

    private static double distance(Tensor one, Tensor other) {
        return Math.sqrt(IntStream.range(0, one.values().length)
                .mapToDouble(i -> Math.pow(one.values()[i] - other.values()[i], 2)).sum());
    }

    private static double length(Tensor of) {
        return distance(of, new Tensor(of.shape(), new float[of.values().length]));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theSameWeightsAreDrawnForPartsThatNetworksShare(Case it) {
        Map<String, Tensor> paper = InitialWeights.draw(ModelSettings.PAPER, 5, 3);
        ModelSettings model = it.configuration().with(Settings.WIDTH, 128).with(Settings.HEADS, 4)
                .with(Settings.MLP_WIDTH, 512).model();
        InitialWeights.draw(model, 5, 3).forEach((name, tensor) -> {
            if (paper.containsKey(name) && Arrays.equals(paper.get(name).shape(), tensor.shape())) {
                assertThat(tensor.values()).as(name).isEqualTo(paper.get(name).values());
            }
        });
    }

    private static void both(Case it, LossPrecision precision, Use use) {
        int p = GOLDEN.get("p").asInt();
        try (NDManager manager = NDManager.newBaseManager(Device.cpu());
                Transformer network = new Transformer(manager, it.model(), p, weights(it.model(), p))) {
            try (NetworkPasses plain = new AutomaticPasses(network, precision)) {
                use.of(plain);
            }
            if (Passes.of(it.model()) == Passes.WRITTEN_OUT) {
                try (NetworkPasses written = new NativeTransformer(network, precision, ProductPrecision.FLOAT32)) {
                    use.of(written);
                }
            }
        }
    }

    /** The k-th number of all is (7919 k mod 2001 - 1000) / 1000, one more in a LayerNorm's weight. */
    private static Map<String, Tensor> weights(ModelSettings model, int p) {
        Map<String, Tensor> weights = new LinkedHashMap<>();
        int k = 0;
        for (Map.Entry<String, int[]> entry : ParameterLayout.of(model, p).entrySet()) {
            String name = entry.getKey();
            boolean gain = name.matches("(.*\\.ln[12]|final_norm)\\.weight");
            float[] values = new float[Arrays.stream(entry.getValue()).reduce(1, Math::multiplyExact)];
            for (int i = 0; i < values.length; i++, k++) {
                values[i] = (float) ((k * 7919 % 2001 - 1000) / 1000.0 + (gain ? 1 : 0));
            }
            weights.put(name, new Tensor(entry.getValue(), values));
        }
        return weights;
    }

    private static void compare(Map<String, float[]> shown, String what, float[] now) {
        float[] before = shown.putIfAbsent(what, now);
        if (before != null) {
            assertClose(now, IntStream.range(0, before.length).mapToDouble(i -> before[i]).toArray());
        }
    }

    private static void assertClose(float[] is, double[] expected) {
        assertThat(is).hasSize(expected.length);
        for (int i = 0; i < is.length; i++) {
            assertThat((double) is[i]).as("number %d", i)
                    .isCloseTo(expected[i], within(2e-5 * Math.max(1, Math.abs(expected[i]))));
        }
    }

    private static double[] numbers(JsonNode array) {
        return array.valueStream().mapToDouble(JsonNode::asDouble).toArray();
    }

    private static JsonNode golden() {
        try (InputStream in = NetworksTest.class.getResourceAsStream("networks.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
