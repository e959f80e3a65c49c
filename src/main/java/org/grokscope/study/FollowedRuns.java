package org.grokscope.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.grokscope.run.PollPace;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunFeed;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunLibrary;

/**
 * Follows the runs of a folder, of which others train some. Of a run that is known only what changed is read, for a folder may be
 * large and its disk far away. One thread at a time.
 */
public final class FollowedRuns {
    private record Followed(RunFeed feed, PollPace pace) {
        Followed(Path entry) {
            this(new RunFeed(entry), new PollPace());
        }

        void read(boolean whole) throws IOException {
            if (pace.due(System.nanoTime())) {
                pace.read(System.nanoTime(), whole ? feed.poll() : feed.glance());
            }
        }
    }

    private final RunLibrary library;
    private final boolean whole;
    private final Map<Path, Followed> runs = new HashMap<>();

    /** @param whole whether runs are read with all their evaluations, or the last one alone */
    public FollowedRuns(Path folder, boolean whole) {
        this.library = new RunLibrary(folder);
        this.whole = whole;
    }

    /** Reads what is new, and returns all runs, the oldest first. */
    public List<FoundRun> read() throws IOException {
        List<Path> entries = library.entries();
        runs.keySet().retainAll(Set.copyOf(entries));
        Map<RunDirectory, RunHistory> found = new HashMap<>();
        for (Path entry : entries) {
            read(entry).ifPresent(feed -> found.put(feed.directory(), feed.history()));
        }
        return RunLibrary.inOrder(found.keySet()).stream()
                .map(run -> new FoundRun(run, Objects.requireNonNull(found.get(run)), false)).toList();
    }

    /** Reads what is new of an entry of the folder; empty where it is no run, or none that can be read this moment. */
    private Optional<RunFeed> read(Path entry) {
        try {
            if (!runs.containsKey(entry) && !RunLibrary.holdsRun(entry)) {
                return Optional.empty();
            }
            Followed followed = runs.computeIfAbsent(entry, Followed::new);
            followed.read(whole);
            return Optional.of(followed.feed());
        } catch (IOException gone) {
            // Deleted, or not readable this moment; the next look may tell.
            runs.remove(entry);
            return Optional.empty();
        }
    }
}
