package org.grokscope.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.grokscope.file.FileProblem;
import org.grokscope.file.Json;
import org.grokscope.file.JsonFields;
import org.grokscope.measure.Milestone;
import org.jspecify.annotations.Nullable;

/** How an event stands in events.jsonl. */
public final class EventLine {
    private EventLine() {}

    /** Returns the event as a JSON object. */
    public static ObjectNode write(RunEvent event) {
        ObjectNode node = Json.MAPPER.createObjectNode();
        node.put("event", name(event)).put("step", event.step()).put("time", event.time().toString());
        return switch (event) {
            case RunEvent.MilestoneReached it -> node.put("milestone", it.milestone().key());
            case RunEvent.Predicted it -> node.put("moment", it.moment().key()).put("low", it.prediction().low())
                    .put("expected", it.prediction().expected()).put("high", it.prediction().high());
            case RunEvent.PredictionJudged it ->
                node.put("moment", it.moment().key()).put("from", it.from()).put("held", it.held());
            case RunEvent.WeightDecayChanged it -> node.put("from", it.from()).put("to", it.to());
            case RunEvent.Forked it -> node.put("child", it.child());
            case RunEvent.Paused it -> node.put("reason", it.reason());
            case RunEvent.Diverged it -> node.put("reason", it.reason());
            case RunEvent.Failed it -> node.put("message", it.message());
            case RunEvent.Started it -> environment(node, it.environment());
            case RunEvent.Resumed it -> replaced(environment(node, it.environment()), it.replaced());
            case RunEvent.Finished _ -> node;
        };
    }

    private static ObjectNode environment(ObjectNode node, @Nullable Environment environment) {
        if (environment != null) {
            node.set("environment", HeadDocument.environment(environment));
        }
        return node;
    }

    private static ObjectNode replaced(ObjectNode node, List<Integer> steps) {
        if (!steps.isEmpty()) {
            steps.forEach(node.putArray("replaced")::add);
        }
        return node;
    }

    private static List<Integer> replaced(JsonNode node) {
        return node.path("replaced").valueStream().filter(JsonNode::isInt).map(JsonNode::intValue).toList();
    }

    private static @Nullable Environment environment(JsonFields fields) throws FileProblem {
        return fields.object().has("environment") ? HeadDocument.environment(fields.in("environment")) : null;
    }

    /**
     * @param where the line stands, for the sentence that says what is wrong with it
     * @throws FileProblem when the line is not an event that this program knows
     */
    static RunEvent read(String where, LogLine line) throws FileProblem {
        try {
            JsonNode node = Json.LINES.readTree(line.text());
            if (node == null || !node.isObject()) {
                throw new FileProblem(where + ": it is not a JSON object.");
            }
            JsonFields fields = new JsonFields(where, node);
            int step = fields.integer("step");
            Instant time = Instant.parse(fields.text("time"));
            String name = fields.text("event");
            return switch (name) {
                case "started" -> new RunEvent.Started(step, time, environment(fields));
                case "milestone" -> new RunEvent.MilestoneReached(step, time,
                        Milestone.of(fields.text("milestone")).orElseThrow(
                                () -> new FileProblem(where + ": its milestone is not known here.")));
                case "predicted" -> new RunEvent.Predicted(step, time, moment(where, fields), new GrokPrediction(step,
                        fields.integer("low"), fields.integer("expected"), fields.integer("high")));
                case "prediction-judged" -> new RunEvent.PredictionJudged(step, time, moment(where, fields),
                        fields.integer("from"), node.path("held").asBoolean());
                case "weight-decay-changed" ->
                    new RunEvent.WeightDecayChanged(step, time, fields.number("from"), fields.number("to"));
                case "forked" -> new RunEvent.Forked(step, time, fields.text("child"));
                case "paused" -> new RunEvent.Paused(step, time, fields.text("reason"));
                case "resumed" -> new RunEvent.Resumed(step, time, environment(fields), replaced(node));
                case "diverged" -> new RunEvent.Diverged(step, time, fields.text("reason"));
                case "finished" -> new RunEvent.Finished(step, time);
                case "failed" -> new RunEvent.Failed(step, time, fields.text("message"));
                default -> throw new FileProblem(where + ": the event '" + name + "' is not known here.");
            };
        } catch (JsonProcessingException e) {
            throw new FileProblem(where + ": it is not JSON.", e);
        } catch (DateTimeException e) {
            throw new FileProblem(where + ": its time cannot be read.", e);
        }
    }

    private static GrokPrediction.Moment moment(String where, JsonFields fields) throws FileProblem {
        return GrokPrediction.Moment.of(fields.text("moment")).orElseThrow(
                () -> new FileProblem(where + ": the moment of its prediction is not known here."));
    }

    private static String name(RunEvent event) {
        return switch (event) {
            case RunEvent.Started _ -> "started";
            case RunEvent.MilestoneReached _ -> "milestone";
            case RunEvent.Predicted _ -> "predicted";
            case RunEvent.PredictionJudged _ -> "prediction-judged";
            case RunEvent.WeightDecayChanged _ -> "weight-decay-changed";
            case RunEvent.Forked _ -> "forked";
            case RunEvent.Paused _ -> "paused";
            case RunEvent.Resumed _ -> "resumed";
            case RunEvent.Diverged _ -> "diverged";
            case RunEvent.Finished _ -> "finished";
            case RunEvent.Failed _ -> "failed";
        };
    }
}
