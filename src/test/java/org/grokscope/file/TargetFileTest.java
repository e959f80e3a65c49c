package org.grokscope.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What stands where a result is wanted. */
@Timeout(60)
class TargetFileTest {
    @TempDir
    Path folder;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkLeadsToTheFileThatIsWritten() throws IOException {
        Path real = Files.writeString(folder.resolve("real"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("real"));
        write(link);
        assertThat(real).hasContent("result");
        assertThat(link).isSymbolicLink();
        Path dangling = Files.createSymbolicLink(folder.resolve("dangling"), Path.of("made"));
        write(dangling);
        assertThat(folder.resolve("made")).hasContent("result");
        assertThat(dangling).isSymbolicLink();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aPipeIsWrittenToAndStaysAPipe() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        CompletableFuture<String> reader = CompletableFuture.supplyAsync(() -> {
            try {
                return Files.readString(pipe);
            } catch (IOException e) {
                return e.toString();
            }
        });
        write(pipe);
        assertThat(reader.get()).isEqualTo("result");
        assertThat(Files.isRegularFile(pipe)).isFalse();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aDeviceIsWrittenToAndStaysADevice() throws IOException {
        write(Path.of("/dev/null"));
        assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> write(Path.of("/dev/full")));
    }

    @Test
    void aFolderIsRefusedAndAFileAskedFor() throws IOException {
        assertThatExceptionOfType(FileProblem.class).isThrownBy(() -> new TargetFile(folder).check(true))
                .withMessageContaining("is a folder");
        Path file = Files.writeString(folder.resolve("file"), "old");
        assertThatExceptionOfType(FileProblem.class).isThrownBy(() -> new TargetFile(file).check(false))
                .withMessageContaining("--force replaces it");
        new TargetFile(file).check(true);
    }

    private static void write(Path path) throws IOException {
        TargetFile target = new TargetFile(path);
        target.check(true);
        assertThat(target.write(FileBody.of("result".getBytes(StandardCharsets.US_ASCII)))).isEqualTo(6);
    }
}
