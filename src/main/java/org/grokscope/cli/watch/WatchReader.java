package org.grokscope.cli.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.grokscope.file.FileProblem;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunFeed;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunLibrary;
import org.grokscope.run.RunOwner;
import org.grokscope.run.RunState;
import org.grokscope.study.FoundRun;
import org.grokscope.study.RunIndex;
import org.grokscope.study.Trial;
import org.grokscope.study.plan.Plan;
import org.grokscope.study.plan.PlanFolder;
import org.jspecify.annotations.Nullable;

/** Follows the runs of a folder, or of a plan together with the lines that have none yet. One thread at a time. */
public final class WatchReader {
    private final Path runsFolder;
    private final Optional<Plan> plan;
    private final Map<Path, RunFeed> feeds = new HashMap<>();
    private List<Trial> missing = List.of();
    private @Nullable Set<Path> matched;

    private WatchReader(Path runsFolder, Optional<Plan> plan) {
        this.runsFolder = runsFolder;
        this.plan = plan;
    }

    /**
     * Opens a folder of runs or of a plan.
     *
     * @throws FileProblem when there is none, or its plan cannot be read
     */
    public static WatchReader open(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new FileProblem("There is no folder " + folder + " to watch.");
        }
        if (!PlanFolder.isPlan(folder)) {
            return new WatchReader(folder, Optional.empty());
        }
        PlanFolder planned = PlanFolder.open(folder);
        return new WatchReader(planned.runs(), Optional.of(planned.plan()));
    }

    /** Reads what is new, and returns all runs: in the order of the plan, else the oldest first. */
    List<WatchedRun> read() throws IOException {
        List<FoundRun> found = new ArrayList<>();
        List<WatchedRun> runs = new ArrayList<>();
        for (RunDirectory run : new RunLibrary(runsFolder).runs()) {
            RunFeed feed = feeds.computeIfAbsent(run.path(), RunFeed::new);
            try {
                feed.poll();
                found.add(new FoundRun(run, feed.history(), false));
                runs.add(WatchedRun.of(feed.history(), host(run, feed.history())));
            } catch (IOException | IllegalStateException gone) {
                // Deleted, or not readable this moment; the next look may tell.
                feeds.remove(run.path());
            }
        }
        missing(found).forEach(trial -> runs.add(WatchedRun.pending(trial.name(), trial.lastStep())));
        return runs;
    }

    /** A line that has no run has one only after another folder is there. */
    private List<Trial> missing(List<FoundRun> found) throws IOException {
        Set<Path> now = found.stream().map(run -> run.directory().path()).collect(Collectors.toSet());
        if (plan.isPresent() && !now.equals(matched)) {
            RunIndex index = RunIndex.of(found);
            List<Trial> open = new ArrayList<>();
            for (Trial trial : plan.get().trials()) {
                if (index.runs(trial).isEmpty()) {
                    open.add(trial);
                }
            }
            missing = open;
            matched = now;
        }
        return missing;
    }

    private static String host(RunDirectory run, RunHistory history) throws IOException {
        return history.state() == RunState.TRAINING
                ? run.owner().filter(RunOwner::elsewhere).map(RunOwner::host).orElse("")
                : "";
    }
}
