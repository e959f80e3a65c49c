package org.grokscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Kills the real program at random moments, and goes on each time. */
@Timeout(300)
class KilledProcessTest {
    private static final int KILLS = 5;
    private static final int STEPS = 4000;

    @TempDir
    Path folder;

    @Test
    void aRunThatIsKilledAgainAndAgainEndsAsOneThatIsNot() throws Exception {
        Path undisturbed = folder.resolve("undisturbed");
        assertThat(start(train(undisturbed)).waitFor()).isZero();

        Path killed = folder.resolve("killed");
        Path run = killed.resolve("add-7-seed-42");
        Random random = new Random();
        List<String> command = train(killed);
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = start(command);
            awaitProgress(process, run);
            process.waitFor(random.nextInt(700), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            RunHistory history = RunDirectory.open(run).history();
            assertThat(history.state()).isIn(RunState.INTERRUPTED, RunState.NEW, RunState.FINISHED);
            assertThat(history.leftOut()).isEmpty();
            command = List.of("resume", run.toString(), "--device", "cpu");
        }
        if (RunDirectory.open(run).history().state() != RunState.FINISHED) {
            assertThat(start(command).waitFor()).isZero();
        }
        RunDirectory expected = RunDirectory.open(undisturbed.resolve("add-7-seed-42"));
        assertThat(RunDirectory.open(run).checkpoint(STEPS).parameters())
                .isEqualTo(expected.checkpoint(STEPS).parameters());
        assertThat(RunDirectory.open(run).checkpoint(STEPS).secondMoments())
                .isEqualTo(expected.checkpoint(STEPS).secondMoments());
        assertThat(numbers(run)).isEqualTo(numbers(expected.path()));
    }

    private static List<String> train(Path runs) {
        return List.of("train", "--runs", runs.toString(), "--p", "7", "--width", "8", "--heads", "2", "--mlp-width",
                "12", "--steps", Integer.toString(STEPS), "--eval-every", "10", "--checkpoint-every", "30", "--device",
                "cpu");
    }

    /** Waits until the process has the run in its hands: a kill before that kills nothing. */
    private static void awaitProgress(Process process, Path run) throws Exception {
        while (process.isAlive() && !(Files.exists(run.resolve("run.json"))
                && RunDirectory.open(run).owner().isPresent())) {
            process.waitFor(5, TimeUnit.MILLISECONDS);
        }
    }

    private static Process start(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED", "-Dai.djl.offline=true", "-Xmx512m", "-cp",
                System.getProperty("java.class.path"), "org.grokscope.cli.Main"));
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static List<String> numbers(Path run) throws IOException {
        return Files.readAllLines(run.resolve("metrics.jsonl")).stream()
                .map(line -> line.replaceAll("\"(wallMillis|stepsPerSecond)\":[^,}]*", "")).toList();
    }
}
