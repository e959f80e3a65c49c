package org.grokscope.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.grokscope.measure.EmbeddingCircle;
import org.grokscope.measure.TokenPlanes;
import org.grokscope.task.Basis;

/** Where the tokens lay at each evaluation of a run, as its own circles.bin and the one it inherited tell. */
public final class RecordedCircles {
    static final String FILE = "circles.bin";

    private final RunDirectory run;
    private final CircleLog inherited;
    private final CircleLog own;

    /** The circles of a run, which may be in training. */
    public RecordedCircles(RunDirectory run) {
        this.run = run;
        this.inherited = new CircleLog(run.inheritedFolder().resolve(FILE), run.head().configuration());
        this.own = new CircleLog(run.circlesFile(), run.head().configuration());
    }

    /** Returns the circles of a frequency by step, where they were recorded. */
    public SortedMap<Integer, EmbeddingCircle> on(int frequency) throws IOException {
        Basis basis = run.head().configuration().learnedTask().basis();
        SortedMap<Integer, EmbeddingCircle> circles = new TreeMap<>();
        for (CircleLog log : List.of(inherited, own)) {
            log.plane(frequency).forEach((step, plane) -> circles.putIfAbsent(step, plane.circle(basis)));
        }
        return circles;
    }

    /** Returns what was recorded at a step, if it was. */
    public Optional<TokenPlanes> at(int step) throws IOException {
        Optional<TokenPlanes> first = inherited.at(step);
        return first.isPresent() ? first : own.at(step);
    }

    /**
     * Lets a fork inherit what a run recorded.
     *
     * @param folder of what is inherited
     * @param steps of the evaluations that are inherited, too
     */
    void inherit(Path folder, List<Integer> steps) throws IOException {
        CircleLog to = new CircleLog(folder.resolve(FILE), run.head().configuration());
        Set<Integer> wanted = Set.copyOf(steps);
        inherited.copy(to, wanted::contains);
        own.copy(to, wanted::contains);
    }

    /** Returns a sentence for each thing that is wrong. */
    List<String> findings(RunHistory history) throws IOException {
        List<String> findings = new ArrayList<>();
        Set<Integer> evaluated = history.evaluations().stream().map(it -> it.step()).collect(Collectors.toSet());
        for (CircleLog log : List.of(inherited, own)) {
            String name = log == own ? FILE : "inherited/" + FILE;
            if (log.kind() == CircleLog.Kind.FOREIGN) {
                findings.add(name + " has not the head that a file of this run\u2019s circles has.");
            }
            int damaged = log.damaged();
            if (damaged > 0) {
                findings.add("%s: %,d of its records %s damaged and left out.".formatted(name, damaged,
                        damaged == 1 ? "is" : "are"));
            }
            if (log.torn() && history.state() != RunState.TRAINING) {
                findings.add(name + " ends within a record; resuming the run cuts it off.");
            }
            List<Integer> without = log.steps().stream().filter(step -> !evaluated.contains(step)).toList();
            // Whoever trains writes the circles first.
            if (!without.isEmpty() && history.state() != RunState.TRAINING) {
                findings.add(name + " has step " + without.getFirst() + ", and metrics.jsonl has no evaluation there.");
            }
        }
        return findings;
    }
}
