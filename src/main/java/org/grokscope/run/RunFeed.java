package org.grokscope.run;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grokscope.file.FileProblem;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Milestone;
import org.grokscope.measure.Milestones;
import org.jspecify.annotations.Nullable;

/**
 * Follows a run directory, whoever writes it: reads only what is new, takes any prefix of its files, and says what it
 * left out. One thread at a time.
 */
public final class RunFeed {
    /** Bytes of a log that a list does not read to the end only because its events tell of no milestone. */
    private static final long LONG_LOG = 1 << 24;

    private final Path path;
    private final LogTail<Evaluation> inheritedMetrics;
    private final LogTail<RunEvent> inheritedEvents;
    private final LogTail<Evaluation> metrics;
    private final LogTail<RunEvent> events;
    private final LastLine lastInherited;
    private final LastLine last;
    private String lastRead = "";
    private Optional<Evaluation> lastEvaluation = Optional.empty();
    private @Nullable RunDirectory directory;
    private List<Optional<FileTime>> headTimes = List.of();
    /** Whether the checkpoint of a step holds moments. */
    private final Map<Integer, Boolean> moments = new HashMap<>();
    /** What was wrong with the metrics when they were last read to the end. */
    private List<String> damage = List.of();
    private @Nullable RunHistory history;

    /** @param path a run's directory */
    public RunFeed(Path path) {
        this.path = path.toAbsolutePath().normalize();
        Path inherited = this.path.resolve("inherited");
        inheritedMetrics = new LogTail<>(inherited.resolve("metrics.jsonl"), EvaluationLine::read, Evaluation::step);
        inheritedEvents = new LogTail<>(inherited.resolve("events.jsonl"), EventLine::read);
        metrics = new LogTail<>(this.path.resolve("metrics.jsonl"), EvaluationLine::read, Evaluation::step);
        events = new LogTail<>(this.path.resolve("events.jsonl"), EventLine::read);
        lastInherited = new LastLine(inherited.resolve("metrics.jsonl"));
        last = new LastLine(this.path.resolve("metrics.jsonl"));
    }

    /**
     * Looks for news, and reads all of them.
     *
     * @return whether {@link #history()} is another now
     * @throws FileProblem when the run is gone or its run.json cannot be read
     */
    public boolean poll() throws IOException {
        return poll(false);
    }

