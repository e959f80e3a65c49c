package org.grokscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.grokscope.SharesNothing;
import org.grokscope.run.Checkpoint;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunLibrary;
import org.grokscope.run.RunState;
import org.grokscope.run.Trash;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ends the real program at random moments of everything that changes a runs folder: training, resuming, forking, copying,
 * deleting and emptying the trash. {@code -Dgrokscope.kills=200} says how often; every quarter as often it is asked to end.
 */
@Timeout(7200)
@DisabledOnOs(OS.WINDOWS)
@SharesNothing
class KilledOperationsTest {
    private static final int KILLS = Integer.getInteger("grokscope.kills", 5);
    private static final int STEPS = 600;
    private static final int FORK = 300;
    private static final String ID = "add-7-seed-42";
    /** By themselves runs get threads by how many begin together, and a fork whose control is there already begins alone. */
    private static final List<String> ONE_THREAD = List.of("--threads", "1");

    private enum Operation {
        TRAIN, RESUME, FORK, COPY, DELETE, EMPTY
    }

    @TempDir
    static Path undisturbed;
    /** How long an undisturbed training takes here and now: the moments lie within. */
    private static int usualMillis;

    @TempDir
    Path folder;
    private final Random random = new Random(Long.getLong("grokscope.fuzz.seed", System.nanoTime()));
    private final Map<Operation, Integer> ended = new EnumMap<>(Operation.class);
    private Path runs;

    @BeforeAll
    static void trainUndisturbed() throws Exception {
        long began = System.nanoTime();
        assertThat(Program.run(train(undisturbed)).exitCode()).isZero();
        usualMillis = (int) ((System.nanoTime() - began) / 1_000_000);
        assertThat(Program.run(fork(undisturbed)).exitCode()).isZero();
    }

    @BeforeEach
    void begin() {
        runs = folder.resolve("runs");
    }

    @Test
    void whateverIsKilledLeavesRunsThatOpenAndGoOnWithTheSameBits() throws Exception {
        disturb(KILLS, false);
    }

    @Test
    void whateverIsAskedToEndLeavesACheckpointAtTheVeryStep() throws Exception {
        disturb(Math.max(2, KILLS / 4), true);
    }

    private void disturb(int times, boolean asked) throws Exception {
        for (int count = 0; count < times;) {
            Operation operation = next();
            Process process = Program.start(command(operation));
            if (operation == Operation.TRAIN && random.nextInt(4) > 0) {
                // So far that all the other operations have something to work on.
                Program.awaitStep(process, runs.resolve(ID), FORK + 10);
            }
            int most = operation == Operation.FORK ? 2 * usualMillis : usualMillis;
            if (process.waitFor(random.nextInt(most), TimeUnit.MILLISECONDS)) {
                assertThat(process.exitValue()).as("%s", operation).isIn(0, 2);
                continue;
            }
            List<ProcessHandle> workers = process.descendants().toList();
            if (asked) {
                process.destroy();
            } else {
                process.destroyForcibly();
            }
            process.waitFor();
            // Workers whose parent is gone stop by themselves, with a checkpoint.
            for (ProcessHandle worker : workers) {
                worker.onExit().get(60, TimeUnit.SECONDS);
            }
            ended.merge(operation, 1, Integer::sum);
            count++;
            assertThatAllIsWhole(asked);
        }
        goOnToTheEnd();
        System.out.println((asked ? "TERM" : "KILL") + " at " + times + " moments: " + ended);
    }

    private Operation next() {
        if (!Files.exists(runs.resolve(ID))) {
            return Operation.TRAIN;
        }
        List<Operation> possible = new ArrayList<>(List.of(Operation.COPY, Operation.DELETE, Operation.EMPTY));
        for (int weight = 0; weight < 2; weight++) {
            possible.add(Operation.RESUME);
            possible.add(Operation.FORK);
        }
        return possible.get(random.nextInt(possible.size()));
    }

    private List<String> command(Operation operation) throws IOException {
        return switch (operation) {
            case TRAIN -> train(runs);
            case RESUME -> resume(any(runs));
            case FORK -> fork(runs);
            case COPY -> Program.command("copy", any(runs), "--to", folder.resolve("copies"));
            case DELETE -> Program.java(TrashProgram.class, runs, any(runs).getFileName());
            case EMPTY -> Program.java(TrashProgram.class, runs);
        };
    }

