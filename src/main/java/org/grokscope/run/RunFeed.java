package org.grokscope.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Milestones;
import org.jspecify.annotations.Nullable;

/**
 * Follows a run directory, whoever writes it: reads only what is new, takes any prefix of its files, and says what it
 * left out. One thread at a time.
 */
public final class RunFeed {
    private final Path path;
    private final LogTail<Evaluation> inheritedMetrics;
    private final LogTail<RunEvent> inheritedEvents;
    private final LogTail<Evaluation> metrics;
    private final LogTail<RunEvent> events;
    private @Nullable RunDirectory directory;
    private @Nullable FileTime headTime;
    private @Nullable RunHistory history;

    /** @param path a run's directory */
    public RunFeed(Path path) {
        this.path = path.toAbsolutePath().normalize();
        Path inherited = this.path.resolve("inherited");
        inheritedMetrics = new LogTail<>(inherited.resolve("metrics.jsonl"), RunFeed::evaluation);
        inheritedEvents = new LogTail<>(inherited.resolve("events.jsonl"), (line, before) -> EventLine.read(line));
        metrics = new LogTail<>(this.path.resolve("metrics.jsonl"), RunFeed::evaluation);
        events = new LogTail<>(this.path.resolve("events.jsonl"), (line, before) -> EventLine.read(line));
    }

    /**
     * Looks for news.
     *
     * @return whether {@link #history()} is another now
     * @throws RunProblem when the run is gone or its run.json cannot be read
     */
    public boolean poll() throws IOException {
        boolean changed = inheritedMetrics.poll() | inheritedEvents.poll() | metrics.poll() | events.poll();
        Path headFile = path.resolve("run.json");
        FileTime time = Files.exists(headFile) ? Files.getLastModifiedTime(headFile) : null;
        RunDirectory open = directory;
        if (open == null || !Objects.equals(time, headTime)) {
            open = RunDirectory.open(path);
            directory = open;
            headTime = time;
            changed = true;
        }
        List<Integer> checkpoints = open.checkpointSteps();
        List<RunEvent> allEvents = joined(inheritedEvents.items(), events.items());
        RunState state = state(open, events.items());
        RunHistory before = history;
        if (!changed && before != null && before.state() == state && before.checkpoints().equals(checkpoints)) {
            return false;
        }
        List<Evaluation> evaluations = joined(inheritedMetrics.items(), metrics.items());
        List<String> leftOut = joined(joined(inheritedMetrics.leftOut(), inheritedEvents.leftOut()),
                joined(metrics.leftOut(), events.leftOut()));
        history = new RunHistory(open.head(), state, evaluations, allEvents, checkpoints,
                Milestones.of(evaluations, open.head().configuration().thresholds()), leftOut);
        return true;
    }

    /**
     * Returns the run as of the last poll.
     *
     * @throws IllegalStateException before the first
     */
    public RunHistory history() {
        if (history == null) {
            throw new IllegalStateException("Nothing was polled yet.");
        }
        return history;
    }

    /** Returns the evaluations that a fork inherited, as of the last poll. */
    List<Evaluation> inheritedEvaluations() {
        return inheritedMetrics.items();
    }

    private static Evaluation evaluation(String line, List<Evaluation> before) throws RunProblem {
        Evaluation evaluation = EvaluationLine.read(line);
        if (!before.isEmpty() && evaluation.step() <= before.getLast().step()) {
            throw new RunProblem("metrics.jsonl: a step comes again.");
        }
        return evaluation;
    }

    private static RunState state(RunDirectory directory, List<RunEvent> own) throws IOException {
        // That somebody forked the run says nothing about where it stands itself.
        List<RunEvent> telling = own.stream().filter(event -> !(event instanceof RunEvent.Forked)).toList();
        if (telling.isEmpty()) {
            return RunState.NEW;
        }
        return switch (telling.getLast()) {
            case RunEvent.Finished _ -> RunState.FINISHED;
            case RunEvent.Diverged _ -> RunState.DIVERGED;
            case RunEvent.Failed _ -> RunState.FAILED;
            case RunEvent.Paused _ -> RunState.PAUSED;
            default -> directory.owner().isPresent() ? RunState.TRAINING : RunState.INTERRUPTED;
        };
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
