package org.grokscope.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runs that come with the program stay as they are, whoever forks them. */
class ForkedSampleTest {
    private static final Path SAMPLE = Path.of("sample-runs/add-97-mlp-only-seed-42");

    @TempDir
    private Path place;

    @AfterEach
    void forgetTheSamples() {
        System.clearProperty(BundledRuns.PROPERTY);
    }

    @Test
    void aForkLeavesItAsItIs() throws IOException {
        Path samples = Files.createDirectory(place.resolve("samples"));
        Path sample = samples.resolve(SAMPLE.getFileName());
        copy(SAMPLE, sample);
        System.setProperty(BundledRuns.PROPERTY, samples.toString());
        Map<String, FileTime> before = files(sample);
        RunDirectory parent = RunDirectory.open(sample);
        Environment environment = parent.head().environment();
        List<RunDirectory> made = Fork.create(parent, ForkRequest.of(100, List.of(2.0)), place.resolve("runs"),
                _ -> environment);
        assertThat(made).isNotEmpty();
        assertThat(files(sample)).isEqualTo(before);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }

    private static Map<String, FileTime> files(Path folder) throws IOException {
        Map<String, FileTime> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(path).toString(), Files.getLastModifiedTime(path));
            }
        }
        return files;
    }
}
