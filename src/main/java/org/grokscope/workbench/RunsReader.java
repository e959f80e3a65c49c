package org.grokscope.workbench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunFeed;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunLibrary;
import org.grokscope.run.RunProblem;
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

    private final RunLibrary library;
    private final Consumer<List<RunHistory>> receiver;
    private final Consumer<Exception> problems;
    private final ScheduledExecutorService thread = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("runs reader").daemon().factory());
    private volatile Set<String> watched = Set.of();

    // Of the reader's thread alone:
    private final Map<String, RunFeed> feeds = new LinkedHashMap<>();
    private int round;
    private boolean delivered;
    private String told = "";

    /**
     * @param receiver takes the runs whenever something about them is new, on the reader's thread
     * @param problems hears once of each thing that cannot be read, on the reader's thread
     */
    RunsReader(RunLibrary library, Consumer<List<RunHistory>> receiver, Consumer<Exception> problems) {
        this.library = library;
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
            boolean look = all || round++ % ROUNDS_BETWEEN_LOOKS == 0;
            boolean changed = look && lookForRuns();
            for (String id : List.copyOf(feeds.keySet())) {
                if (look || watched.contains(id)) {
                    changed |= poll(id);
                }
            }
            if (changed || !delivered) {
                delivered = true;
                receiver.accept(feeds.values().stream().map(RunFeed::history).toList());
            }
        } catch (IOException | RuntimeException problem) {
            tell(problem);
        }
    }

    private boolean lookForRuns() throws IOException {
        RunLibrary.Contents contents = library.contents();
        if (contents.problems().isEmpty()) {
            told = "";
        } else {
            tell(new RunProblem(String.join(" ", contents.problems())));
        }
        List<String> there = new ArrayList<>();
        boolean changed = false;
        for (RunDirectory run : contents.runs()) {
            Path path = run.path();
            String id = path.getFileName().toString();
            there.add(id);
            if (!feeds.containsKey(id)) {
                feeds.put(id, new RunFeed(path));
                changed = true;
            }
        }
        return feeds.keySet().retainAll(there) || changed;
    }

    /** A run that cannot be read any more leaves; it comes back when it can. */
    private boolean poll(String id) {
        try {
            RunFeed feed = feeds.get(id);
            return feed != null && feed.poll();
        } catch (IOException gone) {
            LOG.debug("The run {} cannot be read", id, gone);
            feeds.remove(id);
            return true;
        }
    }

    /** What cannot be read is told once, not at every look. */
    private void tell(Exception problem) {
        if (!String.valueOf(problem.getMessage()).equals(told)) {
            told = String.valueOf(problem.getMessage());
            LOG.debug("The runs folder cannot be read", problem);
            problems.accept(problem);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
