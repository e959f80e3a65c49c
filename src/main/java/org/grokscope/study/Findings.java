package org.grokscope.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.grokscope.file.AtomicFile;
import org.grokscope.file.FileProblem;
import org.grokscope.measure.Ablation;
import org.grokscope.measure.PermutationTest;
import org.grokscope.measure.PermutationTest.Null;
import org.grokscope.measure.SumConditionedActivation;
import org.grokscope.model.HookPoint;
import org.grokscope.run.ConfigurationHash;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.training.CheckpointProbe;

/** Measures what a study wants of a checkpoint, and keeps it beside the run with the step it traces to. */
public final class Findings {
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /**
     * The zero ablations of a checkpoint.
     *
     * @param step of the checkpoint
     */
    public record Ablated(int step, Ablation ablation) {}

    /**
     * The permutation test of a checkpoint.
     *
     * @param step of the checkpoint
     * @param fsd FSD there
     * @param p p-value under relabelling
     * @param shuffles N
     */
    public record Permuted(int step, double fsd, double p, int shuffles) {}

    private Findings() {}

    /** Measures a finding of a run that has ended, where its checkpoint is at hand and nobody did so before. */
    static void measure(FoundRun run, Finding finding) throws IOException {
        OptionalInt step = run.checkpointFor(finding);
        if (step.isEmpty() || Files.exists(run.file(finding))) {
            return;
        }
        RunConfiguration configuration = run.history().head().configuration();
        try (CheckpointProbe probe = CheckpointProbe.open(configuration, run.directory().checkpoint(step.getAsInt()))) {
            ObjectNode node = MAPPER.createObjectNode().put("run", run.id())
                    .put("configurationHash", ConfigurationHash.of(configuration)).put("step", step.getAsInt());
            switch (finding) {
                case NONE -> {
                    return;
                }
                case ABLATION -> ablation(node, probe.ablation());
                case PERMUTATION -> permutation(node, probe);
            }
            AtomicFile.write(run.file(finding), ByteBuffer.wrap(MAPPER.writeValueAsBytes(node)));
        } catch (IllegalArgumentException e) {
            throw new FileProblem("The checkpoint at step " + step.getAsInt() + " of " + run.id()
                    + " is of another network than run.json says.", e);
        }
    }

    private static void ablation(ObjectNode node, Ablation measured) {
        node.put("intact", measured.intact());
        ObjectNode without = node.putObject("without");
        measured.without().forEach(without::put);
    }

    private static void permutation(ObjectNode node, CheckpointProbe probe) {
        HookPoint site = HookPoint.standard(probe.configuration().model());
        SumConditionedActivation activation = probe.sumConditioned(site);
        PermutationTest test = PermutationTest.of(activation, probe.configuration().learnedTask().basis(), 1,
                Null.RELABELLED, PermutationTest.SHUFFLES,
                PermutationTest.randomOf(probe.configuration().seeds().seed(), probe.step()));
        node.put("site", site.toString()).put("null", Null.RELABELLED.label()).put("permutations", test.shuffles())
                .put("fsd", test.observed()).put("p", test.p()).put("fsdNull95", test.point95());
    }

    /** Returns the zero ablations that were measured of a run, if any were. */
    public static Optional<Ablated> ablation(FoundRun run) throws IOException {
        Optional<JsonNode> node = read(run, Finding.ABLATION);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Double> without = new LinkedHashMap<>();
        node.get().path("without").properties().forEach(part -> without.put(part.getKey(), part.getValue().asDouble()));
        return Optional.of(new Ablated(node.get().path("step").asInt(),
                new Ablation(node.get().path("intact").asDouble(Double.NaN), without)));
    }

    /** Returns the permutation test that was made of a run, if one was. */
    public static Optional<Permuted> permutation(FoundRun run) throws IOException {
        return read(run, Finding.PERMUTATION).map(node -> new Permuted(node.path("step").asInt(),
                node.path("fsd").asDouble(Double.NaN), node.path("p").asDouble(Double.NaN),
                node.path("permutations").asInt()));
    }

    private static Optional<JsonNode> read(FoundRun run, Finding finding) throws IOException {
        if (Files.notExists(run.file(finding))) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(MAPPER.readTree(Files.readAllBytes(run.file(finding))));
        } catch (JsonProcessingException e) {
            throw new FileProblem(run.file(finding) + " is not JSON; delete it, and the study measures it again.", e);
        }
    }
}
