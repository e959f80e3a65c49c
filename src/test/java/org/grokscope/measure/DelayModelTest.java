package org.grokscope.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.grokscope.measure.DelayModel.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DelayModelTest {
    /** Fitted in float64 by another program, by another method. */
    static Stream<Map.Entry<String, JsonNode>> golden() throws IOException {
        return read().properties().stream();
    }

    private static JsonNode read() throws IOException {
        try (InputStream in = DelayModelTest.class.getResourceAsStream("delay_models.json")) {
            return new ObjectMapper().readTree(in);
        }
    }

    private static List<DelayModel> fit(JsonNode given) {
        return DelayModel.fit(numbers(given.get("weightDecay")), numbers(given.get("delay")));
    }

    private static double[] numbers(JsonNode node) {
        return node.valueStream().mapToDouble(JsonNode::asDouble).toArray();
    }

    @ParameterizedTest
    @MethodSource("golden")
    void agreesWithTheReference(Map.Entry<String, JsonNode> entry) {
        assertThat(fit(entry.getValue())).hasSize(3).allSatisfy(model -> {
            JsonNode expected = entry.getValue().get(model.form().name().toLowerCase(Locale.ROOT));
            assertThat(model.constant() / expected.get("constant").asDouble()).isCloseTo(1, within(1e-9));
            if (model.form() == Form.POWER) {
                assertThat(model.exponent()).isCloseTo(expected.get("exponent").asDouble(), within(1e-9));
            }
            if (model.form() == Form.OFFSET) {
                assertThat(model.offset()).isCloseTo(expected.get("offset").asDouble(),
                        within(1e-9 * model.constant()));
            }
            if (expected.get("aicc").isNull()) {
                assertThat(model.aicc()).isNaN();
            } else {
                assertThat(model.aicc()).isCloseTo(expected.get("aicc").asDouble(), within(1e-9));
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"inverse,INVERSE", "shallower,POWER", "waiting,OFFSET"})
    void theDataPreferTheFormThatTheyWereMadeBy(String name, Form best) throws IOException {
        List<DelayModel> models = fit(read().get(name));
        assertThat(models.getFirst().form()).isEqualTo(best);
        assertThat(models.getFirst().aicc()).isLessThan(models.getLast().aicc());
    }

    @Test
    void predictsByItsForm() {
        assertThat(new DelayModel(Form.POWER, 1000, 2, 0, 0).delay(2)).isEqualTo(250);
        assertThat(new DelayModel(Form.OFFSET, 1000, 1, 50, 0).delay(2)).isEqualTo(550);
    }

    @Test
    void theLawFitsThemToTheBranchesThatGrokked() {
        ForkLaw law = ForkLaw.of(Stream.of(1, 1, 2, 2, 5, 5)
                .map(decay -> new LawPoint("a" + decay, decay, new BranchOutcome.Grokked(3000 / decay, 1000 / decay, 20,
                        BranchOutcome.Aftermath.KEPT)))
                .toList());
        assertThat(law.models().getFirst().constant()).isCloseTo(1000, within(1e-6));
        assertThat(ForkLaw.of(List.of()).models()).isEmpty();
    }
}
