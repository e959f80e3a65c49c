package org.grokscope.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.grokscope.SharesNothing;
import org.grokscope.file.FileProblem;
import org.grokscope.measure.Evaluation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the files of a run hold, they are read, left out, or refused in a sentence, and nothing outside is touched. */
@SharesNothing
@Timeout(1800)
class FuzzTest {
    @TempDir
    Path folder;
    private Path runs;
    private RunDirectory run;

    @BeforeEach
    void make() throws IOException {
        runs = Files.createDirectory(folder.resolve("runs"));
        run = Samples.interrupted(runs, 400);
        run.annotate(notes -> notes.named("λ").starred(true).noted("Odd.\nLook again.").tagged(List.of("paper")));
        Files.writeString(run.ownerFile(), "{\"pid\":1,\"started\":2,\"host\":\"here\",\"folder\":\"(dev=1,ino=2)\"}");
        Files.writeString(runs.resolve("samples.json"),
                "{\"samples\":[{\"run\":\"add-97-seed-42\",\"caption\":\"it groks\"}]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run.json", "metrics.jsonl", "events.jsonl", "notes.json", "writer.json",
            "checkpoints/step-00000400.safetensors"})
    void aFileOfARun(String name) throws IOException {
        Path file = run.path().resolve(name);
        Fuzz.damage(Files.readAllBytes(file), bytes -> {
            Files.write(file, bytes);
            new RunLibrary(runs).contents();
            RunDirectory open = RunDirectory.open(run.path());
            assertThat(open.path()).isEqualTo(run.path());
            RunHistory history = open.history();
            assertThat(history.evaluations()).extracting(Evaluation::step).isSorted().doesNotHaveDuplicates();
            history.leftOut().forEach(sentence -> assertThat(sentence).isNotBlank().doesNotContain("\n"));
            open.owner();
            ResumePoint.of(open, OptionalInt.empty());
        });
        assertNothingOutside();
    }

    @Test
    void aGuideToSamples() throws IOException {
        Path file = runs.resolve("samples.json");
        Fuzz.damage(Files.readAllBytes(file), bytes -> {
            Files.write(file, bytes);
            try {
                SampleGuide.of(runs).samples()
                        .forEach(sample -> assertThat(sample.run().normalize().getParent()).isEqualTo(runs));
            } catch (JsonProcessingException noJson) {
                assertThat(new String(bytes, StandardCharsets.UTF_8)).isNotNull();
            }
        });
    }

    /** Found with seed 5099691490479: a threshold that is no number broke the list of all runs. */
    @ParameterizedTest
    @ValueSource(strings = {"1e999", "-1e999"})
    void aThresholdThatIsNoNumberIsRefused(String threshold) throws IOException {
        String text = Files.readString(run.headFile());
        String changed = text.replaceFirst("\"ceilingFsd\"\\s*:\\s*[0-9.]+", "\"ceilingFsd\":" + threshold);
        assertThat(changed).isNotEqualTo(text);
        Files.writeString(run.headFile(), changed);
        assertThat(new RunLibrary(runs).contents().problems()).singleElement().asString()
                .contains("A threshold must be a finite number.");
    }

    /** Found by hand: a sample may not lie anywhere else. */
    @ParameterizedTest
    @ValueSource(strings = {"../elsewhere", "/etc", "a/../../b", "\\u0000", "\\ud800", ".."})
    void aGuideThatLeadsOutIsRefused(String name) throws IOException {
        Files.writeString(runs.resolve("samples.json"),
                "{\"samples\":[{\"run\":\"" + name + "\",\"caption\":\"it groks\"}]}");
        assertThatExceptionOfType(FileProblem.class).isThrownBy(() -> SampleGuide.of(runs));
    }

    /** Paths from files never leave the run: neither ids nor parents may be paths. */
    @ParameterizedTest
    @ValueSource(strings = {"../elsewhere", "/etc/passwd", "a/b", "..", "", ".hidden", "c:d"})
    void aRunThatNamesAPathIsRefused(String name) throws IOException {
        String text = Files.readString(run.headFile());
        Files.writeString(run.headFile(), text.replaceFirst("\"lineage\"\\s*:\\s*null",
                "\"lineage\":{\"parent\":\"" + name + "\",\"step\":0,\"changes\":[]}"));
        assertThatExceptionOfType(FileProblem.class).isThrownBy(() -> RunDirectory.open(run.path()));
        Files.writeString(run.headFile(), text.replaceFirst("\"id\"\\s*:\\s*\"[^\"]*\"", "\"id\":\"" + name + "\""));
        assertThatExceptionOfType(FileProblem.class).isThrownBy(() -> RunDirectory.open(run.path()));
    }

    private void assertNothingOutside() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            assertThat(entries).containsExactly(runs);
        }
    }
}
