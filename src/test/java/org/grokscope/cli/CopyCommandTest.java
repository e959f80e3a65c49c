package org.grokscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.grokscope.run.RunDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        assertThat(Call.grokscope("fork", RUN, "--at", "20", "--weight-decay", "2", "--runs", light).exitCode())
                .isZero();
        assertThat(RunDirectory.open(light.resolve(RUN + "-fork-20-wd-2")).history().lastStep()).isEqualTo(30);
        // Before its first moments it is repeated from the seed.
        assertThat(Call.grokscope("fork", RUN, "--at", "0", "--weight-decay", "2", "--runs", light).exitCode())
                .isZero();
    }

    @Test
    void whatCannotBeCopiedLeavesNothing() throws IOException {
        assertThat(copy("--moments", "15").err()).contains("has no checkpoint at step 15.");
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

    private Call copy(Object... options) {
        List<Object> words = new ArrayList<>(List.of("copy", RUN, "--runs", runs, "--to",
                runs.resolve("light")));
        words.addAll(List.of(options));
        return Call.grokscope(words.toArray());
    }
}