    /**
     * Looks for news as far as a list of runs wants them: of the evaluations the last one alone, and milestones as the
     * events tell. What an earlier {@link #poll} read of the others is forgotten. A run whose events do not tell enough
     * is read to the end all the same, but for a very long one: of that its milestones may be missing until somebody polls.
     *
     * @return whether {@link #history()} is another now
     * @throws FileProblem when the run is gone or its run.json cannot be read
     */
    public boolean glance() throws IOException {
        boolean changed = lastInherited.poll() | last.poll() | inheritedEvents.poll() | events.poll();
        if (!tellsEnough()) {
            return poll(changed);
        }
        metrics.forget();
        inheritedMetrics.forget();
        return news(changed || history == null || history.whole(), false);
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

    /**
     * Returns the run's directory, with what its run.json and notes said at the last poll.
     *
     * @throws IllegalStateException before the first
     */
    public RunDirectory directory() {
        if (directory == null) {
            throw new IllegalStateException("Nothing was polled yet.");
        }
        return directory;
    }

    /** Returns the evaluations that a fork inherited, as of the last poll. */
    List<Evaluation> inheritedEvaluations() {
        return inheritedMetrics.items();
    }

    private boolean poll(boolean eventsChanged) throws IOException {
        boolean changed = inheritedMetrics.poll() | metrics.poll() | eventsChanged;
        return news(changed || history == null || !history.whole(), true);
    }

    private boolean news(boolean logsChanged, boolean whole) throws IOException {
        boolean changed = logsChanged | inheritedEvents.poll() | events.poll();
        List<Optional<FileTime>> times = List.of(time("run.json"), time("notes.json"));
        RunDirectory open = directory;
        if (open == null || !times.equals(headTimes)) {
            open = RunDirectory.open(path);
            directory = open;
            headTimes = times;
            changed = true;
        }
        List<String> leftOut = new ArrayList<>();
        List<Integer> checkpoints = checkpoints(open, leftOut);
        RunState state = state(open, events.items());
        // Whoever let go of the run after the events were read had told its end before.
        if (state == RunState.INTERRUPTED && events.poll()) {
            changed = true;
            state = state(open, events.items());
        }
        RunHistory before = history;
        if (!changed && before != null && before.state() == state && before.checkpoints().equals(checkpoints)) {
            return false;
        }
        List<Evaluation> evaluations = whole
                ? joined(inheritedMetrics.items(), metrics.items())
                : lastEvaluation().stream().toList();
        List<RunEvent> allEvents = joined(inheritedEvents.items(), events.items());
        damage = whole ? joined(inheritedMetrics.leftOut(), metrics.leftOut()) : damage;
        leftOut.addAll(damage);
        leftOut.addAll(joined(inheritedEvents.leftOut(), events.leftOut()));
        if (!open.notesProblem().isEmpty()) {
            leftOut.add(open.notesProblem());
        }
        Milestones milestones = whole
                ? Milestones.of(evaluations, open.head().configuration().thresholds())
                : told(allEvents, open);
        history = new RunHistory(open.head(), state, evaluations, allEvents, checkpoints,
                whole ? resumable(open, checkpoints) : checkpoints, milestones, leftOut, open.notes(), whole,
                !whole || open.fromSeed());
        return true;
    }

    private static List<Integer> checkpoints(RunDirectory open, List<String> leftOut) throws IOException {
        try {
            return open.checkpointSteps();
        } catch (FileSystemException | FileProblem unreadable) {
            leftOut.add("checkpoints: it is not a readable folder.");
            return List.of();
        }
    }

    /** Returns the steps whose checkpoints hold moments; each file's header is read once. */
    private List<Integer> resumable(RunDirectory open, List<Integer> checkpoints) {
        moments.keySet().retainAll(checkpoints);
        return checkpoints.stream().filter(step -> moments.computeIfAbsent(step, it -> open.canGoOnFrom(it))).toList();
    }

    private Optional<FileTime> time(String file) throws IOException {
        Path there = path.resolve(file);
        return Files.exists(there) ? Optional.of(Files.getLastModifiedTime(there)) : Optional.empty();
    }

    /**
     * Returns whether events and last evaluation say what the whole log would: something was reached, or nothing can
     * have been, and nothing is damaged. Reading a very long log would take longer than a list has time for, and events that
     * tell of no milestone mostly say that there was none.
     */
    private boolean tellsEnough() {
        boolean reached = joined(inheritedEvents.items(), events.items()).stream()
                .anyMatch(RunEvent.MilestoneReached.class::isInstance);
        boolean believed = !events.items().isEmpty() && last.size() > LONG_LOG;
        boolean sound = inheritedEvents.leftOut().isEmpty() && events.leftOut().isEmpty();
        try {
            Optional<Evaluation> evaluation = lastEvaluation();
            return sound && (reached || believed || evaluation.isEmpty() || evaluation.get().step() == 0);
        } catch (FileProblem damaged) {
            return false;
        }
    }

    /** Returns the last evaluation there is; its line is read once. */
    private Optional<Evaluation> lastEvaluation() throws FileProblem {
        String line = last.line().isEmpty() ? lastInherited.line() : last.line();
        if (!line.equals(lastRead)) {
            lastEvaluation = line.isEmpty()
                    ? Optional.empty()
                    : Optional.of(EvaluationLine.read("metrics.jsonl", LogLine.of(line)));
            lastRead = line;
        }
        return lastEvaluation;
    }

    /**
     * Returns the milestones that events tell. They tell of a fall when it was seen twice; it is dated at the evaluation before
     * that, which a fork may have inherited from a parent that was evaluated less often.
     */
    private static Milestones told(List<RunEvent> events, RunDirectory open) throws IOException {
        Lineage lineage = open.head().lineage();
        Map<Milestone, Integer> steps = new EnumMap<>(Milestone.class);
        for (RunEvent event : events) {
            if (event instanceof RunEvent.MilestoneReached it && !steps.containsKey(it.milestone())) {
                boolean fall = it.milestone() == Milestone.DESTABILISED;
                Optional<RunHead> parent = fall && lineage != null && it.step() <= lineage.step()
                        ? open.parentHead()
                        : Optional.empty();
                int every = parent.orElse(open.head()).configuration().evaluation().evaluateEvery();
                steps.put(it.milestone(), fall ? (it.step() - 1) / every * every : it.step());
            }
        }
        return Milestones.at(steps);
    }

    private static RunState state(RunDirectory directory, List<RunEvent> own) throws IOException {
        if (directory.head().imported() != null) {
            return RunState.IMPORTED;
        }
        // That somebody forked the run says nothing about where it stands itself.
        RunEvent telling = null;
        for (RunEvent event : own) {
            telling = event instanceof RunEvent.Forked ? telling : event;
        }
        return switch (telling) {
            case null -> RunState.NEW;
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
