package org.grokscope.workbench.estimate;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import org.grokscope.analysis.ExpectedEnd;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Milestone;
import org.grokscope.run.RunHistory;
import org.grokscope.settings.ScheduleSettings;
import org.grokscope.text.RoughDuration;
import org.grokscope.training.TrainingRun;
import org.grokscope.training.TrainingSnapshot;

/** Says how long it takes until a run in training has ended, the turns of others counted. */
public final class TimeLeftText {
    private final List<RunHistory> runs;
    /** Asked for several times of each run, and a prediction takes a moment. */
    private final Map<TrainingRun, Optional<ExpectedEnd>> expected = new HashMap<>();

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

    /** Returns the same for a run that another process trains, by the speed that it logged last. */
    public String elsewhere(RunHistory run) {
        Evaluation latest = run.evaluations().getLast();
        int last = run.head().configuration().schedule().lastStep(run.milestones().step(Milestone.GROKKED));
        TrainingRun training = new TrainingRun(run.head().id(), Path.of(run.head().id()), run.head().name(),
                TrainingRun.Phase.TRAINING, latest.step(), last, latest.value(Measure.STEPS_PER_SECOND), "");
        return of(new TrainingSnapshot(List.of(training)), training);
    }

    /** Returns the seconds until all that trains or waits has ended, at the latest; 0 where nothing does. */
    double untilAllHaveEnded(TrainingSnapshot executor) {
        return executor.runs().stream().filter(it -> it.phase().wantsToTrain())
                .mapToDouble(it -> executor.secondsLeft(it, end(true))).filter(it -> it > 0).max().orElse(0);
    }

    private ToDoubleFunction<TrainingRun> end(boolean late) {
        return run -> expected(run).map(it -> late ? it.latest() : Math.max(it.earliest(), run.step()))
                .orElse(run.lastStep());
    }

    /** Whether the run may end before its last step, and nobody knows when. */
    private boolean open(TrainingRun run) {
        return expected(run).isEmpty()
                && history(run).filter(it -> stops(it) && it.milestones().step(Milestone.GROKKED).isEmpty())
                        .isPresent();
    }

    /** What was expected and did not come says nothing any more. */
    private Optional<ExpectedEnd> expected(TrainingRun run) {
        return expected.computeIfAbsent(run, it -> history(it).flatMap(known -> ExpectedEnd.of(runs, known))
                .filter(end -> end.latest() > it.step()));
    }

    private static boolean stops(RunHistory run) {
        ScheduleSettings schedule = run.head().configuration().schedule();
        return schedule.stopAfterGrok() > 0;
    }

    private Optional<RunHistory> history(TrainingRun run) {
        return runs.stream().filter(it -> it.head().id().equals(run.id())).findFirst();
    }
}
