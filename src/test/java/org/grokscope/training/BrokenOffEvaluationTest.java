package org.grokscope.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.grokscope.cli.Program;
import org.grokscope.measure.Evaluation;
import org.grokscope.run.RunDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a large p an evaluation takes minutes; a process that is told to end does not wait for it. */
class BrokenOffEvaluationTest {
    private static final int STEPS = 40;

    @TempDir
    Path folder;

    @Test
    void isMadeWhenTheRunGoesOn() throws IOException {
        RunDirectory undisturbed = TinyRun.create(folder.resolve("undisturbed"), TinyRun.configuration(STEPS));
        TinyRun.finish(undisturbed);
        RunDirectory run = TinyRun.create(folder.resolve("run"), TinyRun.configuration(STEPS));
        AtomicBoolean wanted = new AtomicBoolean(true);
        try (RunSession session = SessionStart.open(run, TinyRun.COMPUTE, OptionalInt.empty(), OptionalInt.empty(),
                wanted::get)) {
            TinyRun.advance(session, 19);
            wanted.set(false);
            assertThatExceptionOfType(CancellationException.class).isThrownBy(session::advance);
            session.pause("Stopped on request.");
        }
        assertThat(run.history().evaluations()).last().extracting(Evaluation::step).isEqualTo(10);
        assertThat(run.checkpointSteps()).endsWith(20);
        TinyRun.finish(RunDirectory.open(run.path()));
        assertThat(Program.numbers(run.path())).isEqualTo(Program.numbers(undisturbed.path()));
        assertThat(run.checkpoint(STEPS).parameters()).isEqualTo(undisturbed.checkpoint(STEPS).parameters());
        assertThat(run.checkpointSteps()).isEqualTo(undisturbed.checkpointSteps());
    }

    /** The step before it was taken, and has a checkpoint: whoever asks where the run stands hears of that one. */
    @Test
    void theRunStandsAtItsStep() throws IOException {
        RunDirectory run = TinyRun.create(folder, TinyRun.configuration(STEPS));
        AtomicBoolean wanted = new AtomicBoolean(true);
        TrainingJob job = new TrainingJob(Submission.of(run.path()), TinyRun.COMPUTE, wanted::get);
        while (job.describe(false).step() < 19) {
            job.advance();
        }
        wanted.set(false);
        job.advance();
        job.stop();
        assertThat(job.describe(false).phase()).isEqualTo(TrainingRun.Phase.STOPPED);
        assertThat(run.checkpointSteps()).endsWith(20);
        assertThat(job.describe(false).step()).isEqualTo(20);
    }

    @Test
    void theFirstOneLeavesARunThatBeginsAgain() throws IOException {
        RunDirectory run = TinyRun.create(folder, TinyRun.configuration(STEPS));
        assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> SessionStart.open(run, TinyRun.COMPUTE,
                OptionalInt.empty(), OptionalInt.empty(), () -> false));
        assertThat(run.owner()).isEmpty();
        TinyRun.finish(RunDirectory.open(run.path()));
        assertThat(run.history().evaluations()).hasSize(5);
    }
}
