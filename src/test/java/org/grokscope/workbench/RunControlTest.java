package org.grokscope.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;
import org.grokscope.training.TrainingRun;
import org.grokscope.training.TrainingRun.Phase;
import org.grokscope.workbench.RunControl.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RunControlTest {
    @Test
    void withoutARunThereIsNothingToDo() {
        assertThat(RunControl.of(Optional.empty(), Optional.empty())).isEqualTo(new RunControl(Step.NONE, false));
    }

    @ParameterizedTest
    @CsvSource({"QUEUED, NONE", "TRAINING, PAUSE", "PAUSED, RESUME", "STOPPED, NONE", "FINISHED, NONE",
            "DIVERGED, NONE", "FAILED, NONE"})
    void everyPhaseOnTheLaneHasItsStep(Phase phase, Step step) {
        assertThat(RunControl.of(inFolder(RunState.TRAINING), training(phase)).step()).isEqualTo(step);
    }

    @ParameterizedTest
    @CsvSource({"QUEUED, true", "TRAINING, true", "PAUSED, true", "STOPPED, false", "FINISHED, false",
            "DIVERGED, false", "FAILED, false"})
    void aRunCanBeStoppedWhileItIsOnTheLane(Phase phase, boolean stoppable) {
        assertThat(RunControl.of(inFolder(RunState.TRAINING), training(phase)).stoppable()).isEqualTo(stoppable);
    }

    @ParameterizedTest
    @CsvSource({"NEW, SUBMIT", "TRAINING, NONE", "PAUSED, SUBMIT", "INTERRUPTED, SUBMIT", "FINISHED, NONE",
            "DIVERGED, NONE", "FAILED, SUBMIT"})
    void everyStateInTheFolderHasItsStep(RunState state, Step step) {
        assertThat(RunControl.of(inFolder(state), Optional.empty()).step()).isEqualTo(step);
    }

    @ParameterizedTest
    @EnumSource(RunState.class)
    void aRunThatIsNotOnTheLaneCannotBeStopped(RunState state) {
        assertThat(RunControl.of(inFolder(state), Optional.empty()).stoppable()).isFalse();
    }

    @Test
    void theLaneKnowsBetterThanTheFolder() {
        assertThat(RunControl.of(inFolder(RunState.PAUSED), training(Phase.TRAINING)).step()).isEqualTo(Step.PAUSE);
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
