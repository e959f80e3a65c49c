package org.grokscope.workbench;

import java.util.Optional;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;
import org.grokscope.training.TrainingRun;

/**
 * What the buttons can do for the chosen run now.
 *
 * @param step what the first button does
 * @param stoppable whether the second can take the run off the executor
 */
record RunControl(Step step, boolean stoppable) {
    /** What pausing and resuming mean for a run. */
    enum Step {
        /** Neither makes sense. */
        NONE,
        /** It trains here. */
        PAUSE,
        /** It waits in training. */
        RESUME,
        /** It rests in the folder and can be queued. */
        SUBMIT
    }

    static RunControl of(Optional<RunHistory> chosen, Optional<TrainingRun> training) {
        return training.map(RunControl::training).or(() -> chosen.map(RunControl::inFolder))
                .orElse(new RunControl(Step.NONE, false));
    }

    /** Returns whether the run rests in the folder, so that it can be given another last step and be queued. */
    static boolean resting(RunState state) {
        return switch (state) {
            case NEW, PAUSED, INTERRUPTED, FINISHED, FAILED -> true;
            case TRAINING, DIVERGED -> false;
        };
    }

    private static RunControl training(TrainingRun run) {
        return new RunControl(switch (run.phase()) {
            case TRAINING -> Step.PAUSE;
            case PAUSED -> Step.RESUME;
            case QUEUED, STOPPED, FINISHED, DIVERGED, FAILED -> Step.NONE;
        }, !run.phase().ended());
    }

    private static RunControl inFolder(RunHistory run) {
        boolean open = resting(run.state()) && run.state() != RunState.FINISHED;
        return new RunControl(open ? Step.SUBMIT : Step.NONE, false);
    }
}
