package org.grokscope.workbench;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.grokscope.figure.SampleHistories;
import org.grokscope.measure.Milestones;
import org.grokscope.run.Environment;
import org.grokscope.run.RunConfiguration;
import org.grokscope.run.RunHead;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;

/** A folder of runs that exists in memory only. */
final class MemoryRuns implements RunsFolder {
    private final Map<String, RunHistory> histories = new ConcurrentHashMap<>();

    MemoryRuns(List<RunHistory> runs) {
        runs.forEach(this::put);
    }

    void put(RunHistory run) {
        histories.put(run.head().id(), run);
    }

    @Override
    public Path path() {
        return Path.of("runs");
    }

    @Override
    public List<Path> runs() {
        return histories.keySet().stream().sorted().map(path()::resolve).toList();
    }

    @Override
    public Feed follow(Path run) {
        String id = run.getFileName().toString();
        return new Feed() {
            private RunHistory last = SampleHistories.empty();

            @Override
            public boolean poll() {
                RunHistory now = histories.get(id);
                boolean changed = now != last;
                last = now;
                return changed;
            }

            @Override
            public RunHistory history() {
                return last;
            }
        };
    }

    @Override
    public Path create(String name, RunConfiguration configuration, Environment environment) {
        String id = "made-" + histories.size();
        put(new RunHistory(new RunHead(id, name, Instant.now(), configuration, null, environment), RunState.NEW,
                List.of(), List.of(), List.of(), Milestones.of(List.of(), configuration.thresholds()), List.of()));
        return path().resolve(id);
    }

    @Override
    public void rename(Path run, String name) {
        RunHistory old = histories.get(run.getFileName().toString());
        RunHead head = new RunHead(old.head().id(), name, old.head().created(), old.head().configuration(), null,
                old.head().environment());
        put(new RunHistory(head, old.state(), old.evaluations(), old.events(), old.checkpoints(), old.milestones(),
                old.leftOut()));
    }

    @Override
    public void extend(Path run, int steps) {
        throw new UnsupportedOperationException();
    }
}
