package org.grokscope.training;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What an executor tells, kept for one reader who may be slower: every change of phase in its order, but of mere progress
 * only the latest. However slow the reader is, it holds no more snapshots than there were changes.
 */
public final class TrainingNews implements Consumer<TrainingSnapshot> {
    private final Deque<TrainingSnapshot> waiting = new ArrayDeque<>();

    @Override
    public synchronized void accept(TrainingSnapshot snapshot) {
        if (!waiting.isEmpty() && phases(waiting.getLast()).equals(phases(snapshot))) {
            waiting.removeLast();
        }
        waiting.addLast(snapshot);
        notifyAll();
    }

    /** Returns the oldest snapshot that was not taken yet; waits for one. */
    public synchronized TrainingSnapshot take() throws InterruptedException {
        while (waiting.isEmpty()) {
            wait();
        }
        return waiting.removeFirst();
    }

    /** Returns the oldest snapshot that was not taken yet, if there is one. */
    public synchronized Optional<TrainingSnapshot> poll() {
        return Optional.ofNullable(waiting.pollFirst());
    }

    private static List<?> phases(TrainingSnapshot snapshot) {
        return snapshot.runs().stream().map(run -> List.of(run.path(), run.phase(), run.message())).toList();
    }
}
