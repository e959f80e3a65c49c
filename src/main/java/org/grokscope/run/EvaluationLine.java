package org.grokscope.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.grokscope.file.FileProblem;
import org.grokscope.file.Json;
import org.grokscope.file.JsonFields;
import org.grokscope.measure.EmbeddingPower;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Measure;
import org.grokscope.measure.NumberFormat;

/** How an evaluation stands in metrics.jsonl. What was not measured or is not finite is null. */
public final class EvaluationLine {
    private EvaluationLine() {}

    /** Returns the evaluation as a JSON object, all its keys present but those of measures that few tasks have. */
    public static ObjectNode write(Evaluation evaluation) {
        ObjectNode node = Json.MAPPER.createObjectNode();
        node.put("step", evaluation.step()).put("wallMillis", evaluation.wallMillis());
        for (Measure measure : Measure.values()) {
            if (!measure.seldom() || Double.isFinite(evaluation.value(measure))) {
                number(node, measure, evaluation.value(measure));
            }
            if (measure == Measure.WEIGHT_NORM) {
                vectors(node, evaluation);
            }
        }
        return node;
    }

    private static void vectors(ObjectNode node, Evaluation evaluation) {
        ObjectNode groups = node.putObject("weightNormByGroup");
        evaluation.weightNormByGroup().forEach((group, norm) -> {
            if (Double.isFinite(norm)) {
                groups.put(group, norm);
            } else {
                groups.putNull(group);
            }
        });
        if (evaluation.embeddingPower().frequencies() == 0) {
            node.putNull("embeddingPower");
        } else {
            ArrayNode shares = node.putArray("embeddingPower");
            for (double share : evaluation.embeddingPower().shares()) {
                if (Double.isFinite(share)) {
                    shares.add(share);
                } else {
                    shares.addNull();
                }
            }
        }
    }

    /**
     * @param where the line stands, for the sentence that says what is wrong with it
     * @throws FileProblem when the line is not an evaluation
     */
    static Evaluation read(String where, String line) throws FileProblem {
        JsonFields fields = parse(where, line);
        Map<String, Double> groups = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> group : fields.object().path("weightNormByGroup").properties()) {
            groups.put(group.getKey(), finite(group.getValue()));
        }
        JsonNode power = fields.object().path("embeddingPower");
        double[] shares = new double[power.size()];
        for (int k = 0; k < shares.length; k++) {
            shares[k] = finite(power.path(k));
        }
        Evaluation.Builder evaluation = Evaluation.at(fields.integer("step"))
                .wallMillis(fields.longInteger("wallMillis"))
                .weightNormByGroup(groups).embeddingPower(new EmbeddingPower(shares));
        for (Measure measure : Measure.values()) {
            evaluation.set(measure, fields.measure(measure.key()));
        }
        return evaluation.build();
    }

    private static double finite(JsonNode node) {
        double number = node.isNumber() ? node.doubleValue() : Double.NaN;
        return Double.isFinite(number) ? number : Double.NaN;
    }

    private static JsonFields parse(String where, String line) throws FileProblem {
        try {
            JsonNode node = Json.LINES.readTree(line);
            if (node == null || !node.isObject()) {
                throw new FileProblem(where + ": it is not a JSON object.");
            }
            return new JsonFields(where, node);
        } catch (JsonProcessingException e) {
            throw new FileProblem(where + ": it is not JSON.", e);
        }
    }

    private static void number(ObjectNode node, Measure measure, double value) {
        if (!Double.isFinite(value)) {
            node.putNull(measure.key());
        } else if (measure.format() == NumberFormat.FREQUENCY) {
            node.put(measure.key(), (int) value);
        } else {
            node.put(measure.key(), value);
        }
    }
}
