package org.grokscope.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.grokscope.run.Checkpoint;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunEvent;
import org.grokscope.run.RunState;
import org.grokscope.run.RunWriter;
import org.grokscope.tensor.Tensor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointWriterTest {
    @TempDir
    Path runs;
    private RunDirectory run;

    @BeforeEach
    void make() throws IOException {
        run = TinyRun.create(runs, TinyRun.configuration(40));
    }

    @Test
    void afterWaitingAllAreOnTheDisk() throws IOException {
        try (RunWriter writer = RunWriter.open(run)) {
            CheckpointWriter checkpoints = new CheckpointWriter(writer);
            for (int step = 0; step < 5; step++) {
                checkpoints.write(checkpoint(step));
            }
            checkpoints.await();
            assertThat(run.checkpointSteps()).containsExactly(0, 1, 2, 3, 4);
            assertThat(run.checkpoint(3)).usingRecursiveComparison().isEqualTo(checkpoint(3));
        }
    }

    @Test
    void whoBringsTheNextWaitsForTheLast() throws IOException {
        try (RunWriter writer = RunWriter.open(run)) {
            CheckpointWriter checkpoints = new CheckpointWriter(writer);
            checkpoints.write(checkpoint(1));
            checkpoints.write(checkpoint(2));
            assertThat(run.checkpointSteps()).contains(1);
            checkpoints.await();
        }
    }

    @Test
    void whatWentWrongIsToldOnceAndInTheWordsOfTheSystem() throws IOException {
        try (RunWriter writer = RunWriter.open(run)) {
            CheckpointWriter checkpoints = new CheckpointWriter(writer);
            barTheFolder();
            checkpoints.write(checkpoint(1));
            assertThatExceptionOfType(IOException.class).isThrownBy(checkpoints::await)
                    .withMessageContaining("checkpoints");
            assertThatNoException().isThrownBy(checkpoints::await);
            assertThatNoException().isThrownBy(checkpoints::check);
        }
    }

    @Test
    void aRunWhoseCheckpointCannotBeWrittenStopsAndGoesOnFromTheOneBefore() throws IOException {
        try (RunSession session = RunSession.open(run, TinyRun.COMPUTE)) {
            TinyRun.advance(session, 19);
            Files.move(run.path().resolve("checkpoints"), runs.resolve("aside"));
            barTheFolder();
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> TinyRun.advance(session, Integer.MAX_VALUE));
        }
        Files.delete(run.path().resolve("checkpoints"));
        Files.move(runs.resolve("aside"), run.path().resolve("checkpoints"));
        assertThat(run.history().events()).noneMatch(RunEvent.Finished.class::isInstance);
        TinyRun.finish(run);
        assertThat(run.history().state()).isEqualTo(RunState.FINISHED);
        assertThat(run.checkpointSteps()).containsExactly(0, 20, 40);
    }

    /** Puts a file where the folder of checkpoints belongs. */
    private void barTheFolder() throws IOException {
        Files.deleteIfExists(run.path().resolve("checkpoints"));
        Files.createFile(run.path().resolve("checkpoints"));
    }

    private static Checkpoint checkpoint(int step) {
        Map<String, Tensor> tensors = Map.of("weight", new Tensor(new int[]{2}, new float[]{step, 1}));
        return new Checkpoint(step, tensors, tensors, tensors, "", 7);
    }
}
