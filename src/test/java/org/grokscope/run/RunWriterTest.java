package org.grokscope.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.grokscope.file.FileProblem;
import org.grokscope.measure.Evaluation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunWriterTest {
    @TempDir
    Path runs;

    @Test
    void aSecondWriterIsRefusedUntilTheFirstIsDone() throws IOException {
        RunDirectory run = Samples.create(runs);
        try (RunWriter first = RunWriter.open(run)) {
            first.append(new RunEvent.Started(0, Samples.TIME, null));
            assertThat(run.history().state()).isEqualTo(RunState.TRAINING);
            assertThatExceptionOfType(FileProblem.class).isThrownBy(() -> RunWriter.open(run))
                    .withMessageContaining("process " + ProcessHandle.current().pid());
        }
        assertThat(run.history().state()).isEqualTo(RunState.INTERRUPTED);
        RunWriter.open(run).close();
    }

    @Test
    void cuttingBackLeavesEachStepOnce() throws IOException {
        RunDirectory run = Samples.interrupted(runs, 500);
        Files.writeString(run.metricsFile(), "{\"step\":600,", StandardOpenOption.APPEND);
        try (RunWriter writer = RunWriter.open(run)) {
            writer.cutBackTo(400);
            writer.append(Samples.evaluation(500));
        }
        assertThat(run.history().evaluations()).extracting(Evaluation::step).containsExactly(0, 100, 200, 300, 400,
                500);
        assertThat(run.history().leftOut()).isEmpty();
        assertThat(run.checkpointSteps()).containsExactly(0, 200, 400);
    }

    @Test
    void cuttingBackToNothingLeavesARunThatHasNotBegun() throws IOException {
        RunDirectory run = Samples.interrupted(runs, 500);
        try (RunWriter writer = RunWriter.open(run)) {
            writer.cutBackTo(-1);
        }
        assertThat(run.history().evaluations()).isEmpty();
        assertThat(run.history().state()).isEqualTo(RunState.NEW);
        assertThat(run.checkpointSteps()).isEmpty();
    }

    @Test
    void aCheckpointIsReadAsItWasWritten() throws IOException {
        RunDirectory run = Samples.interrupted(runs, 200);
        assertThat(run.checkpoint(200)).isEqualTo(Samples.checkpoint(200));
        assertThat(run.hasMoments(200)).isTrue();
    }
}
