package org.grokscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.grokscope.Needs;
import org.grokscope.SharesNothing;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunEvent;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunLibrary;
import org.grokscope.run.RunState;
import org.grokscope.training.worker.WorkerProgram;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The real program, told to end or stopped for a while. */
@Timeout(180)
@DisabledOnOs(OS.WINDOWS)
@SharesNothing
class SignalsTest {
    private static final int ENDLESS = 10_000_000;
    /** A background job of a shell ignores Ctrl+C, and hands that down. */
    private static final List<String> USUAL_SIGNALS = List.of("env", "--default-signal=INT,HUP,TERM");

    /** Longer than the three seconds from which on time without a sign of life is a stop. */
    private static final Duration LONG_STOP = Duration.ofSeconds(4);

    @TempDir
    Path folder;
    private Path runs;

    @BeforeEach
    void skipWhereSignalsCannotBeReset() throws InterruptedException {
        runs = folder.resolve("runs");
        boolean known;
        try {
            List<String> nothing = new ArrayList<>(USUAL_SIGNALS);
            nothing.add("true");
            known = new ProcessBuilder(nothing).start().waitFor() == 0;
        } catch (IOException noEnv) {
            known = false;
        }
        Needs.that(known, "env cannot reset signals here.");
    }

    @ParameterizedTest(name = "{0} to {2} runs")
    @CsvSource({"TERM, 143, 1", "INT, 130, 1", "HUP, 129, 1", "TERM, 143, 2", "INT, 130, 2"})
    void stopsWithACheckpointAtTheVeryStepAndTellsTheResult(String signal, int exitCode, int seeds) throws Exception {
        Process process = train(seeds);
        awaitStep(process, seeds, 30);
        List<ProcessHandle> workers = process.descendants().toList();
        signal(process.pid(), signal);
        assertThat(process.waitFor()).isEqualTo(exitCode);
        for (ProcessHandle worker : workers) {
            worker.onExit().get(30, TimeUnit.SECONDS);
        }
        JsonNode result = new ObjectMapper().readTree(folder.resolve("out").toFile());
        assertThat(result.path("runs").valueStream().map(run -> run.path("state").asText())).hasSize(seeds)
                .containsOnly("paused");
        for (RunDirectory run : new RunLibrary(runs).runs()) {
            RunHistory history = run.history();
            assertThat(history.state()).isEqualTo(RunState.PAUSED);
            assertThat(history.events().getLast()).isInstanceOf(RunEvent.Paused.class)
                    .extracting(RunEvent::step).isEqualTo(history.checkpoints().getLast())
                    .isEqualTo(history.reached());
            assertThat(history.leftOut()).isEmpty();
            assertThat(run.owner()).isEmpty();
        }
        assertThat(folder.resolve("err")).content().contains("go on with: grokscope resume ");
    }

    @Test
    void timeInWhichTheProcessIsStoppedIsNoTrainingTime() throws Exception {
        long began = System.nanoTime();
        Process process = train(1);
        awaitStep(process, 1, 30);
        long stopped = System.nanoTime();
        signal(process.pid(), "STOP");
        assertThat(process.waitFor(LONG_STOP.toMillis(), TimeUnit.MILLISECONDS)).as("ended while stopped").isFalse();
        long goesOn = System.nanoTime();
        signal(process.pid(), "CONT");
        awaitStep(process, 1, new RunLibrary(runs).runs().getFirst().history().lastStep() + 20);
        signal(process.pid(), "TERM");
        process.waitFor();
        long lifeMillis = (System.nanoTime() - began - (goesOn - stopped)) / 1_000_000;
        RunDirectory run = new RunLibrary(runs).runs().getFirst();
        RunHistory history = run.history();
        assertThat(run.checkpoint(history.checkpoints().getLast()).wallMillis()).isLessThanOrEqualTo(lifeMillis);
        assertThat(history.evaluations()).extracting(it -> it.wallMillis()).isSorted();
    }

    @Test
    void aFolderThatIsRenamedMeanwhileIsTold() throws Exception {
        Process process = train(1);
        awaitStep(process, 1, 30);
        Files.move(runs.resolve("add-7-seed-1"), runs.resolve("renamed"));
        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(folder.resolve("err")).content().contains("was moved, renamed or deleted").doesNotContain("\tat ");
        assertThat(runs.resolve("add-7-seed-1")).doesNotExist();
        assertThat(RunDirectory.open(runs.resolve("renamed")).history().leftOut()).isEmpty();
    }

    /** As Maven starts it, which hands no signal on. */
    @ParameterizedTest(name = "{0} runs")
    @ValueSource(ints = {1, 2})
    void aProgramThatIsToEndWithItsParentStopsWithACheckpointWhenThatIsKilled(int seeds) throws Exception {
        List<String> command = new ArrayList<>(Program.trainTiny(runs, ENDLESS, 10, 1000));
        command.add(1, "-D" + WorkerProgram.ENDS_WITH_PARENT + "=true");
        command.addAll(List.of("--seed", seeds == 1 ? "1" : "1,2"));
        Process parent = new ProcessBuilder("sh", "-c", Program.quoted(command) + "; true")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        awaitStep(parent, seeds, 30);
        List<ProcessHandle> children = parent.descendants().toList();
        assertThat(children).isNotEmpty();
        parent.destroyForcibly();
        for (ProcessHandle child : children) {
            child.onExit().get(60, TimeUnit.SECONDS);
        }
        for (RunDirectory run : new RunLibrary(runs).runs()) {
            assertThat(run.history().state()).isEqualTo(RunState.PAUSED);
            assertThat(run.history().checkpoints().getLast()).isEqualTo(run.history().reached());
        }
    }

    private Process train(int seeds) throws IOException {
        List<String> command = new ArrayList<>(USUAL_SIGNALS);
        command.addAll(Program.trainTiny(runs, ENDLESS, 10, 1000));
        command.addAll(List.of("--json", "--seed", seeds == 1 ? "1" : "1,2"));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("OMP_WAIT_POLICY", "passive");
        return builder.redirectOutput(folder.resolve("out").toFile()).redirectError(folder.resolve("err").toFile())
                .start();
    }

    private void awaitStep(Process process, int seeds, int step) throws Exception {
        for (int seed = 1; seed <= seeds; seed++) {
            Program.awaitStep(process, runs.resolve("add-7-seed-" + seed), step);
        }
    }

    private static void signal(long process, String name) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process)).start().waitFor()).isZero();
    }
}
