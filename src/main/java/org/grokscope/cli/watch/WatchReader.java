package org.grokscope.cli.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grokscope.file.FileProblem;
import org.grokscope.run.RunOwner;
import org.grokscope.run.RunState;
import org.grokscope.study.FollowedRuns;
import org.grokscope.study.FoundRun;
import org.grokscope.study.plan.PlanFolder;
import org.grokscope.study.slurm.LineStatus;
import org.grokscope.study.slurm.PlanWatch;

/** Follows the runs of a folder, or of a plan together with the lines that have none yet. One thread at a time. */
public final class WatchReader {
    private final FollowedRuns followed;
    private final Optional<PlanWatch> plan;

    private WatchReader(Path runsFolder, Optional<PlanWatch> plan) {
        this.followed = new FollowedRuns(runsFolder, true);
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
        return new WatchReader(planned.runs(), Optional.of(new PlanWatch(planned)));
    }

    /** Reads what is new, and returns all runs: in the order of the plan, else the oldest first. */
    List<WatchedRun> read() throws IOException, InterruptedException {
        List<FoundRun> found = followed.read();
        List<WatchedRun> runs = new ArrayList<>();
        if (plan.isPresent()) {
            for (LineStatus line : plan.get().read(found)) {
                runs.add(WatchedRun.of(line));
            }
            return runs;
        }
        for (FoundRun run : found) {
            runs.add(WatchedRun.of(run.history(), run.history().state().label(), host(run)));
        }
        return runs;
    }

    /** Returns why Slurm does not answer, a sentence; empty when it does, or has nothing to do with the folder. */
    String problem() {
        return plan.map(PlanWatch::problem).orElse("");
    }

    private static String host(FoundRun run) throws IOException {
        return run.history().state() == RunState.TRAINING
                ? run.directory().owner().filter(RunOwner::elsewhere).map(RunOwner::host).orElse("")
                : "";
    }
}
