package org.grokscope.study.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.grokscope.measure.Interval;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.task.Operation;

/** The numbers of arXiv 2606.12966, as its tables have them. */
final class PaperNumbers {
    /** Steps from one of its checkpoints to the next: its milestones are dated on this grid. */
    static final int GRID = 500;

    private static final JsonNode PAPER = read();

    /** A row of its first table. */
    record Lead(OptionalInt sync, OptionalInt restrictedSync, OptionalInt grokked, OptionalInt lead) {
        static final Lead NONE = new Lead(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(),
                OptionalInt.empty());
    }

    /** A row of its table of forks, and the fits to it. */
    record Law(JsonNode node) {
        OptionalDouble delay(double weightDecay) {
            JsonNode all = node.path("weightDecay");
            return IntStream.range(0, all.size()).filter(i -> all.get(i).asDouble() == weightDecay)
                    .mapToDouble(i -> node.path("delay").get(i).asDouble()).findFirst();
        }

        double number(String key) {
            return node.path(key).asDouble(Double.NaN);
        }
    }

    private PaperNumbers() {}

    private static JsonNode read() {
        try (InputStream in = PaperNumbers.class.getResourceAsStream("paper.json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the row of a group and a seed. */
    static Lead group(RunConfiguration run) {
        return PAPER.path("groups").path("rows").valueStream()
                .filter(row -> row.path("group").asText().equals(run.task().group().text())
                        && row.path("seed").asLong() == run.seeds().seed())
                .findFirst().map(row -> new Lead(integer(row, "sync"), OptionalInt.empty(), integer(row, "grok"),
                        OptionalInt.of(row.path("grok").asInt() - row.path("sync").asInt())))
                .orElse(Lead.NONE);
    }

    /** Returns about when runs of a group memorised. */
    static int groupMemorised() {
        return PAPER.path("groups").path("memorised").asInt();
    }

    static Lead lead(RunConfiguration run) {
        return PAPER.path("leads").valueStream()
                .filter(row -> row.path("op").asText().equals(run.task().operation().label())
                        && row.path("p").asInt() == run.task().p()
                        && row.path("seed").asLong() == run.seeds().seed())
                .findFirst().map(row -> new Lead(integer(row, "sync"), integer(row, "restrictedLossSync"),
                        integer(row, "grok"), integer(row, "lead")))
                .orElse(Lead.NONE);
    }

    static Lead architecture(String kind) {
        return PAPER.path("architectures_p97_seed42").valueStream()
                .filter(row -> row.path("kind").asText().equals(kind)).findFirst()
                .map(row -> new Lead(integer(row, "sync"), OptionalInt.empty(), integer(row, "grok"),
                        lead(integer(row, "sync"), integer(row, "grok"))))
                .orElse(Lead.NONE);
    }

    private static OptionalInt lead(OptionalInt sync, OptionalInt grokked) {
        return sync.isPresent() && grokked.isPresent()
                ? OptionalInt.of(grokked.getAsInt() - sync.getAsInt())
                : OptionalInt.empty();
    }

    /** Returns a number of the summary of its leads. */
    static double summary(String key) {
        return PAPER.path("leadSummary").path(key).asDouble(Double.NaN);
    }

    /** Returns how many of its runs of addition lead, for example {@code 9 of 9}. */
    static String additionsThatLead() {
        List<JsonNode> additions = leads().stream()
                .filter(row -> row.path("op").asText().equals(Operation.ADD.label())).toList();
        return additions.stream().filter(row -> row.path("lead").asInt() > 0).count() + " of " + additions.size();
    }

    /** Returns an interval of the summary of its leads. */
    static Interval interval(String key) {
        JsonNode ends = PAPER.path("leadSummary").path(key);
        return new Interval(ends.path(0).asDouble(), ends.path(1).asDouble());
    }

    static Optional<Law> law(int p) {
        JsonNode node = PAPER.path("law").path(Integer.toString(p));
        return node.isMissingNode() ? Optional.empty() : Optional.of(new Law(node));
    }

    /** Returns what it says of the weight norm at grokking. */
    static double norm(String key) {
        return PAPER.path("normAtGrok").path(key).asDouble(Double.NaN);
    }

    /** Returns the accuracy without a part, by the part's name here; NaN when it has none. */
    static double ablation(String part) {
        JsonNode node = PAPER.path("ablation_p97_seed42_step4000");
        return node.path(switch (part) {
            case "blocks.0.mlp" -> "block0Mlp";
            case "blocks.1.mlp" -> "block1Mlp";
            case "blocks.0.attention" -> "block0Attention";
            case "blocks.1.attention" -> "block1Attention";
            default -> part;
        }).asDouble(Double.NaN);
    }

    /** Returns the least and the greatest share of steps saved that it found. */
    static Interval stepsSaved() {
        JsonNode ends = PAPER.path("triggeredWeightDecay").path("reductionOfSteps");
        return new Interval(ends.path(0).asDouble(), ends.path(1).asDouble());
    }

    static List<JsonNode> leads() {
        return PAPER.path("leads").valueStream().toList();
    }

    private static OptionalInt integer(JsonNode row, String key) {
        return row.path(key).isInt() ? OptionalInt.of(row.path(key).asInt()) : OptionalInt.empty();
    }
}
