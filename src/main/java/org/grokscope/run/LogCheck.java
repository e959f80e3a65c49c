package org.grokscope.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.grokscope.file.FileProblem;
import org.grokscope.file.Json;
import org.grokscope.file.OrdinaryFile;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Milestone;
import org.jspecify.annotations.Nullable;

/** Looks for what is wrong with a run's run.json, logs and lineage. Reads and changes nothing. */
public final class LogCheck {
    private final RunDirectory run;
    private final RunHistory history;
    private final List<String> findings = new ArrayList<>();

    private LogCheck(RunDirectory run, RunHistory history) {
        this.run = run;
        this.history = history;
    }

    /** Returns a sentence for each thing that is wrong; none when all is well. */
    public static List<String> of(RunDirectory run, RunHistory history) throws IOException {
        LogCheck check = new LogCheck(run, history);
        check.head();
        check.findings.addAll(history.leftOut());
        check.torn(run.metricsFile());
        check.torn(run.eventsFile());
        if (run.head().imported() == null) {
            check.evaluations();
        }
        check.findings.addAll(new RecordedCircles(run).findings(history));
        check.milestones();
        check.lineage();
        return List.copyOf(check.findings);
    }

    private void head() throws IOException {
        JsonNode written = Json.MAPPER.readTree(OrdinaryFile.read(run.headFile())).path("configurationHash");
        if (!written.asText().equals(ConfigurationHash.of(run.head().configuration()))) {
            findings.add("run.json: the configuration is not the one its hash was made of; it was changed.");
        }
    }

    /** Whoever writes may be in the middle of a line; where nobody does, its end is lost. */
    private void torn(Path file) throws IOException {
        if (history.state() != RunState.TRAINING && Files.isRegularFile(file) && Files.size(file) > 0) {
            byte[] bytes = Files.readAllBytes(file);
            int end = bytes.length;
            while (end > 0 && bytes[end - 1] != '\n') {
                end--;
            }
            if (end < bytes.length && !RawLine.of(Arrays.copyOfRange(bytes, end, bytes.length)).complete()) {
                findings.add(file.getFileName() + " ends within a line; resuming the run cuts it off.");
            }
        }
    }

    /** Every multiple of the cadence up to where the run is known to have been must have its evaluation. */
    private void evaluations() {
        int every = run.head().configuration().evaluation().evaluateEvery();
        int reached = Stream.of(history.checkpoints().stream(), history.events().stream().map(RunEvent::step),
                history.evaluations().stream().map(Evaluation::step)).flatMap(Function.identity())
                .mapToInt(Integer::intValue).max().orElse(-1);
        Set<Integer> there = history.evaluations().stream().map(Evaluation::step).collect(Collectors.toSet());
        // What training does after the last checkpoint, it may have been stopped before measuring.
        List<Integer> missing = reached < 0
                ? List.of()
                : IntStream.rangeClosed(0, (int) ((reached - 1L) / every)).map(i -> i * every)
                        .filter(step -> !there.contains(step)).boxed().toList();
        if (!missing.isEmpty()) {
            findings.add("metrics.jsonl lacks %d evaluation%s, the first at step %d.".formatted(missing.size(),
                    missing.size() == 1 ? "" : "s", missing.getFirst()));
        }
    }

    /** Milestones as they were noted must be those that the evaluations show. */
    private void milestones() {
        for (RunEvent event : history.events()) {
            // A fall is noted at its second bad evaluation and dated by its first.
            if (event instanceof RunEvent.MilestoneReached reached
                    && reached.milestone() != Milestone.DESTABILISED) {
                OptionalInt shown = history.milestones().step(reached.milestone());
                if (shown.isEmpty() || shown.getAsInt() != event.step()) {
                    findings.add("events.jsonl notes %s at step %d, and the evaluations show it %s.".formatted(
                            reached.milestone().title(), event.step(),
                            shown.isPresent() ? "at step " + shown.getAsInt() : "nowhere"));
                }
            }
        }
    }

    private void lineage() throws IOException {
        Lineage lineage = run.head().lineage();
        if (lineage == null) {
            if (Files.exists(run.inheritedFolder())) {
                findings.add("run.json names no parent, and yet there is a folder inherited.");
            }
            return;
        }
        RunHead parent = parentHead();
        if (parent != null && !parent.id().equals(lineage.parent())) {
            findings.add("inherited/run.json is of " + parent.id() + ", and not of the parent " + lineage.parent()
                    + ".");
        }
        RunFeed feed = new RunFeed(run.path());
        feed.poll();
        if (feed.inheritedEvaluations().stream().anyMatch(it -> it.step() > lineage.step())) {
            findings.add("inherited/metrics.jsonl goes beyond the fork step " + lineage.step() + ".");
        }
        Path sibling = run.path().resolveSibling(lineage.parent());
        if (Files.exists(sibling.resolve("run.json"))) {
            compare(feed.inheritedEvaluations(), sibling);
        }
    }

    private @Nullable RunHead parentHead() throws IOException {
        try {
            RunHead parent = run.parentHead().orElse(null);
            if (parent == null) {
                findings.add("There is no inherited/run.json, so nothing tells what the parent was.");
            }
            return parent;
        } catch (FileProblem damaged) {
            findings.add(String.valueOf(damaged.getMessage()));
            return null;
        }
    }

    /** What was inherited must still be what the parent says, where it is still there. */
    private void compare(List<Evaluation> inherited, Path parent) throws IOException {
        try {
            Map<Integer, Evaluation> theirs = RunDirectory.open(parent).history().evaluations().stream()
                    .collect(Collectors.toMap(Evaluation::step, Function.identity()));
            for (Evaluation evaluation : inherited) {
                Evaluation original = theirs.get(evaluation.step());
                if (original == null || !evaluation.sameNumbersAs(original)) {
                    findings.add("inherited/metrics.jsonl differs from the parent's log from step "
                            + evaluation.step() + " on.");
                    return;
                }
            }
        } catch (FileProblem unreadable) {
            findings.add("The parent cannot be read: " + unreadable.getMessage());
        }
    }
}
