package org.grokscope.workbench.status;

import static org.grokscope.text.NumberText.count;
import static org.grokscope.text.NumberText.speed;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Milestone;
import org.grokscope.run.Environment;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;
import org.grokscope.training.TrainingRun;
import org.grokscope.training.TrainingSnapshot;
import org.grokscope.workbench.estimate.TimeLeftText;

/** Says what goes on: of the chosen run if it is in training, else of the one that trains, else of the chosen one. */
public final class StatusText {
    private StatusText() {}

    /**
     * Returns the line.
     *
     * @param environment what this window trains on, once that is known
     * @param runs that the folder holds
     */
    public static StatusLine of(TrainingSnapshot executor, Optional<RunHistory> chosen,
            Optional<Environment> environment, List<RunHistory> runs) {
        List<String> place = List.of(environment.map(StatusText::device).orElse(""), count(runs.size(), "run"));
        Optional<TrainingRun> chosenInTraining = chosen.flatMap(run -> executor.run(run.head().id()))
                .filter(run -> !run.phase().ended());
        Optional<TrainingRun> spokenOf = chosenInTraining.or(() -> executor.runs().stream()
                .filter(run -> run.phase() == TrainingRun.Phase.TRAINING).findFirst());
        return spokenOf.map(run -> training(run, executor, new TimeLeftText(runs), place))
                .or(() -> chosen.map(run -> inFolder(run, executor, new TimeLeftText(runs), place)))
                .orElse(new StatusLine("ready", StatusLine.Tone.QUIET, List.of(), place));
    }

    private static StatusLine training(TrainingRun run, TrainingSnapshot executor, TimeLeftText timeLeft,
            List<String> place) {
        boolean training = run.phase() == TrainingRun.Phase.TRAINING;
        // Those without a process of their own take turns.
        int sharing = run.worker().isPresent() ? 1 : executor.sharing();
        long atOnce = executor.runs().stream().filter(other -> other.phase() == TrainingRun.Phase.TRAINING).count();
        String state = switch (run.phase()) {
            case QUEUED -> "queued";
            case TRAINING -> "training";
            case PAUSED -> "paused";
            case STOPPED -> "stopped";
            case FINISHED -> "finished";
            case DIVERGED -> "diverged";
            case FAILED -> "failed";
        };
        boolean waits = run.phase().wantsToTrain();
        return new StatusLine(state + " " + run.name(), training ? StatusLine.Tone.LIVE : StatusLine.Tone.QUIET,
                List.of(progress(run.step(), run.lastStep()), training ? speed(run.stepsPerSecond() / sharing) : "",
                        waits ? timeLeft.of(executor, run) : "",
                        training ? company(sharing, atOnce) : "", run.message()),
                place);
    }

    private static String company(int sharing, long atOnce) {
        if (sharing > 1) {
            return count(sharing) + " runs take turns";
        }
        return atOnce > 1 ? count(atOnce) + " runs train at once" : "";
    }

    private static StatusLine inFolder(RunHistory run, TrainingSnapshot executor, TimeLeftText timeLeft,
            List<String> place) {
        int last = run.head().configuration().schedule().steps();
        String name = run.state().label() + " " + run.head().name();
        String message = executor.run(run.head().id()).map(TrainingRun::message).orElse("");
        if (run.state() != RunState.TRAINING || run.evaluations().isEmpty()) {
            boolean bad = run.state() == RunState.DIVERGED || run.state() == RunState.FAILED;
            return new StatusLine(name, bad ? StatusLine.Tone.BAD : StatusLine.Tone.QUIET,
                    List.of(end(run, last), message), place);
        }
        Evaluation latest = run.evaluations().getLast();
        return new StatusLine(name, StatusLine.Tone.LIVE, List.of(progress(latest.step(), last),
                speed(latest.value(Measure.STEPS_PER_SECOND)), timeLeft.elsewhere(run), "in another process"), place);
    }

    /** A run that stopped when it had grokked for long enough is at its end, though steps were left. */
    private static String end(RunHistory run, int last) {
        OptionalInt grokked = run.milestones().step(Milestone.GROKKED);
        return run.state() == RunState.FINISHED && run.reached() < last && grokked.isPresent()
                ? "step " + count(run.reached()) + ", " + count(run.reached() - grokked.getAsInt(), "step")
                        + " after grokking"
                : progress(run.reached(), last);
    }

    private static String progress(int step, int last) {
        return "step " + count(step) + " of " + count(last);
    }

    private static String device(Environment environment) {
        String device = environment.gpu() ? environment.deviceName() : "CPU";
        return device + " \u00b7 " + count(environment.threads(), "thread");
    }
}
