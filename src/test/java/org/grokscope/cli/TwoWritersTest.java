package org.grokscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.grokscope.SharesNothing;
import org.grokscope.run.RunDirectory;
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
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.said()).contains("is being written by another process");
        Program.awaitStep(first, run, RunDirectory.open(run).history().lastStep() + 100);
        assertThat(RunDirectory.open(run).history().leftOut()).isEmpty();
    }
}
