package org.grokscope.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.grokscope.run.DamagedRun;
import org.grokscope.run.PollPace;
import org.grokscope.run.RunFeed;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunLibrary;
import org.grokscope.run.RunNames;
import org.grokscope.workbench.runs.ReadRuns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads folders of runs in the background: four times a second the runs that are watched, and those to the end; every
 * two seconds which there are, and all of them at a glance, those of which nothing was new for a while less often. It is the
 * only thread that reads.
 */
final class RunsReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunsReader.class);
    private static final long PERIOD_MILLIS = 250;
    private static final int ROUNDS_BETWEEN_LOOKS = 8;

    /** A run that is followed, and what the window was told of it last. */
    private static final class Followed {
        final RunFeed feed;
        final PollPace pace = new PollPace();
        RunHistory told;

        Followed(RunFeed feed, RunHistory told) {
            this.feed = feed;
            this.told = told;
        }
    }

    private final RunNames names;
    private final Consumer<ReadRuns> receiver;
    private final Consumer<Exception> problems;
    private final ScheduledExecutorService thread = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("runs reader").daemon().factory());
    private volatile List<Path> folders;
    private volatile Set<String> watched = Set.of();

    // Of the reader's thread alone:
    private final Map<Path, Followed> runs = new LinkedHashMap<>();
    private final Map<Path, DamagedRun> damaged = new TreeMap<>();
    private int round;
    private boolean delivered;
    private String told = "";

    /**
     * @param receiver takes the runs whenever something about them is new, on the reader's thread
     * @param problems hears once of each folder that cannot be read, on the reader's thread
     */
    RunsReader(RunNames names, Consumer<ReadRuns> receiver, Consumer<Exception> problems) {
        this.names = names;
        this.receiver = receiver;
        this.problems = problems;
        this.folders = List.of(names.home());
    }

    void start() {
        thread.scheduleWithFixedDelay(() -> read(false), 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Chooses the folders that are read. */
    void open(List<Path> wanted) {
        folders = wanted.stream().map(folder -> folder.toAbsolutePath().normalize()).distinct().toList();
        look();
    }

    /** Returns the folders that are read. */
    List<Path> folders() {
        return folders;
    }

    /** Chooses the runs, by what they are called, that are read often and to the end. */
    void watch(Set<String> ids) {
        boolean more = !watched.containsAll(ids);
        watched = Set.copyOf(ids);
        if (more && !thread.isShutdown()) {
            thread.execute(() -> read(false));
        }
    }

    /** Looks at all folders at once: something was just changed there. */
    void look() {
        if (!thread.isShutdown()) {
            thread.execute(() -> read(true));
        }
    }

    private void read(boolean all) {
        try {
            boolean look = all || round++ % ROUNDS_BETWEEN_LOOKS == 0;
            boolean changed = look ? lookForRuns(all) : readWatched();
            if (changed || !delivered) {
                delivered = true;
                receiver.accept(new ReadRuns(runs.values().stream().map(run -> run.told).toList(),
                        List.copyOf(damaged.values())));
            }
        } catch (RuntimeException problem) {
            tell(problem);
        }
    }

    private boolean readWatched() {
        boolean changed = false;
        for (String id : watched) {
            Path directory = names.directory(id);
            changed |= runs.containsKey(directory) && read(directory, true);
        }
        return changed;
    }

    private boolean lookForRuns(boolean all) {
        Set<Path> there = new HashSet<>();
        boolean changed = false;
        boolean sound = true;
        for (Path folder : folders) {
            try {
                for (Path entry : new RunLibrary(folder).entries()) {
                    there.add(entry);
                    changed |= read(entry, all);
                }
            } catch (IOException problem) {
                sound = false;
                tell(problem);
            }
        }
        told = sound ? "" : told;
        return runs.keySet().retainAll(there) | damaged.keySet().retainAll(there) | changed;
    }

    /**
     * Reads what is new of one entry of a folder; returns whether something is.
     *
     * @param atOnce whether also a run of which nothing has been new for a while
     */
    private boolean read(Path entry, boolean atOnce) {
        Followed run = runs.get(entry);
        try {
            if (run == null && !RunLibrary.holdsRun(entry)) {
                return damaged.remove(entry) != null;
            }
            boolean near = watched.contains(names.of(entry));
            if (run != null && !atOnce && !near && !run.pace.due(System.nanoTime())) {
                return false;
            }
            RunFeed feed = run == null ? new RunFeed(entry) : run.feed;
            boolean changed = near ? feed.poll() : feed.glance();
            if (run == null) {
                runs.put(entry, new Followed(feed, names.named(feed.history(), entry)));
            } else {
                run.pace.read(System.nanoTime(), changed);
            }
            if (run != null && changed) {
                run.told = names.named(feed.history(), entry);
            }
            return damaged.remove(entry) != null || run == null || changed;
        } catch (IOException problem) {
            LOG.debug("The run {} cannot be read", entry, problem);
            boolean gone = runs.remove(entry) != null;
            DamagedRun now = DamagedRun.of(entry, problem);
            // A run that was just deleted is not damaged.
            boolean news = Files.exists(entry, LinkOption.NOFOLLOW_LINKS)
                    && !now.equals(damaged.put(entry, now));
            return gone || news;
        }
    }

    /** What cannot be read is told once, not at every look. */
    private void tell(Exception problem) {
        if (!String.valueOf(problem.getMessage()).equals(told)) {
            told = String.valueOf(problem.getMessage());
            LOG.debug("A folder of runs cannot be read", problem);
            problems.accept(problem);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
