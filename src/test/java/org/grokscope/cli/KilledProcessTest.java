package org.grokscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.grokscope.run.Checkpoint;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunLibrary;
import org.grokscope.run.RunState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Kills the real program at random moments ({@code -Dgrokscope.kills=50}), and goes on each time. */
@Timeout(900)
class KilledProcessTest {
    private static final int KILLS = Integer.getInteger("grokscope.kills", 5);
    private static final int STEPS = 4000;
    private static final String ID = "add-7-seed-42";

    @TempDir
    Path folder;
    private final Random random = new Random();

    @Test
    void aRunThatIsKilledAgainAndAgainEndsAsOneThatIsNot() throws Exception {
        Path undisturbed = folder.resolve("undisturbed");
        assertThat(Program.run(train(undisturbed)).exitCode()).isZero();
        int kills = 0;
        for (int count = 1; kills < KILLS; count++) {
            Path runs = folder.resolve("killed-" + count);
            kills += killOnTheWay(runs, KILLS - kills);
            assertThatTheSameCameOut(undisturbed.resolve(ID), runs.resolve(ID));
        }
    }

    /** Takes a run to its end; returns how often it was killed before. */
    private int killOnTheWay(Path runs, int most) throws Exception {
        Path run = runs.resolve(ID);
        int kills = 0;
        while (kills < most && state(run) != RunState.FINISHED) {
            Process process = Program.start(next(run));
            if (random.nextInt(4) > 0) {
                awaitProgress(process, run);
            }
            if (process.waitFor(random.nextInt(700), TimeUnit.MILLISECONDS)) {
                assertThat(process.exitValue()).isZero();
            } else {
                process.destroyForcibly().waitFor();
                kills++;
                assertThatItOpens(run);
            }
        }
        if (state(run) != RunState.FINISHED) {
            assertThat(Program.run(next(run)).exitCode()).isZero();
        }
        return kills;
    }

    private static List<String> next(Path run) {
        return Files.exists(run) ? Program.command("resume", run, "--device", "cpu") : train(run.getParent());
    }

    private static List<String> train(Path runs) {
        return Program.trainTiny(runs, STEPS, 10, 30);
    }

    private static RunState state(Path run) throws IOException {
        return Files.exists(run) ? RunDirectory.open(run).history().state() : RunState.NEW;
    }

    private static void assertThatItOpens(Path run) throws IOException {
        assertThat(new RunLibrary(run.getParent()).contents().problems()).isEmpty();
        if (Files.exists(run)) {
            RunDirectory directory = RunDirectory.open(run);
            RunHistory history = directory.history();
            assertThat(history.state()).isIn(RunState.INTERRUPTED, RunState.NEW, RunState.FINISHED);
            assertThat(history.leftOut()).isEmpty();
            for (int step : directory.checkpointSteps()) {
                assertThat(directory.checkpoint(step).resumable()).isTrue();
            }
        }
    }

    private static void assertThatTheSameCameOut(Path undisturbed, Path run) throws IOException {
        assertThat(weights(run)).isEqualTo(weights(undisturbed));
        assertThat(Program.numbers(run)).isEqualTo(Program.numbers(undisturbed));
    }

    /** Returns parameters and both moments at the end. */
    private static List<Object> weights(Path run) throws IOException {
        Checkpoint last = RunDirectory.open(run).checkpoint(STEPS);
        return List.of(last.parameters(), last.firstMoments(), last.secondMoments());
    }

    /** Waits until the process has the run in its hands: most kills should hit it there. */
    private static void awaitProgress(Process process, Path run) throws Exception {
        while (process.isAlive() && !(Files.exists(run.resolve("run.json"))
                && RunDirectory.open(run).owner().isPresent())) {
            process.waitFor(5, TimeUnit.MILLISECONDS);
        }
    }
}
