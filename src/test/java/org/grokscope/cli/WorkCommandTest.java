package org.grokscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunLibrary;
import org.grokscope.run.RunState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A plan of two small runs and a fork of the first. */
@Timeout(180)
class WorkCommandTest {
    private static final String FORK = "{\"name\":\"the fork\",\"fork\":{\"line\":1,\"at\":\"memorised\","
            + "\"weightDecay\":2.0,\"draw\":1,\"steps\":80,\"stopAfterGrok\":0,\"evaluateEvery\":10}}\n";

    @TempDir
    Path folder;
    private Path plan;

    @BeforeEach
    void writeAPlan() throws IOException {
        plan = folder.resolve("plan");
        assertThat(train("--seed", "1,2", "--plan", plan).exitCode()).isZero();
        Path lines = plan.resolve("plan.jsonl");
        // Memorised as soon as one pair in four is right.
        Files.writeString(lines,
                Files.readString(lines).replaceAll("(\"memorisedAccuracy\"):[0-9.]+", "$1:0.25") + FORK);
    }

    @Test
    void aPlanTrainsNothingAndCanBeMoved() throws IOException {
        Path moved = Files.move(plan, folder.resolve("elsewhere"));
        assertThat(moved.resolve("runs")).isEmptyDirectory();
        assertThat(moved.resolve("run.sbatch")).content().contains("#SBATCH --requeue").doesNotContain(
                folder.toString());
        assertThat(moved.resolve("plan.jsonl")).content().hasLineCount(3).doesNotContain(folder.toString());
    }

    @Test
    void aLineTrainsItsRunAndNoOtherAndOnlyOnce() throws IOException {
        Call first = work("--lines", "2");
        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(runs()).extracting(it -> it.head().id()).containsExactly("add-7-seed-2");
        byte[] before = Files.readAllBytes(runs().getFirst().path().resolve("events.jsonl"));
        Call again = work("--lines", "2");
        assertThat(again.exitCode()).isZero();
        assertThat(again.err()).contains("Line 2, ").contains("finished, add-7-seed-2.");
        assertThat(runs().getFirst().path().resolve("events.jsonl")).hasBinaryContent(before);
    }

    @Test
    void aForkWaitsForItsParentAndLeavesItWhereTheParentsOwnMilestoneWas() throws IOException {
        Call early = work("--lines", "3");
        assertThat(early.exitCode()).isEqualTo(1);
        assertThat(early.err()).contains("Line 3, the fork: it waits for line 1, its parent.");
        assertThat(runs()).isEmpty();
        assertThat(work().exitCode()).isZero();
        assertThat(runs()).hasSize(3).allSatisfy(run -> assertThat(run.history().state()).isEqualTo(RunState.FINISHED));
    }

    @Test
    void whatAPlanTrainsIsBitForBitWhatTrainTrains() throws IOException {
        assertThat(work("--lines", "1").exitCode()).isZero();
        assertThat(train("--seed", "1", "--runs", folder.resolve("local"), "--threads", "1").exitCode()).isZero();
        assertThat(Program.numbers(runs().getFirst().path()))
                .isEqualTo(Program.numbers(folder.resolve("local").resolve("add-7-seed-1")));
    }

    @Test
    void aRunThatIsBeingWrittenIsLeftAlone() throws Exception {
        assertThat(train("--seed", "7", "--steps", "100000000", "--plan", folder.resolve("endless")).exitCode())
                .isZero();
        Process writer = Program.start(Program.command("work", folder.resolve("endless")));
        try {
            Path run = folder.resolve("endless").resolve("runs").resolve("add-7-seed-7");
            Program.awaitStep(writer, run, 10);
            Call other = Call.grokscope("work", folder.resolve("endless"));
            assertThat(other.exitCode()).isZero();
            assertThat(other.err()).contains("it is being written by process " + writer.pid() + " and left alone.");
        } finally {
            writer.destroyForcibly().waitFor();
        }
    }

    @Test
    void branchesOfARunAreALineEachAndTheRunItselfIsBroughtAlong() throws IOException {
        assertThat(work("--lines", "1").exitCode()).isZero();
        Path runs = plan.resolve("runs");
        Path forks = folder.resolve("forks");
        Call planned = Call.grokscope("fork", "add-7-seed-1", "--runs", runs, "--at", "memorised", "--weight-decay",
                "2,3", "--draws", 2, "--plan", forks);
        assertThat(planned.exitCode()).as(planned.err()).isZero();
        assertThat(planned.out()).contains("7 runs are planned in " + forks + ", 6 of them forks.",
                "add-7-seed-1 was copied into it and is not trained again.");
        Call worked = Call.grokscope("work", forks, "--lines", "1,2,6", "--device", "cpu", "--threads", 1, "--workers",
                1);
        assertThat(worked.exitCode()).as(worked.err()).isZero();
        assertThat(worked.err()).contains("Line 1, add-7-seed-1: finished, add-7-seed-1.");
        assertThat(new RunLibrary(forks.resolve("runs")).runs()).hasSize(3)
                .allSatisfy(run -> assertThat(run.history().state()).isEqualTo(RunState.FINISHED));
    }

    @Test
    void aPlanOfBranchesTakesAMilestoneAndNoOtherChanges() throws IOException {
        Path runs = folder.resolve("mine");
        assertThat(train("--seed", "1", "--runs", runs).exitCode()).isZero();
        Path forks = folder.resolve("forks");
        Call step = Call.grokscope("fork", "add-7-seed-1", "--runs", runs, "--at", "10", "--weight-decay", "2",
                "--plan",
                forks);
        assertThat(step.exitCode()).isEqualTo(2);
        assertThat(step.err()).contains("With --plan, --at takes memorised, ceiling or grokked, not '10'.");
        assertThat(forks).doesNotExist();
    }

    private Call work(Object... options) {
        List<Object> words = new ArrayList<>(List.of("work", plan, "--device", "cpu", "--threads", "1", "--workers",
                "1"));
        words.addAll(Arrays.asList(options));
        return Call.grokscope(words.toArray());
    }

    private static Call train(Object... options) {
        List<Object> words = new ArrayList<>(List.of("train", "--p", 7, "--width", 8, "--heads", 2, "--mlp-width", 12,
                "--batch", 8, "--eval-every", 10, "--device", "cpu"));
        if (!Arrays.asList(options).contains("--steps")) {
            words.addAll(List.of("--steps", 60));
        }
        words.addAll(Arrays.asList(options));
        return Call.grokscope(words.toArray());
    }

    private List<RunDirectory> runs() throws IOException {
        return new RunLibrary(plan.resolve("runs")).runs();
    }
}
