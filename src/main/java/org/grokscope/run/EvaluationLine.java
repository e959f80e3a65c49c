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
import org.grokscope.measure.KeyFrequencyLoss;
import org.grokscope.measure.Performance;
import org.grokscope.measure.Synchronization;
import org.grokscope.measure.WeightNorm;

/** How an evaluation stands in metrics.jsonl. What was not measured or is not finite is null. */
public final class EvaluationLine {
    private static final String FILE = "metrics.jsonl";

    private EvaluationLine() {}

    /** Returns the evaluation as a JSON object, all its keys present. */
    public static ObjectNode write(Evaluation evaluation) {
        ObjectNode node = Json.MAPPER.createObjectNode();
        node.put("step", evaluation.step()).put("wallMillis", evaluation.wallMillis());
        Performance performance = evaluation.performance();
        number(node, "trainLoss", performance.trainLoss());
        number(node, "trainAccuracy", performance.trainAccuracy());
        number(node, "validationLoss", performance.validationLoss());
        number(node, "validationAccuracy", performance.validationAccuracy());
        Synchronization synchronization = evaluation.synchronization();
        number(node, "fsd", synchronization.fsd());
        if (synchronization.peakFrequency() > 0) {
            node.put("peakFrequency", synchronization.peakFrequency());
        } else {
            node.putNull("peakFrequency");
        }
        number(node, "fsdNull95", synchronization.fsdNull95());
        number(node, "medianRank", synchronization.medianRank());
        number(node, "rankOneShare", synchronization.rankOneShare());
        number(node, "restrictedLoss", evaluation.keyFrequencyLoss().restricted());
        number(node, "excludedLoss", evaluation.keyFrequencyLoss().excluded());
        number(node, "weightNorm", evaluation.weightNorm().total());
        ObjectNode groups = node.putObject("weightNormByGroup");
        evaluation.weightNorm().byGroup().forEach((group, norm) -> number(groups, group, norm));
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
        number(node, "weightDecay", evaluation.weightDecay());
        number(node, "stepsPerSecond", evaluation.stepsPerSecond());
        return node;
    }

    /** @throws FileProblem when the line is not an evaluation */
    static Evaluation read(String line) throws FileProblem {
        JsonFields fields = parse(line);
        Map<String, Double> groups = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> group : fields.object().path("weightNormByGroup").properties()) {
            groups.put(group.getKey(), group.getValue().asDouble(Double.NaN));
        }
        JsonNode power = fields.object().path("embeddingPower");
        double[] shares = new double[power.size()];
        for (int k = 0; k < shares.length; k++) {
            shares[k] = power.path(k).isNumber() ? power.path(k).doubleValue() : Double.NaN;
        }
        JsonNode peak = fields.object().path("peakFrequency");
        return new Evaluation(fields.integer("step"), fields.longInteger("wallMillis"),
                new Performance(fields.measure("trainLoss"), fields.measure("trainAccuracy"),
                        fields.measure("validationLoss"), fields.measure("validationAccuracy")),
                new Synchronization(fields.measure("fsd"), peak.isInt() ? peak.intValue() : 0,
                        fields.measure("fsdNull95"), fields.measure("medianRank"), fields.measure("rankOneShare")),
                new KeyFrequencyLoss(fields.measure("restrictedLoss"), fields.measure("excludedLoss")),
                new WeightNorm(fields.measure("weightNorm"), groups), new EmbeddingPower(shares),
                fields.measure("weightDecay"), fields.measure("stepsPerSecond"));
    }

    private static JsonFields parse(String line) throws FileProblem {
        try {
            JsonNode node = Json.MAPPER.readTree(line);
            if (node == null || !node.isObject()) {
                throw new FileProblem(FILE + ": a line is not a JSON object.");
            }
            return new JsonFields(FILE, node);
        } catch (JsonProcessingException e) {
            throw new FileProblem(FILE + ": a line is not JSON.", e);
        }
    }

    private static void number(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        } else {
            node.putNull(name);
        }
    }
}
