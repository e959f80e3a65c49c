package org.grokscope.workbench.circuit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunHistory;
import org.grokscope.training.NeuronCourses;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the network through all pairs at every checkpoint of a run, in the background: it takes seconds, and has a thread of
 * its own, so that nothing else waits for it. What was read last is kept.
 */
final class CourseReader implements CourseSource, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CourseReader.class);

    private final Path runsFolder;
    private final Runnable library;
    private final Executor toolkit;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final ExecutorService thread = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().name("neuron courses").daemon().factory());
    private volatile @Nullable Wish wish;
    private volatile @Nullable Known known;

    private record Wish(String run, List<Integer> checkpoints) {}

    private record Known(Wish wish, Optional<NeuronCourses> courses) {}

    /**
     * Makes a reader that waits for wishes.
     *
     * @param library waits until the tensor library is loaded, by whoever chooses its threads
     */
    CourseReader(Path runsFolder, Runnable library, Executor toolkit) {
        this.runsFolder = runsFolder;
        this.library = library;
        this.toolkit = toolkit;
    }

    @Override
    public void want(Optional<RunHistory> run) {
        Wish wanted = run.map(it -> new Wish(it.head().id(), it.checkpoints())).orElse(null);
        if (wanted == null || wanted.equals(wish)) {
            wish = wanted;
            return;
        }
        wish = wanted;
        Known before = known;
        if (before == null || !before.wish().equals(wanted)) {
            try {
                thread.execute(() -> read(wanted));
            } catch (RejectedExecutionException closed) {
                LOG.trace("The window is closed: {} is not read.", wanted.run());
            }
        }
    }

    @Override
    public Optional<NeuronCourses> courses(String run) {
        Known now = known;
        return now != null && now.wish().run().equals(run) ? now.courses() : Optional.empty();
    }

    @Override
    public void listen(Runnable listener) {
        listeners.add(listener);
    }

    private void read(Wish wanted) {
        if (!wanted.equals(wish)) {
            return;
        }
        Optional<NeuronCourses> courses = Optional.empty();
        try {
            library.run();
            courses = NeuronCourses.read(RunDirectory.open(runsFolder.resolve(wanted.run())), wanted.checkpoints(),
                    () -> wanted.equals(wish));
        } catch (CancellationException elsewhere) {
            return;
        } catch (IOException | RuntimeException problem) {
            LOG.debug("The neurons of {} cannot be followed", wanted.run(), problem);
        }
        known = new Known(wanted, courses);
        toolkit.execute(() -> listeners.forEach(Runnable::run));
    }

    /** Ends the thread. */
    @Override
    public void close() {
        wish = null;
        thread.shutdown();
    }
}
