package org.grokscope.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.grokscope.file.FileProblem;
import org.grokscope.settings.RunConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLibraryTest {
    @TempDir
    Path runs;

    @Test
    void aFolderThatIsNotThereHoldsNoRuns() throws IOException {
        assertThat(new RunLibrary(runs.resolve("none")).runs()).isEmpty();
    }

    @Test
    void runsAreListedOldestFirstAndOtherFoldersLeftOut() throws IOException {
        Samples.create(runs);
        Samples.create(runs);
        Files.createDirectories(runs.resolve("notes/today"));
        Files.createDirectory(runs.resolve("broken"));
        Files.writeString(runs.resolve("broken/run.json"), "{");
        RunLibrary.Contents contents = new RunLibrary(runs).contents();
        assertThat(contents.runs()).extracting(run -> run.head().id()).containsExactly("add-97-seed-42",
                "add-97-seed-42-2");
        assertThat(contents.problems()).singleElement().asString().contains("broken");
    }

    @Test
    void whatShouldBeARunAndIsNoneIsListedWithTheReason() throws IOException {
        RunDirectory sound = Samples.create(runs);
        RunDirectory tooNew = Samples.create(runs);
        Files.writeString(tooNew.headFile(), Files.readString(tooNew.headFile()).replace("\"schemaVersion\" : 1",
                "\"schemaVersion\" : 9"));
        Files.createDirectory(runs.resolve("empty"));
        Files.createDirectories(runs.resolve("headless/checkpoints"));
        Files.writeString(runs.resolve("file"), "no folder");
        Files.writeString(runs.resolve("list.txt"), "not ours");
        Files.createDirectories(runs.resolve("pictures/old"));
        Files.createSymbolicLink(runs.resolve("loop"), runs.resolve("loop"));
        Files.createSymbolicLink(runs.resolve("itself"), runs);
        Files.createDirectory(runs.resolve("bent"));
        Files.createSymbolicLink(runs.resolve("bent/run.json"), runs.resolve("bent/run.json"));
        RunLibrary.Contents contents = new RunLibrary(runs).contents();
        assertThat(contents.runs()).extracting(RunDirectory::path).containsExactly(sound.path());
        assertThat(contents.damaged()).extracting(it -> it.path().getFileName().toString(), DamagedRun::sentence)
                .satisfiesExactly(row -> assertThat(row.toList()).first().isEqualTo("add-97-seed-42-2"),
                        row -> assertThat(row.toList()).first().isEqualTo("bent"),
                        row -> assertThat(row.toList()).first().isEqualTo("empty"),
                        row -> assertThat(row.toList()).first().isEqualTo("file"),
                        row -> assertThat(row.toList()).first().isEqualTo("headless"),
                        row -> assertThat(row.toList()).first().isEqualTo("loop"));
        assertThat(String.join("\n", contents.problems())).contains("schema version 9", "it is empty", "is a file",
                "no run.json", "does not lead to a folder");
        assertThat(contents.problems()).allMatch(sentence -> sentence.endsWith(".") && !sentence.contains("\n"));
    }

    @Test
    void partsOfARunThatAreNoFilesAreLeftOutAndTheRestIsRead() throws IOException {
        RunDirectory run = Samples.create(runs);
        Files.delete(run.path().resolve("checkpoints"));
        Files.writeString(run.path().resolve("checkpoints"), "a file");
        Files.createDirectory(run.metricsFile());
        Files.createSymbolicLink(run.eventsFile(), run.eventsFile());
        assertThat(run.history().leftOut()).anyMatch(it -> it.startsWith("checkpoints"))
                .anyMatch(it -> it.startsWith("metrics.jsonl")).anyMatch(it -> it.startsWith("events.jsonl"));
        assertThat(run.history().head().id()).isEqualTo("add-97-seed-42");
    }

    @Test
    void aRunsFolderThatIsAFileIsRefused() throws IOException {
        Path file = Files.writeString(runs.resolve("file"), "");
        assertThatExceptionOfType(FileProblem.class).isThrownBy(() -> new RunLibrary(file).contents())
                .withMessageContaining("is a file");
    }

    @Test
    void aRunIsFoundByIdByItsOnlyNameAndByDirectory() throws IOException {
        RunDirectory run = Samples.create(runs);
        run.rename("the one");
        RunLibrary library = new RunLibrary(runs);
        assertThat(library.find("add-97-seed-42").path()).isEqualTo(run.path());
        assertThat(library.find("the one").path()).isEqualTo(run.path());
        assertThat(new RunLibrary(Path.of("elsewhere")).find(run.path().toString()).path()).isEqualTo(run.path());
    }

    @Test
    void aNameThatTwoRunsHaveIsRefusedWithTheirIds() throws IOException {
        Samples.create(runs);
        Samples.create(runs).rename("a run");
        assertThatExceptionOfType(FileProblem.class).isThrownBy(() -> new RunLibrary(runs).find("a run"))
                .withMessageContaining("add-97-seed-42, add-97-seed-42-2");
        assertThatExceptionOfType(FileProblem.class).isThrownBy(() -> new RunLibrary(runs).find("nobody"))
                .withMessageContaining("nobody");
    }

    /** A clock that was set back, or a parent copied from a machine in the future. */
    @Test
    void aForkStandsAfterItsParentWhateverTheClocksSaid() throws IOException {
        RunDirectory parent = created(Samples.create(runs), "2090-01-01T00:00:00Z");
        RunDirectory other = created(Samples.create(runs), "2026-06-11T12:00:00Z");
        RunDirectory fork = created(fork(parent), "2026-06-10T12:00:00Z");
        RunDirectory grandchild = created(fork(fork), "2026-06-09T12:00:00Z");
        assertThat(new RunLibrary(runs).runs()).extracting(RunDirectory::path).containsExactly(other.path(),
                parent.path(), fork.path(), grandchild.path());
    }

    @Test
    void runsThatNameEachOtherAsParentsAreListed() throws IOException {
        RunDirectory one = Samples.create(runs);
        RunDirectory two = fork(one);
        RunHead head = one.head();
        HeadDocument.write(one.headFile(), new RunHead(head.id(), head.name(), head.created(), head.configuration(),
                new Lineage(two.head().id(), 0, List.of(), 1), head.environment()));
        assertThat(new RunLibrary(runs).runs()).hasSize(2);
    }

    private RunDirectory fork(RunDirectory parent) throws IOException {
        return RunDirectory.create(runs, "a fork", RunConfiguration.PAPER,
                new Lineage(parent.head().id(), 0, List.of(), 1), Samples.ENVIRONMENT);
    }

    private static RunDirectory created(RunDirectory run, String time) throws IOException {
        RunHead head = run.head();
        HeadDocument.write(run.headFile(), new RunHead(head.id(), head.name(), Instant.parse(time),
                head.configuration(), head.lineage(), head.environment()));
        return RunDirectory.open(run.path());
    }
}
