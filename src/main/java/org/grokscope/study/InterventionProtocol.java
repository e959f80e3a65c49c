package org.grokscope.study;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.grokscope.file.Json;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.Settings;
import org.grokscope.study.Trial.Forked;
import org.grokscope.study.Trial.Trained;
import org.grokscope.text.Choice;

/** How the study of interventions is run, as it was written down before any of its runs: {@code interventions.json}. */
public final class InterventionProtocol {
    private static final int QUICK_DRAWS = 2;

    private final JsonNode json;

    private InterventionProtocol(JsonNode json) {
        this.json = json;
    }

    /** Reads the protocol that comes with the program. */
    public static InterventionProtocol read() {
        try (InputStream in = Objects
                .requireNonNull(InterventionProtocol.class.getResourceAsStream("interventions.json"))) {
            return new InterventionProtocol(Json.MAPPER.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what it says under a key: question, counting, verdict, which seeds or limits. */
    public String says(String key) {
        return json.path(key).asText();
    }

    /** Returns the moduli. */
    public List<Integer> primes() {
        return json.path("primes").valueStream().map(JsonNode::asInt).toList();
    }

    /** Returns where branches leave. */
    public List<BranchPoint> points() {
        return json.path("points").valueStream().map(it -> BranchPoint.parse(it.asText())).toList();
    }

    /** Returns what branches do. */
    public List<BranchDeed> deeds() {
        return json.path("deeds").valueStream().map(it -> Choice.of(BranchDeed.class, "does", "A deed", it.asText()))
                .toList();
    }

    /** Returns the branches of one modulus and point that do the same, one for each order of batches. */
    public List<Forked> branches(int p, BranchPoint at, BranchDeed does) {
        return IntStream.rangeClosed(1, number("draws")).mapToObj(draw -> branch(p, at, does, draw)).toList();
    }

    private Forked branch(int p, BranchPoint at, BranchDeed does, int draw) {
        return new Forked("p=%d %s: %s draw=%d".formatted(p, at.key(), does.label(), draw), parent(p), at,
                json.path("weightDecay").asDouble(), draw, number("steps"), number("stopAfterGrok"),
                number("evaluateEvery"), does);
    }

    /** Its checkpoints are as close as its evaluations: shams are drawn from what is seen in the network at the fork. */
    private Trained parent(int p) {
        int seed = json.path("seeds").path(Integer.toString(p)).asInt();
        RunConfiguration paper = RunConfiguration.PAPER.with(Settings.P, p).withSeed(seed);
        return new Trained("add p=%d seed=%d".formatted(p, seed),
                paper.ending(number("parentSteps"), number("parentStopAfterGrok")).with(Settings.CHECKPOINT_EVERY,
                        paper.evaluation().evaluateEvery()));
    }

    private int number(String key) {
        return json.path(key).asInt();
    }

    /** Returns the study. */
    Study study() {
        List<Trial> cells = new ArrayList<>();
        for (int p : primes()) {
            points().forEach(at -> deeds().forEach(does -> cells.addAll(branches(p, at, does))));
        }
        return new Study("interventions", "Is the synchronised frequency needed?", says("question"), cells, few());
    }

    private Set<String> few() {
        return deeds().stream()
                .flatMap(does -> branches(primes().getFirst(), points().getLast(), does).stream().limit(QUICK_DRAWS))
                .map(Trial::name).collect(Collectors.toSet());
    }
}
