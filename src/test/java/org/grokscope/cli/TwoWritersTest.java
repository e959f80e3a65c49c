package org.grokscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.grokscope.SharesNothing;
import org.grokscope.file.FileProblem;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.Trash;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two processes and one run. */
@Timeout(180)
@SharesNothing
class TwoWritersTest {
    private static final int ENDLESS = 10_000_000;

    @TempDir
    Path runs;
    private Process first;
    private Path run;

    @BeforeEach
    void train() throws Exception {
        first = Program.start(Program.trainTiny(runs, ENDLESS, 10, 1000));
        run = runs.resolve("add-7-seed-42");
        Program.awaitStep(first, run, 100);
    }

    @AfterEach
    void end() throws InterruptedException {
        first.destroyForcibly().waitFor();
    }

    @Test
    void theSecondIsRefusedAndToldWhoWrites() throws Exception {
        Program.End second = Program.run(Program.command("resume", run, "--device", "cpu"));
        assertThat(second.exitCode()).isEqualTo(2);
        assertThat(second.said()).contains("is being written by process " + first.pid());
    }

    /** The first process reads its own run all the while, to tell how it stands: that must not give up the lock. */
    @Test
    void theLockHoldsEvenIfNothingSaysWhoWrites() throws Exception {
        Files.delete(run.resolve("writer.json"));
        Program.End second = Program.run(Program.command("resume", run, "--device", "cpu"));
        assertThat(second.exitCode()).isIn(1, 2);
        assertThat(second.said()).containsAnyOf("is being written by another process",
                "is being written by process " + first.pid());
        Program.awaitStep(first, run, RunDirectory.open(run).history().lastStep() + 100);
        assertThat(RunDirectory.open(run).history().leftOut()).isEmpty();
    }

    @Test
    void theWriterGivesSignsOfLife() throws Exception {
        while (beat() < 1) {
            assertThat(first.waitFor(50, TimeUnit.MILLISECONDS)).isFalse();
        }
        assertThat(beat()).isPositive();
    }

    /** Its clock is a day off, and its locks are not seen here. */
    @Test
    void whatAnotherMachineWritesIsRefusedByItsNameAndSoIsDeletingIt() throws Exception {
        first.destroyForcibly().waitFor();
        long beat = 0;
        Path owner = sign(beat);
        Process second = new ProcessBuilder(Program.command("resume", run, "--device", "cpu")).redirectErrorStream(true)
                .redirectOutput(runs.resolve("said").toFile()).start();
        while (!second.waitFor(50, TimeUnit.MILLISECONDS)) {
            sign(++beat);
        }
        assertThat(second.exitValue()).isEqualTo(2);
        assertThat(runs.resolve("said")).content()
                .contains("The run add-7-seed-42 is being written by process 7 on the machine elsewhere.");
        assertThatThrownBy(() -> new Trash(runs).delete(List.of(run))).isInstanceOf(FileProblem.class)
                .hasMessageContaining("process 7 on the machine elsewhere and cannot be deleted");
        assertThat(owner).content().contains("elsewhere");
    }

    private Path sign(long beat) throws IOException {
        Path part = Files.writeString(run.resolve("part"), """
                {"pid":7,"started":1,"host":"elsewhere","boot":"b","folder":"","beat":%d}""".formatted(beat));
        Path owner = Files.move(part, run.resolve("writer.json"), StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.ATOMIC_MOVE);
        return Files.setLastModifiedTime(owner, FileTime.from(Instant.now().minus(Duration.ofDays(1))));
    }

    private long beat() throws IOException {
        return new ObjectMapper().readTree(run.resolve("writer.json").toFile()).path("beat").asLong();
    }
}
