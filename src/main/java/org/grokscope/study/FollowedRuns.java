package org.grokscope.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.grokscope.run.PollPace;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunFeed;
import org.grokscope.run.RunLibrary;

/** Follows the runs of a folder, of which others train some. One thread at a time. */
public final class FollowedRuns {
    private record Followed(RunDirectory run, RunFeed feed, PollPace pace) {
        Followed(RunDirectory run) {
            this(run, new RunFeed(run.path()), new PollPace());
        }

        void read(boolean whole) throws IOException {
            if (pace.due(System.nanoTime())) {
                pace.read(System.nanoTime(), whole ? feed.poll() : feed.glance());
            }
        }
    }

    private final Path folder;
    private final boolean whole;
    private final Map<Path, Followed> runs = new HashMap<>();

    /** @param whole whether runs are read with all their evaluations, or the last one alone */
    public FollowedRuns(Path folder, boolean whole) {
        this.folder = folder;
        this.whole = whole;
    }

    /** Reads what is new, and returns all runs, the oldest first. */
    public List<FoundRun> read() throws IOException {
        List<FoundRun> found = new ArrayList<>();
        Set<Path> there = new HashSet<>();
        for (RunDirectory run : new RunLibrary(folder).runs()) {
            there.add(run.path());
            Followed followed = runs.computeIfAbsent(run.path(), _ -> new Followed(run));
            try {
                followed.read(whole);
                found.add(new FoundRun(run, followed.feed().history(), false));
            } catch (IOException | IllegalStateException gone) {
                // Deleted, or not readable this moment; the next look may tell.
                runs.remove(run.path());
            }
        }
        runs.keySet().retainAll(there);
        return found;
    }
}
