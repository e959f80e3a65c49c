package org.grokscope.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.grokscope.SharesNothing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SharesNothing
class AtomicFileTest {
    private static final int WRITES = 200;

    @TempDir
    Path folder;

    @Test
    void twoWritersOfOneFileNeverDisturbEachOther() throws Exception {
        Path file = folder.resolve("notes.json");
        List<Callable<Integer>> writers = IntStream.range(0, 2).mapToObj(writer -> (Callable<Integer>) () -> {
            for (int i = 0; i < WRITES; i++) {
                AtomicFile.write(file, bytes(Integer.toString(writer).repeat(10_000)));
                assertThat(Files.readString(file)).matches("0{10000}|1{10000}");
            }
            return WRITES;
        }).toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (Future<Integer> done : threads.invokeAll(writers)) {
                assertThat(done.get()).isEqualTo(WRITES);
            }
        }
        assertThat(names()).containsExactly("notes.json");
    }

    /** Some file systems move no file onto another. */
    @Test
    void aFileSystemThatReplacesNoFileIsToldAndTheOldOneStays() throws IOException {
        Path file = Files.writeString(folder.resolve("run.json"), "old");
        assertThatThrownBy(() -> AtomicFile.write(file, (old, _) -> {
            throw new FileAlreadyExistsException(old.toString());
        }, bytes("new"))).isInstanceOf(IOException.class).extracting(ProblemSentence::of).asString()
                .contains("replaces no file in one step", "keep it on another disk");
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("run.json");
    }

    @Test
    void whatIsNotWrittenToItsEndLeavesTheOldFile() throws IOException {
        Path file = Files.writeString(folder.resolve("table.csv"), "old");
        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
            out.write(new byte[1 << 20]);
            throw new IllegalStateException("told no further");
        })).hasMessage("told no further");
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("table.csv");
        AtomicFile.write(file, FileBody.of("new".getBytes(StandardCharsets.UTF_8)));
        assertThat(file).hasContent("new");
        assertThat(names()).containsExactly("table.csv");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(it -> it.getFileName().toString()).toList();
        }
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }
}
