package org.grokscope.study.slurm;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.grokscope.file.FileProblem;
import org.grokscope.study.FollowedRuns;
import org.grokscope.study.plan.PlanFolder;

/** Reads where all lines of a plan stand, and gives orders about their tasks. One thread at a time. */
public final class PlanReader {
    private final FollowedRuns runs;
    private final PlanWatch watch;

    private PlanReader(PlanFolder folder) throws IOException {
        this.runs = new FollowedRuns(folder.runs(), false);
        this.watch = new PlanWatch(folder);
    }

    /**
     * Opens a plan.
     *
     * @throws FileProblem when there is none in the folder, or it cannot be read
     */
    public static PlanReader open(Path folder) throws IOException {
        return new PlanReader(PlanFolder.open(folder));
    }

    /** Returns every line as it stands, in the plan's order. */
    public List<LineStatus> read() throws IOException, InterruptedException {
        return watch.read(runs.read());
    }

    /** Returns why Slurm does not answer, a sentence; empty when it does, or nothing was submitted. */
    public String problem() {
        return watch.problem();
    }

    /**
     * Orders something about a line's task.
     *
     * @throws FileProblem when it has none, or Slurm refuses
     */
    public void order(TaskOrder order, int line) throws IOException, InterruptedException {
        watch.order(order, line);
    }
}
