package org.grokscope.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;
import org.grokscope.training.TrainingRun;
import org.grokscope.training.TrainingRun.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunControlTest {
    @Test
    void withoutARunThereIsNothingToDo() {
        assertThat(RunControl.of(Optional.empty(), Optional.empty())).isEqualTo(RunControl.NONE);
    }

    @ParameterizedTest
    @CsvSource({"QUEUED, PAUSE", "TRAINING, PAUSE", "PAUSED, RESUME", "STOPPED, NONE", "FINISHED, NONE",
            "DIVERGED, NONE", "FAILED, NONE"})
    void everyPhaseOnTheLaneHasItsStep(Phase phase, RunControl step) {
        assertThat(RunControl.of(inFolder(RunState.TRAINING), training(phase))).isEqualTo(step);
    }

    @ParameterizedTest
    @CsvSource({"NEW, SUBMIT", "TRAINING, NONE", "PAUSED, SUBMIT", "INTERRUPTED, SUBMIT", "FINISHED, NONE",
            "DIVERGED, NONE", "FAILED, SUBMIT"})
    void everyStateInTheFolderHasItsStep(RunState state, RunControl step) {
        assertThat(RunControl.of(inFolder(state), Optional.empty())).isEqualTo(step);
    }

    @Test
    void theLaneKnowsBetterThanTheFolder() {
        assertThat(RunControl.of(inFolder(RunState.PAUSED), training(Phase.TRAINING))).isEqualTo(RunControl.PAUSE);
    }

    @ParameterizedTest
    @CsvSource({"NEW, true", "TRAINING, false", "PAUSED, true", "INTERRUPTED, true", "FINISHED, true",
            "DIVERGED, false", "FAILED, true"})
    void aRunRestsUnlessItTrainsOrHasDiverged(RunState state, boolean resting) {
        assertThat(RunControl.resting(state)).isEqualTo(resting);
    }

    private static Optional<RunHistory> inFolder(RunState state) {
        return Optional.of(Runs.run("a", "A", 0, state, 1000));
    }

    private static Optional<TrainingRun> training(Phase phase) {
        return Optional.of(new TrainingRun("a", Path.of("runs", "a"), "A", phase, 10, 8000, 40, ""));
    }
}
