package org.grokscope.workbench;

import java.util.Optional;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;
import org.grokscope.training.TrainingRun;

/** What the button that pauses and resumes does for the chosen run now. */
enum RunControl {
    /** Neither makes sense. */
    NONE,
    /** It trains here, or waits for its turn. */
    PAUSE,
    /** It waits in training because its folder could not be written. */
    RESUME,
    /** It rests in the folder and can be queued. */
    SUBMIT;

    static RunControl of(Optional<RunHistory> chosen, Optional<TrainingRun> training) {
        return training.map(RunControl::training).or(() -> chosen.map(RunControl::inFolder)).orElse(NONE);
    }

    /** Returns whether the run rests in the folder, so that it can be given another last step and be queued. */
    static boolean resting(RunState state) {
        return switch (state) {
            case NEW, PAUSED, INTERRUPTED, FINISHED, FAILED -> true;
            case TRAINING, DIVERGED, IMPORTED -> false;
        };
    }

    private static RunControl training(TrainingRun run) {
        return switch (run.phase()) {
            case QUEUED, TRAINING -> PAUSE;
            case PAUSED -> RESUME;
            case STOPPED, FINISHED, DIVERGED, FAILED -> NONE;
        };
    }

    private static RunControl inFolder(RunHistory run) {
        return resting(run.state()) && run.state() != RunState.FINISHED && run.state() != RunState.IMPORTED
                ? SUBMIT
                : NONE;
    }
}
