package org.grokscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.grokscope.SharesNothing;
import org.grokscope.file.LockFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The tensor library in an empty folder, as on a node of a cluster that has never seen the program. */
@Timeout(180)
@SharesNothing
@EnabledOnOs(OS.LINUX)
class UnpackingTest {
    @TempDir
    Path cache;

    @Test
    void whoeverComesWhileAnotherUnpacksWaits() throws Exception {
        Path pytorch = Files.createDirectories(cache.resolve("pytorch"));
        Path lock = pytorch.resolve("unpacking.lock");
        Process program;
        try (LockFile _ = LockFile.hold(lock)) {
            ProcessBuilder builder = new ProcessBuilder(Program.command("devices"));
            builder.environment().put("DJL_CACHE_DIR", cache.toString());
            program = builder.redirectOutput(cache.resolve("said").toFile()).redirectErrorStream(true).start();
            while (!opened(program, lock)) {
                assertThat(program.waitFor(20, TimeUnit.MILLISECONDS)).as("ended without waiting").isFalse();
            }
            assertThat(folders(pytorch)).isEmpty();
        }
        assertThat(program.waitFor()).isZero();
        assertThat(folders(pytorch)).hasSize(1);
    }

    private static boolean opened(Process process, Path file) throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
            return open.anyMatch(it -> leadsTo(it, file));
        }
    }

    private static boolean leadsTo(Path link, Path file) {
        try {
            return Files.readSymbolicLink(link).equals(file.toAbsolutePath());
        } catch (IOException closed) {
            return false;
        }
    }

    private static List<Path> folders(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isDirectory).toList();
        }
    }
}
