package org.grokscope.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
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
 * two seconds, or as soon as a folder tells that something came or went, which there are, and all of them at a glance, those
 * of which nothing was new for a while less often. It is the only thread that reads, but for runs it never read before.
 */
final class RunsReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunsReader.class);
    private static final long PERIOD_MILLIS = 250;
    private static final int ROUNDS_BETWEEN_LOOKS = 8;
    /** How long the runs that nobody watches may keep it from those that somebody does. */
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(150);
    /**
     * Many runs are told of before all of them are read: whenever they are twice as many, and on a slow disk after two seconds.
     * Each time costs the window as much as all runs that it has.
     */
    private static final long TELL_NANOS = TimeUnit.SECONDS.toNanos(2);

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
    private final Map<Path, FileTime> times = new HashMap<>();
    private int round;
    /** Whether some that were due were left for the next round. */
    private boolean unfinished;
    /** Where it was left: on a slow disk the first would else be due again before the last had their turn. */
    private int nextInTurn;
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
            boolean look = all || unfinished || foldersChanged() | round++ % ROUNDS_BETWEEN_LOOKS == 0;
            boolean changed = look ? lookForRuns(all) : readWatched();
            if (changed || !delivered) {
                deliver();
            }
        } catch (RuntimeException problem) {
            tell(problem);
        }
    }

    private void deliver() {
        delivered = true;
        receiver.accept(new ReadRuns(runs.values().stream().map(run -> run.told).toList(),
                List.copyOf(damaged.values())));
    }

    /** Returns whether something came into a folder or left it, where the file system tells. */
    private boolean foldersChanged() {
        boolean changed = false;
        for (Path folder : folders) {
            try {
                FileTime time = Files.getLastModifiedTime(folder);
                changed |= !time.equals(times.put(folder, time));
            } catch (IOException untold) {
                // The next look says what is wrong.
            }
        }
        return changed;
    }

    private boolean readWatched() {
        boolean changed = false;
        for (String id : watched) {
            Path directory = names.directory(id);
            changed |= runs.containsKey(directory) && readAgain(directory, true);
        }
        return changed;
    }

    private boolean lookForRuns(boolean all) {
        Set<Path> there = entries();
        boolean changed = runs.keySet().retainAll(there) | damaged.keySet().retainAll(there);
        List<Path> known = Stream.concat(runs.keySet().stream(), damaged.keySet().stream()).toList();
        changed |= readNew(there.stream().filter(it -> !runs.containsKey(it) && !damaged.containsKey(it)).toList());
        long begun = System.nanoTime();
        unfinished = false;
        for (int i = 0; i < known.size(); i++) {
            int place = (nextInTurn + i) % known.size();
            if (!all && System.nanoTime() - begun > LOOK_NANOS) {
                nextInTurn = place;
                unfinished = true;
                return changed | readWatched();
            }
            changed |= readAgain(known.get(place), all);
        }
        return changed;
    }

    private Set<Path> entries() {
        Set<Path> there = new LinkedHashSet<>();
        boolean sound = true;
        for (Path folder : folders) {
            try {
                there.addAll(new RunLibrary(folder).entries());
            } catch (IOException problem) {
                sound = false;
                tell(problem);
            }
        }
        told = sound ? "" : told;
        return there;
    }

    private boolean readNew(List<Path> entries) {
        boolean changed = false;
        int before = runs.size();
        long since = System.nanoTime();
        for (List<Path> portion : FirstReading.portions(entries)) {
            if (changed && (runs.size() > 2 * before || System.nanoTime() - since > TELL_NANOS)) {
                deliver();
                before = runs.size();
                since = System.nanoTime();
            }
            for (FirstReading reading : portion.parallelStream()
                    .map(entry -> FirstReading.of(entry, watched.contains(names.of(entry)))).toList()) {
                changed |= take(reading);
            }
        }
        return changed;
    }

    private boolean take(FirstReading reading) {
        Path entry = reading.entry();
        IOException problem = reading.problem();
        RunFeed feed = reading.feed();
        if (feed != null) {
            runs.put(entry, new Followed(feed, names.named(feed.history(), entry)));
        }
        return problem == null ? feed != null : damaged(entry, problem);
    }

    /**
     * Reads what is new of one entry of a folder; returns whether something is.
     *
     * @param atOnce whether also a run of which nothing has been new for a while
     */
    private boolean readAgain(Path entry, boolean atOnce) {
        Followed run = runs.get(entry);
        if (run == null) {
            FirstReading reading = FirstReading.of(entry, false);
            boolean mended = reading.problem() == null;
            if (mended) {
                damaged.remove(entry);
            }
            return take(reading) | mended;
        }
        boolean near = watched.contains(names.of(entry));
        if (!atOnce && !near && !run.pace.due(System.nanoTime())) {
            return false;
        }
        try {
            boolean changed = near ? run.feed.poll() : run.feed.glance();
            run.pace.read(System.nanoTime(), changed);
            if (changed) {
                run.told = names.named(run.feed.history(), entry);
            }
            return changed;
        } catch (IOException problem) {
            runs.remove(entry);
            damaged(entry, problem);
            return true;
        }
    }

    /** A run that was just deleted is not damaged. */
    private boolean damaged(Path entry, IOException problem) {
        LOG.debug("The run {} cannot be read", entry, problem);
        DamagedRun now = DamagedRun.of(entry, problem);
        return Files.exists(entry, LinkOption.NOFOLLOW_LINKS) && !now.equals(damaged.put(entry, now));
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
