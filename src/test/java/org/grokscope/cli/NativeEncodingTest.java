package org.grokscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.grokscope.SharesNothing;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The real program where no language is set, as under cron. */
@Timeout(180)
@EnabledOnOs(OS.LINUX)
@SharesNothing
class NativeEncodingTest {
    @TempDir
    Path folder;

    @Test
    void namesAndFoldersAreWhatTheyAre() throws Exception {
        Program.End end = train("mkdir läufe; cd läufe; LC_ALL=C ");
        assertThat(end.said()).contains("finished at step 2");
        assertThat(end.exitCode()).isZero();
        List<RunDirectory> runs = new RunLibrary(folder.resolve("läufe/Größe")).runs();
        assertThat(runs).hasSize(2).allSatisfy(run -> {
            assertThat(run.head().name()).startsWith("λ und 基线");
            assertThat(run.history().leftOut()).isEmpty();
        });
        assertThat(names(folder)).containsExactly("läufe");
        assertThat(names(folder.resolve("läufe"))).containsExactly("Größe");
    }

    @Test
    void whatCannotBeExpressedIsRefused() {
        assertThat(NativeEncoding.refusal(Stream.of("train", "l\ufffd\ufffdufe"))).hasValueSatisfying(
                sentence -> assertThat(sentence).contains("l\ufffd\ufffdufe", "set LC_ALL to a UTF-8 locale"));
        assertThat(NativeEncoding.refusal(Stream.of("train", "läufe"))).isEmpty();
    }

    @Test
    void aCommandLineIsTakenApartByItsZeros() {
        assertThat(StartAgain.words("java\0-cp\0\0a b\0".getBytes(StandardCharsets.US_ASCII)))
                .extracting(word -> new String(word, StandardCharsets.US_ASCII)).containsExactly("java", "-cp", "",
                        "a b");
    }

    /** Trains two runs, so that workers have to find them. */
    private Program.End train(String before) throws IOException, InterruptedException {
        String command = before + Program.quoted(Program.command("train", "--p", 7, "--width", 8, "--heads", 2,
                "--mlp-width", 12, "--steps", 2, "--device", "cpu", "--seed", "1,2", "--runs", "Größe", "--name",
                "λ und 基线"));
        Process process = new ProcessBuilder("sh", "-c", command).directory(folder.toFile()).redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Program.End(process.waitFor(), said);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(it -> it.getFileName().toString()).toList();
        }
    }
}
