package org.grokscope.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.grokscope.file.FileProblem;
import org.grokscope.measure.Evaluation;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunEvent;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunSessionTest {
    @TempDir
    Path runs;

    @Test
    void aRunToItsEndHasEveryEvaluationAndCheckpoint() throws IOException {
        RunDirectory directory = TinyRun.create(runs, TinyRun.configuration(50));
        TinyRun.finish(directory);
        RunHistory history = directory.history();
        assertThat(history.evaluations()).extracting(Evaluation::step).containsExactly(0, 10, 20, 30, 40, 50);
        assertThat(history.checkpoints()).contains(0, 20, 40, 50);
        assertThat(history.state()).isEqualTo(RunState.FINISHED);
        assertThat(history.events().getFirst()).isInstanceOf(RunEvent.Started.class);
        assertThat(history.leftOut()).isEmpty();
    }

    @Test
    void anInterruptedRunGoesOnAsIfNothingHadHappened() throws IOException {
        RunDirectory whole = TinyRun.create(runs, TinyRun.configuration(60));
        TinyRun.finish(whole);
        RunDirectory interrupted = TinyRun.create(runs, TinyRun.configuration(60));
        try (RunSession session = RunSession.open(interrupted, TinyRun.COMPUTE)) {
            TinyRun.advance(session, 37);
        }
        assertThat(interrupted.history().state()).isEqualTo(RunState.INTERRUPTED);
        TinyRun.finish(interrupted);
        assertSameNumbers(interrupted, whole, 60);
    }

    @Test
    void aPausedRunGoesOnFromTheVeryStepItPausedAt() throws IOException {
        RunDirectory whole = TinyRun.create(runs, TinyRun.configuration(60));
        TinyRun.finish(whole);
        RunDirectory paused = TinyRun.create(runs, TinyRun.configuration(60));
        try (RunSession session = RunSession.open(paused, TinyRun.COMPUTE)) {
            TinyRun.advance(session, 37);
            session.pause("Paused on request.");
        }
        assertThat(paused.history().state()).isEqualTo(RunState.PAUSED);
        assertThat(paused.history().checkpoints()).contains(37);
        TinyRun.finish(paused);
        assertThat(paused.history().events()).anySatisfy(event -> assertThat(event)
                .isInstanceOfSatisfying(RunEvent.Resumed.class, it -> assertThat(it.step()).isEqualTo(37)));
        assertSameNumbers(paused, whole, 60);
    }

    @Test
    void aFinishedRunCanBeExtended() throws IOException {
        RunDirectory whole = TinyRun.create(runs, TinyRun.configuration(60));
        TinyRun.finish(whole);
        RunDirectory extended = TinyRun.create(runs, TinyRun.configuration(30));
        TinyRun.finish(extended);
        extended.extend(60);
        TinyRun.finish(RunDirectory.open(extended.path()));
        assertSameNumbers(extended, whole, 60);
    }

    @Test
    void aRunEndsTheAskedNumberOfStepsAfterGrokking() throws IOException {
        RunConfiguration easy = withThresholds(TinyRun.configuration(200).ending(200, 30));
        RunDirectory directory = TinyRun.create(runs, easy);
        TinyRun.finish(directory);
        assertThat(directory.history().lastStep()).isEqualTo(30);
        assertThat(directory.history().state()).isEqualTo(RunState.FINISHED);
    }

    @Test
    void aRunThatEndedAfterGrokkingGoesOnToALastStepThatIsAskedFor() throws IOException {
        RunDirectory directory = TinyRun.create(runs,
                withThresholds(TinyRun.configuration(200).ending(200, 30)));
        TinyRun.finish(directory);
        directory.extend(60);
        TinyRun.finish(directory);
        assertThat(directory.history().lastStep()).isEqualTo(60);
    }

    @Test
    void aDivergedRunKeepsItsLastFiniteCheckpoint() throws IOException {
        RunConfiguration wild = TinyRun.configuration(100).with(Settings.LEARNING_RATE, 1e30);
        RunDirectory directory = TinyRun.create(runs, wild);
        TinyRun.finish(directory);
        RunHistory history = directory.history();
        assertThat(history.state()).isEqualTo(RunState.DIVERGED);
        assertThat(history.checkpoints()).isNotEmpty();
        assertThat(directory.checkpoint(history.checkpoints().getLast()).finite()).isTrue();
    }

    @Test
    void twoCannotWriteOneRun() throws IOException {
        RunDirectory directory = TinyRun.create(runs, TinyRun.configuration(50));
        try (RunSession first = RunSession.open(directory, TinyRun.COMPUTE)) {
            assertThat(first.step()).isZero();
            assertThatThrownBy(() -> RunSession.open(directory, TinyRun.COMPUTE)).isInstanceOf(FileProblem.class);
        }
    }

    @Test
    void milestonesAreNotedOnceAndKeepACheckpoint() throws IOException {
        RunDirectory directory = TinyRun.create(runs, withThresholds(TinyRun.configuration(50)));
        TinyRun.finish(directory);
        List<RunEvent> milestones = directory.history().events().stream()
                .filter(RunEvent.MilestoneReached.class::isInstance).toList();
        assertThat(milestones).hasSize(3).allSatisfy(event -> assertThat(event.step()).isZero());
        assertThat(directory.history().checkpoints()).contains(0);
    }

    /** Thresholds that the very first evaluation meets. */
    private static RunConfiguration withThresholds(RunConfiguration base) {
        return new RunConfiguration(base.task(), base.model(), base.optimizer(), base.schedule(), base.evaluation(),
                new org.grokscope.measure.Thresholds(0, -1, 0.5, 0, 0), base.seeds());
    }

    /** Same bits in metrics.jsonl, but for the clock's, and in the last checkpoint. */
    private static void assertSameNumbers(RunDirectory run, RunDirectory expected, int step) throws IOException {
        assertThat(numbers(run)).isEqualTo(numbers(expected)).hasSize(step / 10 + 1);
        assertThat(run.checkpoint(step).parameters()).isEqualTo(expected.checkpoint(step).parameters());
        assertThat(run.checkpoint(step).firstMoments()).isEqualTo(expected.checkpoint(step).firstMoments());
        assertThat(run.checkpoint(step).secondMoments()).isEqualTo(expected.checkpoint(step).secondMoments());
    }

    private static List<String> numbers(RunDirectory run) throws IOException {
        return Files.readAllLines(run.path().resolve("metrics.jsonl")).stream()
                .map(line -> line.replaceAll("\"(wallMillis|stepsPerSecond)\":[^,}]*", "")).toList();
    }

    @Test
    void aRunThatLostItsCheckpointsIsNotBegunAgainOverWhatWasMeasured() throws Exception {
        RunDirectory run = TinyRun.create(runs, TinyRun.configuration(40));
        TinyRun.finish(run);
        List<Evaluation> measured = run.history().evaluations();
        for (int step : run.checkpointSteps()) {
            Files.delete(run.path().resolve("checkpoints").resolve("step-%08d.safetensors".formatted(step)));
        }
        run.extend(60);
        assertThatThrownBy(() -> RunSession.open(run, TinyRun.COMPUTE)).isInstanceOf(FileProblem.class)
                .hasMessageContaining("no checkpoint with moments that can be read");
        assertThat(run.history().evaluations()).isEqualTo(measured);
    }
}
