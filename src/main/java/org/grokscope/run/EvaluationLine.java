package org.grokscope.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.grokscope.file.FileProblem;
import org.grokscope.file.Json;
import org.grokscope.file.JsonTokens;
import org.grokscope.measure.EmbeddingPower;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Measure;
import org.grokscope.measure.NumberFormat;

/** How an evaluation stands in metrics.jsonl. What was not measured or is not finite is null. */
public final class EvaluationLine {
    private static final Map<String, Measure> MEASURES = Arrays.stream(Measure.values())
            .collect(Collectors.toUnmodifiableMap(Measure::key, Function.identity()));

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
    static Evaluation read(String where, LogLine line) throws FileProblem {
        try (JsonTokens fields = JsonTokens.of(where, line.bytes(), line.from(), line.to() - line.from())) {
            return read(where, fields);
        } catch (FileProblem wrong) {
            throw wrong;
        } catch (IOException damaged) {
            return readText(where, line);
        }
    }

    /** As {@link #read}, if there are bytes in it that are no text; to make one of every line would take as long as the rest. */
    private static Evaluation readText(String where, LogLine line) throws FileProblem {
        try (JsonTokens fields = JsonTokens.of(where, line.text())) {
            return read(where, fields);
        } catch (FileProblem wrong) {
            throw wrong;
        } catch (IOException e) {
            throw new FileProblem(where + ": it is not JSON.", e);
        }
    }

    private static Evaluation read(String where, JsonTokens fields) throws IOException {
        Evaluation.Builder evaluation = Evaluation.at(0);
        Map<String, Double> groups = new LinkedHashMap<>();
        boolean dated = false;
        boolean timed = false;
        for (String name = fields.next(); name != null; name = fields.next()) {
            switch (name) {
                case "step" -> {
                    evaluation.step(fields.integer());
                    dated = true;
                }
                case "wallMillis" -> {
                    evaluation.wallMillis(fields.longInteger());
                    timed = true;
                }
                case "weightNormByGroup" -> fields.eachNumber((group, norm) -> groups.put(group, norm));
                case "embeddingPower" -> evaluation.embeddingPower(new EmbeddingPower(fields.numbers()));
                default -> {
                    Measure measure = MEASURES.get(name);
                    if (measure != null) {
                        evaluation.set(measure, fields.measure());
                    }
                }
            }
        }
        if (!dated || !timed) {
            throw new FileProblem(where + ": '" + (dated ? "wallMillis" : "step") + "' is missing.");
        }
        return evaluation.weightNormByGroup(groups).build();
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
