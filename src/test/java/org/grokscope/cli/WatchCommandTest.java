package org.grokscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class WatchCommandTest {
    @TempDir
    Path folder;

    private Call tiny(Object... options) {
        Object[] words = {"train", "--p", 7, "--width", 8, "--heads", 2, "--mlp-width", 12, "--steps", 40,
                "--eval-every",
                10, "--device", "cpu", "--seed", "1,2"};
        Object[] all = new Object[words.length + options.length];
        System.arraycopy(words, 0, all, 0, words.length);
        System.arraycopy(options, 0, all, words.length, options.length);
        return Call.grokscope(all);
    }

    @Test
    void whereThereIsNoTerminalEachRunIsALine() {
        Path runs = folder.resolve("runs");
        assertThat(tiny("--runs", runs).exitCode()).isZero();
        Call watched = Call.grokscope("watch", runs);
        assertThat(watched.exitCode()).isZero();
        assertThat(watched.out().lines()).hasSize(2)
                .allMatch(line -> line.matches("add-7-seed-[12]: finished.*; step 40 of 40, .*"));
    }

    /** Until the plan is trained, by another process. */
    @Test
    void aPlanIsWatchedToItsEnd() throws Exception {
        Path plan = folder.resolve("plan");
        assertThat(tiny("--plan", plan).exitCode()).isZero();
        Process worker = Program.start(Program.command("work", plan, "--device", "cpu"));
        Call watched = Call.grokscope("watch", plan);
        assertThat(worker.waitFor()).isZero();
        assertThat(watched.exitCode()).isZero();
        assertThat(watched.out()).contains("pending").contains("add-7-seed-1: finished", "add-7-seed-2: finished");
    }

    @Test
    void whereThereIsNoFolderASentenceSaysSo() {
        Call watched = Call.grokscope("watch", folder.resolve("nowhere"));
        assertThat(watched.exitCode()).isEqualTo(2);
        assertThat(watched.err()).contains("There is no folder " + folder.resolve("nowhere") + " to watch.");
    }
}