    /** Deletes the run whose id it is given, unless it is the parent of the others; without one empties the trash. */
    static final class TrashProgram {
        public static void main(String[] arguments) throws IOException {
            Trash trash = new Trash(Path.of(arguments[0]));
            if (arguments.length == 1) {
                trash.empty();
            } else if (!arguments[1].equals(ID)) {
                trash.delete(List.of(Path.of(arguments[0], arguments[1])));
            }
        }
    }

    private Path any(Path in) throws IOException {
        List<RunDirectory> there = new RunLibrary(in).runs();
        return there.get(random.nextInt(there.size())).path();
    }

    private static List<String> train(Path in) {
        return withOneThread(Program.trainTiny(in, STEPS, 10, 30));
    }

    private static List<String> fork(Path in) {
        return withOneThread(Program.command("fork", ID, "--at", FORK, "--weight-decay", 2, "--device", "cpu",
                "--runs", in));
    }

    private static List<String> resume(Path run) {
        return withOneThread(Program.command("resume", run, "--device", "cpu"));
    }

    private static List<String> withOneThread(List<String> command) {
        command.addAll(ONE_THREAD);
        return command;
    }

    private void assertThatAllIsWhole(boolean asked) throws IOException {
        assertThatRunsAreWhole(runs, asked);
        assertThatRunsAreWhole(folder.resolve("copies"), false);
        if (Files.isDirectory(runs.resolve(Trash.FOLDER))) {
            try (Stream<Path> deletions = Files.list(runs.resolve(Trash.FOLDER))) {
                for (Path deletion : deletions.toList()) {
                    assertThatRunsAreWhole(deletion, asked);
                }
            }
        }
    }

    private static void assertThatRunsAreWhole(Path in, boolean asked) throws IOException {
        RunLibrary.Contents contents = new RunLibrary(in).contents();
        assertThat(contents.problems()).isEmpty();
        for (RunDirectory run : contents.runs()) {
            RunHistory history = run.history();
            assertThat(history.leftOut()).isEmpty();
            assertThat(history.state()).isNotIn(RunState.TRAINING, RunState.FAILED, RunState.DIVERGED);
            for (int step : run.checkpointSteps()) {
                Checkpoint checkpoint = run.checkpoint(step);
                assertThat(checkpoint.resumable() && checkpoint.finite()).as("%s at %d", run, step).isTrue();
            }
            if (asked && history.state() != RunState.NEW) {
                assertThat(history.state()).isNotEqualTo(RunState.INTERRUPTED);
                assertThat(history.checkpoints().getLast()).isEqualTo(history.reached());
            }
        }
    }

    private void goOnToTheEnd() throws Exception {
        if (!Files.exists(runs.resolve(ID))) {
            assertThat(Program.run(train(runs)).exitCode()).isZero();
        }
        finish(runs.resolve(ID));
        Program.End forked = Program.run(fork(runs));
        assertThat(forked.exitCode()).as(forked.said()).isIn(0, 2);
        List<RunDirectory> expected = new RunLibrary(undisturbed).runs();
        assertThat(new RunLibrary(runs).runs()).extracting(run -> run.head().id())
                .containsExactlyInAnyOrderElementsOf(expected.stream().map(run -> run.head().id()).toList());
        for (RunDirectory each : expected) {
            Path run = runs.resolve(each.head().id());
            finish(run);
            assertThat(Program.numbers(run)).as("%s", run).isEqualTo(Program.numbers(each.path()));
            Checkpoint last = RunDirectory.open(run).checkpoint(STEPS);
            Checkpoint wanted = each.checkpoint(STEPS);
            assertThat(last.parameters().equals(wanted.parameters())).as("parameters of %s", run).isTrue();
            assertThat(last.firstMoments().equals(wanted.firstMoments())).as("first moments of %s", run).isTrue();
            assertThat(last.secondMoments().equals(wanted.secondMoments())).as("second moments of %s", run).isTrue();
        }
    }

    private static void finish(Path run) throws Exception {
        if (RunDirectory.open(run).history().state() != RunState.FINISHED) {
            Program.End end = Program.run(resume(run));
            assertThat(end.exitCode()).as(end.said()).isZero();
        }
    }
}
