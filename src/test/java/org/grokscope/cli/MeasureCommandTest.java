package org.grokscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasureCommandTest {
    @TempDir
    static Path runs;

    @BeforeAll
    static void train() {
        List<Object> common = List.of("train", "--runs", runs, "--p", 11, "--width", 8, "--heads", 2, "--mlp-width",
                12, "--steps", 20, "--eval-every", 10, "--checkpoint-every", 10, "--device", "cpu");
        assertThat(Call.grokscope(common.toArray()).exitCode()).isZero();
        List<Object> attention = new ArrayList<>(common);
        attention.addAll(List.of("--kind", "attention-only", "--name", "attention"));
        assertThat(Call.grokscope(attention.toArray()).exitCode()).isZero();
    }

    @Test
    void measuresWhatTheRunsOwnEvaluationMeasured() throws IOException {
        JsonNode found = measure("--step", "10", "--ablation", "--permutations", "200");
        JsonNode logged = new ObjectMapper().readTree(
                Files.readAllLines(runs.resolve("add-11-seed-42/metrics.jsonl")).get(1));
        assertThat(found.get("step").asInt()).isEqualTo(10);
        assertThat(found.get("site").asText()).isEqualTo("blocks.0.mlp.hidden");
        assertThat(found.get("permutations").asInt()).isEqualTo(200);
        assertThat(found.get("null").asText()).isEqualTo("relabelled");
        for (String key : List.of("fsd", "peakFrequency", "fsdNull95", "medianRank", "rankOneShare", "restrictedLoss",
                "excludedLoss", "trainLoss", "validationAccuracy", "weightNorm")) {
            assertThat(found.get(key).asDouble()).as(key).isCloseTo(logged.get(key).asDouble(), within(1e-5));
        }
        assertThat(found.get("p").asDouble()).isBetween(1.0 / 201, 1.0);
        assertThat(found.get("neuronsByFrequency")).hasSize(5);
        assertThat(found.get("ablation").fieldNames()).toIterable().containsExactly("intact", "blocks.0.attention",
                "blocks.0.mlp", "blocks.1.attention", "blocks.1.mlp");
    }

    @Test
    void looksAtTheNewestCheckpointUnlessTold() throws IOException {
        assertThat(measure().get("step").asInt()).isEqualTo(20);
        assertThat(measure().has("ablation")).isFalse();
    }

    @Test
    void looksAtOtherSitesAndAtMoreFrequencies() throws IOException {
        JsonNode found = measure("--site", "blocks.1.attention.output", "--top", "3", "--null", "independent");
        assertThat(found.get("site").asText()).isEqualTo("blocks.1.attention.output");
        assertThat(found.get("top").asInt()).isEqualTo(3);
        assertThat(found.get("null").asText()).isEqualTo("independent");
    }

    @Test
    void anAttentionOnlyNetworkHasNoRestrictedLoss() throws IOException {
        JsonNode found = new ObjectMapper().readTree(
                Call.grokscope("measure", "attention", "--runs", runs, "--json").out());
        assertThat(found.get("site").asText()).isEqualTo("blocks.0.attention.output");
        assertThat(found.get("restrictedLoss").isNull()).isTrue();
        assertThat(found.get("excludedLoss").isNull()).isTrue();
    }

    @Test
    void tellsItAsText() {
        assertThat(Call.grokscope("measure", "add-11-seed-42", "--runs", runs, "--ablation").out())
                .contains("FSD, K = 1").contains("restricted loss").contains("without blocks.1.mlp");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"--step | 15 | no checkpoint at step 15; it has 0, 10, 20",
            "--step | ten | 'ten'", "--site | blocks.2.mlp.hidden | no site 'blocks.2.mlp.hidden'; it has",
            "--top | 0 | between 1 and 4", "--top | 5 | between 1 and 4", "--permutations | 0 | between 1",
            "--null | shuffled | --null takes relabelled or independent, not 'shuffled'"})
    void aValueThatCannotBeUsedGetsOneSentence(String option, String value, String sentence) {
        Call call = Call.grokscope("measure", "add-11-seed-42", "--runs", runs, option, value);
        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.err()).contains(sentence).hasLineCount(1).startsWith("grokscope: ");
        assertThat(call.out()).isEmpty();
    }

    @Test
    void anAttentionOnlyNetworkHasNoHiddenLayerToLookAt() {
        Call call = Call.grokscope("measure", "attention", "--runs", runs, "--site", "blocks.0.mlp.hidden");
        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.err()).contains("it has blocks.0.attention.output, blocks.1.attention.output.");
    }

    private static JsonNode measure(String... options) throws IOException {
        List<Object> arguments = new ArrayList<>(List.of("measure", "add-11-seed-42", "--runs", runs, "--json"));
        arguments.addAll(List.of(options));
        return new ObjectMapper().readTree(Call.grokscope(arguments.toArray()).out());
    }
}
