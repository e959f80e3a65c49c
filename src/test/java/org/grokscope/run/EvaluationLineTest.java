package org.grokscope.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.grokscope.file.FileProblem;
import org.grokscope.file.Json;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Measure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines are read as they come, and say the same as if each were read whole. */
class EvaluationLineTest {
    @Test
    void fieldsMayStandInAnyOrderAndAmongOthers() throws IOException {
        Evaluation before = Samples.evaluation(300);
        ObjectNode written = EvaluationLine.write(before);
        Random random = new Random(7);
        for (int i = 0; i < 50; i++) {
            List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(written.properties());
            Collections.shuffle(fields, random);
            ObjectNode line = Json.MAPPER.createObjectNode();
            line.set("before", Json.MAPPER.readTree("{\"step\":1,\"fsd\":[{\"fsd\":2}]}"));
            fields.forEach(field -> line.set(field.getKey(), field.getValue()));
            line.set("", Json.MAPPER.readTree("[[1,{\"trainLoss\":3}],\"}\"]"));
            assertThat(read(line.toString())).isEqualTo(before);
        }
    }

    @Test
    void whatIsNoNumberInAVectorIsNone() throws IOException {
        Evaluation evaluation = read(
                """
                        {"step":0,"wallMillis":1,"weightNormByGroup":{"head":1,"embeddings":null,"x":[5],"y":"2","z":{"a":1},"last":3e999},
                        "embeddingPower":[0.25,null,[1,[2]],"0.5",{"a":1},1e999,0.75]}""");
        assertThat(evaluation.weightNormByGroup().keySet()).containsExactly("head", "embeddings", "x", "y", "z",
                "last");
        assertThat(evaluation.weightNormByGroup().get("head")).isEqualTo(1);
        assertThat(evaluation.weightNormByGroup().get("last")).isNaN();
        assertThat(evaluation.embeddingPower().shares()).containsExactly(0.25, Double.NaN, Double.NaN, Double.NaN,
                Double.NaN,
                Double.NaN, 0.75);
    }

    @Test
    void whatIsNoVectorIsNone() throws IOException {
        Evaluation evaluation = read(
                "{\"step\":0,\"wallMillis\":1,\"weightNormByGroup\":[1,2],\"embeddingPower\":{\"a\":1}}");
        assertThat(evaluation.weightNormByGroup()).isEmpty();
        assertThat(evaluation.embeddingPower().frequencies()).isZero();
    }

    @Test
    void aLongVectorIsWhole() throws IOException {
        StringBuilder line = new StringBuilder("{\"step\":0,\"wallMillis\":1,\"embeddingPower\":[0");
        for (int k = 1; k < 500; k++) {
            line.append(',').append(k / 500.0);
        }
        assertThat(read(line.append("]}").toString()).embeddingPower().shares()).hasSize(500).endsWith(499 / 500.0);
    }

    @Test
    void pythonsNumbersThatAreNoneAreNone() throws IOException {
        Evaluation evaluation = read(
                "{\"step\":0,\"wallMillis\":1,\"fsd\":NaN,\"trainLoss\":-Infinity,\"medianRank\":3}");
        assertThat(evaluation.value(Measure.FSD)).isNaN();
        assertThat(evaluation.value(Measure.TRAIN_LOSS)).isNaN();
        assertThat(evaluation.value(Measure.RANK)).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{}| here: 'step' is missing.",
            "{\"step\":3}| here: 'wallMillis' is missing.",
            "{\"step\":3.0,\"wallMillis\":1}| here: 'step' must be a whole number of at most 2,147,483,647.",
            "{\"step\":\"3\",\"wallMillis\":1}| here: 'step' must be a whole number of at most 2,147,483,647.",
            "{\"step\":[3],\"wallMillis\":1}| here: 'step' must be a whole number of at most 2,147,483,647.",
            "{\"step\":3,\"wallMillis\":99999999999999999999}| here: 'wallMillis' must be a whole number.",
            "{\"step\":3,\"wallMillis\":1,\"fsd\":\"much\"}| here: 'fsd' must be a number.",
            "{\"step\":3,\"wallMillis\":1,\"fsd\":{}}| here: 'fsd' must be a number.",
            "{\"step\":3,\"wallMillis\":1}}| here: it is not JSON.",
            "{\"step\":3,\"wallMillis\":1} {}| here: it is not JSON.",
            "{\"step\":3,\"wallMillis\":1,\"embeddingPower\":[0.5| here: it is not JSON.",
            "{\"step\":3,\"wallMillis\":1,\"weightNormByGroup\":{\"head\":1| here: it is not JSON.",
            "{\"step\":3,\"wallMillis\"| here: it is not JSON.",
            "[]| here: it is not a JSON object.",
            "3| here: it is not a JSON object.",
            "nothing| here: it is not JSON."})
    void whatIsWrongIsSaid(String line, String sentence) {
        assertThatThrownBy(() -> read(line)).isInstanceOf(FileProblem.class).hasMessage(sentence);
    }

    /** Other programs write into logs, too: a letter in another encoding costs no evaluation. */
    @Test
    void bytesThatAreNoTextAreReadOver() throws IOException {
        Evaluation before = Samples.evaluation(300);
        String line = EvaluationLine.write(before).put("by", "Zoe").toString();
        byte[] bytes = line.getBytes(StandardCharsets.ISO_8859_1);
        bytes[line.indexOf("Zoe") + 2] = (byte) 0xeb;
        assertThat(EvaluationLine.read("here", LogLine.of(bytes))).isEqualTo(before);
        assertThat(read("\ufeff" + EvaluationLine.write(before).put("by", "Zo\u00eb"))).isEqualTo(before);
    }

    private static Evaluation read(String line) throws FileProblem {
        return EvaluationLine.read("here", LogLine.of(line));
    }
}
