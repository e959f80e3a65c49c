package org.grokscope.workbench.estimate;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.grokscope.analysis.ExpectedEnd;
import org.grokscope.measure.Milestone;
import org.grokscope.run.RunHistory;
import org.grokscope.settings.ScheduleSettings;
import org.grokscope.text.RoughDuration;
import org.grokscope.training.TrainingRun;
import org.grokscope.training.TrainingSnapshot;

/** Says how long it takes until a run in training has ended, the turns of others counted. */
public final class TimeLeftText {
    private final List<RunHistory> runs;

    /** @param runs at hand, for where runs with the same settings grokked */
    public TimeLeftText(List<RunHistory> runs) {
        this.runs = runs;
    }

    /** Returns for example {@code 1–2 min left}; empty before it is known. */
    public String of(TrainingSnapshot executor, TrainingRun run) {
        double shortest = executor.secondsLeft(run, end(false));
        double longest = executor.secondsLeft(run, end(true));
        if (!Double.isFinite(longest) || longest < 0) {
            return "";
        }
        return (open(run) ? "up to " : "") + RoughDuration.of(Math.max(0, shortest), longest) + " left";
    }

    private ToDoubleFunction<TrainingRun> end(boolean late) {
        return run -> expected(run).map(it -> late ? it.latest() : Math.max(it.earliest(), run.step()))
                .filter(end -> end > run.step()).orElse(run.lastStep());
    }

    /** Whether the run may end before its last step, and nobody knows when. */
    private boolean open(TrainingRun run) {
        return expected(run).filter(it -> it.latest() > run.step() && it.runs() > 0).isEmpty()
                && history(run).filter(it -> stops(it) && it.milestones().step(Milestone.GROKKED).isEmpty())
                        .isPresent();
    }

    /** Once it has grokked, its last step is known. */
    private Optional<ExpectedEnd> expected(TrainingRun run) {
        return history(run)
                .filter(it -> stops(it) && it.head().lineage() == null
                        && it.milestones().step(Milestone.GROKKED).isEmpty())
                .map(it -> ExpectedEnd.of(runs, it.head().configuration())).filter(it -> it.runs() > 0);
    }

    private static boolean stops(RunHistory run) {
        ScheduleSettings schedule = run.head().configuration().schedule();
        return schedule.stopAfterGrok() > 0;
    }

    private Optional<RunHistory> history(TrainingRun run) {
        return runs.stream().filter(it -> it.head().id().equals(run.id())).findFirst();
    }
}
