package org.grokscope.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.grokscope.run.Environment;
import org.grokscope.training.LaneRun;
import org.grokscope.training.LaneSnapshot;

/** A lane that trains nothing and remembers what it was told. */
final class RecordingLane implements Lane {
    final List<String> told = new CopyOnWriteArrayList<>();
    private final List<Consumer<LaneSnapshot>> listeners = new CopyOnWriteArrayList<>();
    private volatile LaneSnapshot snapshot = LaneSnapshot.EMPTY;

    /** Reports a run in a phase. */
    void report(String id, String name, LaneRun.Phase phase, int step) {
        snapshot = new LaneSnapshot(List.of(new LaneRun(id, Path.of(id), name, phase, step, 8000, 41.8, "")));
        listeners.forEach(listener -> listener.accept(snapshot));
    }

    @Override
    public Environment environment() {
        return new Environment("cpu", "a CPU", 2, new TreeMap<>(Map.of("Java", "25")));
    }

    @Override
    public void submit(Path runDirectory) {
        told.add("submit " + runDirectory.getFileName());
    }

    @Override
    public void pause(String id) {
        told.add("pause " + id);
    }

    @Override
    public void resume(String id) {
        told.add("resume " + id);
    }

    @Override
    public void stop(String id) {
        told.add("stop " + id);
    }

    @Override
    public void listen(Consumer<LaneSnapshot> listener) {
        listeners.add(listener);
    }

    @Override
    public LaneSnapshot snapshot() {
        return snapshot;
    }

    @Override
    public void close() {
        told.add("close");
    }
}
