package org.grokscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.grokscope.file.FolderTree;
import org.grokscope.run.RunDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CopyCommandTest {
    private static final String RUN = "add-7-seed-42";

    @TempDir
    Path runs;

    @BeforeEach
    void train() {
        Call.grokscope("train", "--p", 7, "--width", 8, "--heads", 2, "--mlp-width", 12, "--batch", 8, "--eval-every",
                10, "--checkpoint-every", 10, "--steps", 30, "--runs", runs);
    }

    @Test
    void aCopyHasAllThatWasLoggedAndTheCheckpointsAskedFor() throws IOException {
        assertThat(copy("--checkpoints", "0,30", "--moments", "10").exitCode()).isZero();
        RunDirectory copy = RunDirectory.open(runs.resolve("light").resolve(RUN));
        assertThat(copy.checkpointSteps()).containsExactly(0, 10, 30);
        assertThat(copy.resumableSteps()).containsExactly(10);
        assertThat(copy.history().resumable()).containsExactly(10);
        RunDirectory run = RunDirectory.open(runs.resolve(RUN));
        assertThat(copy.checkpoint(30).parameters()).isEqualTo(run.checkpoint(30).parameters());
        for (String log : List.of("run.json", "metrics.jsonl", "events.jsonl")) {
            assertThat(copy.path().resolve(log)).hasSameBinaryContentAs(run.path().resolve(log));
        }
    }

    @Test
    void aCopyIsForkedWhereItsMomentsWereKept() throws IOException {
        copy("--moments", "10");
        Path light = runs.resolve("light");
        assertThat(Call.grokscope("fork", RUN, "--workers", "1", "--at", "20", "--weight-decay", "2", "--runs", light)
                .exitCode())
                .isZero();
        assertThat(RunDirectory.open(light.resolve(RUN + "-fork-20-wd-2")).history().lastStep()).isEqualTo(30);
        // Before its first moments it is repeated from the seed.
        assertThat(Call.grokscope("fork", RUN, "--workers", "1", "--at", "0", "--weight-decay", "2", "--runs", light)
                .exitCode())
                .isZero();
    }

    @Test
    void whatCannotBeCopiedLeavesNothing() throws IOException {
        assertThat(copy("--moments", "15").err()).contains("has no checkpoint at step 15; it has 0, 10, 20, 30.");
        assertThat(copy("--checkpoints", "grokked").err()).contains("has not reached 'grokked'.");
        assertThat(copy("--checkpoints", "soon").exitCode()).isEqualTo(2);
        assertThat(runs.resolve("light")).doesNotExist();
        assertThat(copy().exitCode()).isZero();
        assertThat(copy("--checkpoints", "0").err()).contains("already");
        assertThat(RunDirectory.open(runs.resolve("light").resolve(RUN)).checkpointSteps()).isEmpty();
        try (var left = Files.list(runs.resolve("light"))) {
            assertThat(left).hasSize(1);
        }
    }

    @Test
    void nothingIsWrittenForAnotherProgramBeforeAllIsKnownToBeWhole() throws IOException {
        Path damaged = runs.resolve(RUN).resolve("checkpoints").resolve("step-00000020.safetensors");
        byte[] bytes = Files.readAllBytes(damaged);
        bytes[bytes.length - 1] ^= 1;
        Files.write(damaged, bytes);
        assertThat(copy("--as", "torch", "--checkpoints", "10,20").err()).contains("is damaged").hasLineCount(1);
        assertThat(copy("--as", "torch", "--checkpoints", "10,15").err())
                .contains("no checkpoint at step 15; it has 0, 10, 20, 30.");
        assertThat(runs.resolve("light")).doesNotExist();
        assertThat(copy("--as", "torch", "--checkpoints", "30").exitCode()).isZero();
        assertThat(copy("--as", "torch", "--checkpoints", "0,30").err()).contains("already");
        try (var left = Files.list(runs.resolve("light"))) {
            assertThat(left).hasSize(2);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"'' | --to names no folder", "FILE | is no folder", "FILE/in | is no folder",
            "RUN/checkpoints --as torch | belongs to a run", "RUN | is a run, and no folder of runs"})
    void aPlaceThatIsNoneIsRefusedBeforeAnythingIsWritten(String options, String sentence) throws IOException {
        Path file = Files.writeString(runs.resolve("file"), "mine");
        List<Object> words = new ArrayList<>(List.of("copy", RUN, "--runs", runs, "--to"));
        words.addAll(Arrays.asList((Object[]) options.replace("FILE", file.toString())
                .replace("RUN", runs.resolve(RUN).toString()).split(" ")));
        long before = new FolderTree(runs).bytes();
        Call call = Call.grokscope(words.toArray());
        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.err()).contains(sentence).hasLineCount(1);
        assertThat(new FolderTree(runs).bytes()).isEqualTo(before);
    }

    private Call copy(Object... options) {
        List<Object> words = new ArrayList<>(List.of("copy", RUN, "--runs", runs, "--to",
                runs.resolve("light")));
        words.addAll(List.of(options));
        return Call.grokscope(words.toArray());
    }
}
