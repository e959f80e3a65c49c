package org.grokscope.workbench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.grokscope.run.RunHistory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the folder of runs in the background: four times a second the runs that are watched, every two seconds all of
 * them, and which there are. It is the only thread that reads.
 */
final class RunsReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunsReader.class);
    private static final long PERIOD_MILLIS = 250;
    private static final int ROUNDS_BETWEEN_LOOKS = 8;

    private final RunsFolder folder;
    private final Consumer<List<RunHistory>> receiver;
    private final Consumer<Exception> problems;
    private final ScheduledExecutorService thread = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("runs-reader").daemon().factory());
    private final Map<Path, RunsFolder.Feed> feeds = new HashMap<>();
    private volatile Set<String> watched = Set.of();
    private int round;
    private boolean told;
    private boolean failing;

    /**
     * @param receiver takes the runs whenever something about them is new, on the reader's thread
     * @param problems hears once when the folder cannot be read, and again after it could
     */
    RunsReader(RunsFolder folder, Consumer<List<RunHistory>> receiver, Consumer<Exception> problems) {
        this.folder = folder;
        this.receiver = receiver;
        this.problems = problems;
    }

    void start() {
        thread.scheduleWithFixedDelay(() -> read(false), 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Chooses the runs, by id, that are read often. */
    void watch(Set<String> ids) {
        watched = Set.copyOf(ids);
    }

    /** Looks at the whole folder at once: something was just changed there. */
    void look() {
        if (!thread.isShutdown()) {
            thread.execute(() -> read(true));
        }
    }

    private void read(boolean all) {
        try {
            boolean look = all || round % ROUNDS_BETWEEN_LOOKS == 0;
            boolean changed = look && lookForRuns();
            for (Map.Entry<Path, RunsFolder.Feed> feed : feeds.entrySet()) {
                if (look || watched.contains(feed.getKey().getFileName().toString())) {
                    changed |= feed.getValue().poll();
                }
            }
            round++;
            if (changed || !told) {
                told = true;
                receiver.accept(feeds.values().stream().map(RunsFolder.Feed::history).toList());
            }
            failing = false;
        } catch (IOException | RuntimeException problem) {
            if (!failing) {
                failing = true;
                LOG.warn("The runs folder could not be read", problem);
                problems.accept(problem);
            }
        }
    }

    private boolean lookForRuns() throws IOException {
        List<Path> there = folder.runs();
        boolean changed = feeds.keySet().retainAll(there);
        for (Path run : there) {
            if (!feeds.containsKey(run)) {
                feeds.put(run, folder.follow(run));
                changed = true;
            }
        }
        return changed;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
