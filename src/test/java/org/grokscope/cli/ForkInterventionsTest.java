package org.grokscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunLibrary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code grokscope fork} is told to do to a network. */
class ForkInterventionsTest {
    private static final String RUN = "add-7-seed-42";

    @TempDir
    Path runs;

    @BeforeEach
    void train() {
        Call.grokscope("train", "--p", 7, "--width", 8, "--heads", 2, "--mlp-width", 12, "--batch", 8, "--eval-every",
                10, "--checkpoint-every", 10, "--steps", 30, "--runs", runs);
    }

    @Test
    void whatIsMeantHasAControlAndAShamBesideIt() throws IOException {
        assertThat(fork("--remove-frequency", "2", "--freeze", "embedding", "--beta2", "0.98").exitCode()).isZero();
        assertThat(labels()).containsExactlyInAnyOrder("", "", "\u2212 k 2, frozen embedding",
                labels().stream().filter(it -> it.startsWith("sham k ")).findFirst().orElseThrow());
    }

    @Test
    void partsHaveWeightDecaysOfTheirOwn() throws IOException {
        assertThat(fork("--weight-decay", "2,head=0,mlp=3", "--no-control").exitCode()).isZero();
        assertThat(labels()).containsExactlyInAnyOrder("", "\u03bb 0 on head, \u03bb 3 on mlp");
    }

    @Test
    void badTargetsMakeNothing() throws IOException {
        for (List<Object> bad : List.<List<Object>>of(List.of("--remove-frequency", "0"),
                List.of("--remove-frequency", "4"), List.of("--freeze", "tail"), List.of("--freeze", "block-3-mlp"),
                List.of("--ablate-neurons", "dominant=9"), List.of("--transplant", "head"),
                List.of("--transplant", "head", "--from", "nobody@10"),
                List.of("--transplant", "head", "--from", RUN + "@11"), List.of("--hold-norm", "0"),
                List.of("--weight-decay", "head=x"), List.of("--beta2", "1"))) {
            Call call = fork(bad.toArray());
            assertThat(call.exitCode()).as("%s: %s", bad, call.err()).isEqualTo(2);
            assertThat(call.err().strip().lines()).as("%s", bad).hasSize(1);
        }
        assertThat(labels()).hasSize(1);
    }

    private List<String> labels() throws IOException {
        List<String> labels = new ArrayList<>();
        for (RunDirectory run : new RunLibrary(runs).runs()) {
            labels.add(run.head().lineage() == null
                    ? ""
                    : Objects.requireNonNull(run.head().lineage()).interventions().label());
        }
        return labels;
    }

    private Call fork(Object... options) {
        List<Object> words = new ArrayList<>(List.of("fork", RUN, "--at", "20", "--runs", runs));
        words.addAll(List.of(options));
        return Call.grokscope(words.toArray());
    }
}
