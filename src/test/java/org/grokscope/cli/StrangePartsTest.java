package org.grokscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.grokscope.file.FolderTree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In the place of a run's file may stand what is none: nobody waits for it, and who is refused has changed nothing. */
@Timeout(120)
@DisabledOnOs(OS.WINDOWS)
class StrangePartsTest {
    private static final String ID = "add-7-seed-42";
    private static final List<String> CALLS = List.of("list", "show " + ID, "verify " + ID,
            "resume " + ID + " --steps 30 --device cpu", "copy " + ID + " --to OUT",
            "fork " + ID + " --at 20 --weight-decay 2 --no-control --steps 20 --device cpu",
            "export " + ID + " --out OUT.svg");

    @TempDir
    Path folder;
    private Path runs;

    @BeforeEach
    void train() {
        runs = folder.resolve("runs");
        assertThat(Call.grokscope("train", "--p", 7, "--width", 8, "--heads", 2, "--mlp-width", 12, "--steps", 20,
                "--eval-every", 10, "--checkpoint-every", 10, "--device", "cpu", "--runs", runs).exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"run.json", "metrics.jsonl", "events.jsonl", "circles.bin", "notes.json", "writer.json",
            "writer.lock", "checkpoints", "checkpoints/step-00000020.safetensors"})
    void aPipeIsNotWaitedFor(String part) throws Exception {
        Path pipe = runs.resolve(ID).resolve(part);
        new FolderTree(pipe).delete();
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        everyCallEndsInASentence();
    }

    @ParameterizedTest
    @ValueSource(strings = {"metrics.jsonl", "events.jsonl", "circles.bin", "writer.lock"})
    void aLinkThatLeadsNowhereIsNotFollowed(String part) throws IOException {
        Path link = runs.resolve(ID).resolve(part);
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, folder.resolve("nowhere"));
        everyCallEndsInASentence();
        assertThat(folder.resolve("nowhere")).doesNotExist();
    }

    private void everyCallEndsInASentence() throws IOException {
        for (String call : CALLS) {
            TreeMap<String, String> before = contents();
            Object[] words = Stream.concat(Stream.of(call.replace("OUT", folder.resolve("out").toString()).split(" ")),
                    Stream.of("--runs", runs)).toArray();
            Call ended = Call.grokscope(words);
            assertThat(ended.exitCode()).as(call).isIn(0, call.startsWith("verify") ? 1 : 2, 2);
            assertThat(ended.err()).as(call).doesNotContain("\tat ", "failed at step");
            if (ended.exitCode() != 0) {
                assertThat(contents()).as(call).isEqualTo(before);
            }
        }
    }

    /** Every ordinary file with what it holds, but for locks, which stay. */
    private TreeMap<String, String> contents() throws IOException {
        TreeMap<String, String> contents = new TreeMap<>();
        try (Stream<Path> all = Files.walk(runs)) {
            for (Path file : all.filter(it -> Files.isRegularFile(it, LinkOption.NOFOLLOW_LINKS))
                    .filter(it -> !it.toString().endsWith(".lock")).toList()) {
                contents.put(file.toString(), Arrays.toString(Files.readAllBytes(file)));
            }
        }
        return contents;
    }
}
