package org.grokscope.workbench.circuit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.grokscope.measure.CirclePath;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunHistory;
import org.grokscope.training.TokenPaths;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads in the background how the tokens move: from what the run recorded, and where it did not, from its checkpoints. It has
 * a thread of its own, so that no network that is watched meanwhile holds it up.
 */
final class CircleReader implements CircleSource, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CircleReader.class);
    private static final int MOST_PATHS = 12;

    private final Path runsFolder;
    private final Executor toolkit;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final ExecutorService thread = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().name("circle reader").daemon().factory());
    private final Map<Key, Known> paths = new LinkedHashMap<>(16, 0.75f, true);
    private volatile @Nullable Wish wish;

    private record Key(String run, int frequency) {}

    /** How far a run had come: nothing is read twice. */
    private record State(int evaluations, List<Integer> checkpoints) {}

    private record Wish(RunHistory run, Key key, State state) {}

    private record Known(State state, Optional<CirclePath> path) {}

    CircleReader(Path runsFolder, Executor toolkit) {
        this.runsFolder = runsFolder;
        this.toolkit = toolkit;
    }

    @Override
    public void want(RunHistory run, int frequency) {
        Key key = new Key(run.head().id(), frequency);
        Wish wanted = new Wish(run, key, new State(run.evaluations().size(), run.checkpoints()));
        Wish before = wish;
        wish = wanted;
        boolean asked = before != null && before.key().equals(key) && before.state().equals(wanted.state());
        if (!asked && !known(wanted)) {
            try {
                thread.execute(() -> read(wanted));
            } catch (RejectedExecutionException closed) {
                LOG.trace("Nothing is read any more: the window is closed.");
            }
        }
    }

    private boolean known(Wish wanted) {
        synchronized (paths) {
            Known known = paths.get(wanted.key());
            return known != null && known.state().equals(wanted.state());
        }
    }

    @Override
    public Optional<CirclePath> path(String run, int frequency) {
        synchronized (paths) {
            Known known = paths.get(new Key(run, frequency));
            return known == null ? Optional.empty() : known.path();
        }
    }

    @Override
    public void listen(Runnable listener) {
        listeners.add(listener);
    }

    private void read(Wish wanted) {
        if (wanted != wish || known(wanted)) {
            return;
        }
        Optional<CirclePath> path = Optional.empty();
        try {
            path = TokenPaths.read(RunDirectory.open(runsFolder.resolve(wanted.key().run())),
                    wanted.state().checkpoints(), wanted.key().frequency());
        } catch (IOException | RuntimeException problem) {
            LOG.debug("The circles of {} cannot be read", wanted.key(), problem);
        }
        synchronized (paths) {
            paths.put(wanted.key(), new Known(wanted.state(), path));
            if (paths.size() > MOST_PATHS) {
                paths.remove(paths.keySet().iterator().next());
            }
        }
        toolkit.execute(() -> listeners.forEach(Runnable::run));
    }

    /** Ends the thread. */
    @Override
    public void close() {
        wish = null;
        thread.shutdown();
    }
}
