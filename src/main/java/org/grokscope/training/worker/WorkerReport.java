package org.grokscope.training.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import org.grokscope.training.TrainingRun;
import org.grokscope.training.TrainingRun.Phase;

/**
 * What a worker says of its run: one line of JSON on its standard output.
 *
 * @param name what people call the run
 * @param step updates taken so far
 * @param lastStep the step at which it ends
 * @param stepsPerSecond recent speed; NaN before it is known
 * @param message one sentence where there is something to say, else empty
 * @param measuringShare share of its training time that its evaluations took, 0 to 1; NaN before it is known
 */
record WorkerReport(String name, Phase phase, int step, int lastStep, double stepsPerSecond, String message,
        double measuringShare) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static WorkerReport of(TrainingRun run) {
        return new WorkerReport(run.name(), run.phase(), run.step(), run.lastStep(), run.stepsPerSecond(),
                run.message(), run.measuringShare());
    }

    String toLine() {
        ObjectNode node = MAPPER.createObjectNode().put("name", name).put("phase", key(phase)).put("step", step)
                .put("lastStep", lastStep).put("message", message);
        number(node, "stepsPerSecond", stepsPerSecond);
        number(node, "measuringShare", measuringShare);
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a line; empty when it is no report: libraries may print what they like. */
    static Optional<WorkerReport> of(String line) {
        try {
            JsonNode node = MAPPER.readTree(line);
            if (node == null || !node.isObject()) {
                return Optional.empty();
            }
            return Optional.of(new WorkerReport(node.required("name").asText(),
                    Phase.valueOf(node.required("phase").asText().toUpperCase(Locale.ROOT)),
                    node.required("step").asInt(), node.required("lastStep").asInt(),
                    node.path("stepsPerSecond").asDouble(Double.NaN), node.path("message").asText(),
                    node.path("measuringShare").asDouble(Double.NaN)));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String key(Phase phase) {
        return phase.name().toLowerCase(Locale.ROOT);
    }

    private static void number(ObjectNode node, String key, double value) {
        if (Double.isFinite(value)) {
            node.put(key, value);
        } else {
            node.putNull(key);
        }
    }
}
