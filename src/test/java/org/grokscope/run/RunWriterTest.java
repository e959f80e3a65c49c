package org.grokscope.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
    void whatItDoesNotUnderstandOutlivesACut() throws IOException {
        RunDirectory run = Samples.interrupted(runs, 200);
        Files.writeString(run.eventsFile(), "{\"event\":\"danced\",\"step\":100}\nscribbled by hand\n"
                + "{\"event\":\"danced\",\"step\":300}\n", StandardOpenOption.APPEND);
        try (RunWriter writer = RunWriter.open(run)) {
            writer.cutBackTo(200);
        }
        assertThat(Files.readAllLines(run.eventsFile())).endsWith("{\"event\":\"danced\",\"step\":100}",
                "scribbled by hand");
    }

    @Test
    void aCopyOfARunThatIsBeingWrittenIsNobodys() throws IOException {
        RunDirectory run = Samples.create(runs);
        try (RunWriter writer = RunWriter.open(run)) {
            writer.append(new RunEvent.Started(0, Samples.TIME, null));
            Path copy = Files.createDirectory(runs.resolve("copy"));
            for (String name : List.of("run.json", "events.jsonl", "writer.json")) {
                Files.copy(run.path().resolve(name), copy.resolve(name));
            }
            assertThat(RunDirectory.open(copy).history().state()).isEqualTo(RunState.INTERRUPTED);
            Path moved = runs.resolve("moved");
            Files.move(run.path(), moved);
            assertThat(RunDirectory.open(moved).history().state()).isEqualTo(RunState.TRAINING);
            Files.move(moved, run.path());
        }
    }

    @Test
    void aRunWhoseLockIsHeldStaysOutOfTheTrash() throws IOException {
        RunDirectory run = Samples.create(runs);
        try (RunWriter _ = RunWriter.open(run)) {
            Files.delete(run.ownerFile());
            assertThatExceptionOfType(FileProblem.class).isThrownBy(() -> new Trash(runs).delete(List.of(run.path())));
        }
        assertThat(run.path()).isDirectory();
    }

    @Test
    void whatAKilledWriterLeftHalfWrittenIsClearedAway() throws IOException {
        RunDirectory run = Samples.create(runs);
        Path left = Files.createFile(run.path().resolve("checkpoints/step-00000100.safetensors.0a1b2c3d.part"));
        RunWriter.open(run).close();
        assertThat(left).doesNotExist();
    }

    @Test
    void aCheckpointIsReadAsItWasWritten() throws IOException {
        RunDirectory run = Samples.interrupted(runs, 200);
        assertThat(run.checkpoint(200)).isEqualTo(Samples.checkpoint(200));
        assertThat(run.hasMoments(200)).isTrue();
    }

    @Test
    void aWriterWhoseFolderWasRenamedSaysSoAndWritesIntoNoOther() throws IOException {
        RunDirectory run = Samples.create(runs);
        try (RunWriter writer = RunWriter.open(run)) {
            writer.append(Samples.evaluation(0));
            Files.move(run.path(), runs.resolve("renamed"));
            RunDirectory other = Samples.create(runs);
            assertThat(other.path()).isEqualTo(run.path());
            Files.writeString(other.ownerFile(), "theirs");
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> writer.append(Samples.evaluation(100)))
                    .withMessageContaining("was moved, renamed or deleted");
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> writer.checkpoint(Samples.checkpoint(100)));
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> writer.cutBackTo(-1));
        }
        assertThat(run.metricsFile()).doesNotExist();
        assertThat(run.checkpointSteps()).isEmpty();
        assertThat(run.ownerFile()).hasContent("theirs");
        assertThat(RunDirectory.open(runs.resolve("renamed")).history().evaluations()).hasSize(1);
    }

    @Test
    void aWriterElsewhereIsAliveOnlyWhileItWrites() throws IOException {
        RunDirectory run = Samples.interrupted(runs, 100);
        Files.writeString(run.ownerFile(), "{\"pid\":1,\"started\":1,\"host\":\"elsewhere\",\"folder\":\"\"}");
        Instant now = Instant.now();
        for (int days : new int[]{-1, 1, 36500}) {
            Files.setLastModifiedTime(run.metricsFile(), FileTime.from(now.plus(Duration.ofDays(days))));
            assertThat(run.owner()).as("written %d days from now", days).isEmpty();
        }
        Files.setLastModifiedTime(run.metricsFile(), FileTime.from(now.plusSeconds(60)));
        assertThat(run.owner()).isPresent();
    }
}
