package org.grokscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.grokscope.file.FolderTree;
import org.grokscope.run.Checkpoint;
import org.grokscope.run.Lineage;
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
    void theSameCommandTwiceGivesTheSameBits() throws IOException {
        assertThat(fork("--remove-frequency", "2", "--no-control", "--draws", "2").exitCode()).isZero();
        Map<String, Checkpoint> once = ends();
        assertThat(once.keySet()).filteredOn(label -> label.startsWith("sham k ")).hasSize(2);
        for (RunDirectory run : new RunLibrary(runs).runs()) {
            if (run.head().lineage() != null) {
                new FolderTree(run.path()).delete();
            }
        }
        fork("--remove-frequency", "2", "--no-control", "--draws", "2");
        assertThat(ends()).hasSameSizeAs(once).allSatisfy((label, end) -> {
            assertThat(end.parameters()).as(label).isEqualTo(once.get(label).parameters());
            assertThat(end.firstMoments()).as(label).isEqualTo(once.get(label).firstMoments());
            assertThat(end.secondMoments()).as(label).isEqualTo(once.get(label).secondMoments());
        });
    }

    /** The last checkpoints of the branches, by what these do and by their order of batches. */
    private Map<String, Checkpoint> ends() throws IOException {
        Map<String, Checkpoint> ends = new TreeMap<>();
        for (RunDirectory run : new RunLibrary(runs).runs()) {
            Lineage lineage = run.head().lineage();
            if (lineage != null) {
                ends.put(lineage.interventions().label() + " draw " + lineage.draw(), run.checkpoint(30));
            }
        }
        return ends;
    }

    @Test
    void aTaskWithoutAFourierBasisHasNoFrequencyToBeTaken() throws IOException {
        Path groups = runs.resolve("groups");
        Call.grokscope("train", "--group", "S3", "--width", 8, "--heads", 2, "--mlp-width", 12, "--batch", 8,
                "--eval-every", 10, "--checkpoint-every", 10, "--steps", 20, "--name", "s3", "--runs", groups);
        assertThat(new RunLibrary(groups).runs()).hasSize(1);
        for (List<Object> bad : List.<List<Object>>of(List.of("--remove-frequency", "1"),
                List.of("--keep-frequencies", "1"), List.of("--ablate-neurons", "dominant=1"))) {
            List<Object> words = new ArrayList<>(List.of("fork", "s3", "--at", "10", "--runs", groups));
            words.addAll(bad);
            Call call = Call.grokscope(words.toArray());
            assertThat(call.exitCode()).as("%s: %s", bad, call.err()).isEqualTo(2);
            assertThat(call.err().strip()).as("%s", bad).hasLineCount(1)
                    .contains("The tokens of this task have no Fourier basis").endsWith(".");
        }
        assertThat(new RunLibrary(groups).runs()).hasSize(1);
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
        List<Object> words = new ArrayList<>(List.of("fork", RUN, "--at", "20", "--workers", "1", "--runs", runs));
        words.addAll(List.of(options));
        return Call.grokscope(words.toArray());
    }
}
