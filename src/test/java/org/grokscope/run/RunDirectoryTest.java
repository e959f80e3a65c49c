package org.grokscope.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.grokscope.Needs;
import org.grokscope.SharesNothing;
import org.grokscope.file.FileProblem;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.Seeds;
import org.grokscope.settings.Settings;
import org.grokscope.text.InvalidSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SharesNothing
class RunDirectoryTest {
    @TempDir
    Path runs;

    @Test
    void whatIsMadeCanBeOpened() throws IOException {
        RunDirectory made = RunDirectory.create(runs, "my run", RunConfiguration.PAPER,
                new Lineage("parent", 1000, List.of("weightDecay")), Samples.ENVIRONMENT);
        assertThat(RunDirectory.open(made.path()).head()).isEqualTo(made.head());
        assertThat(made.head().id()).isEqualTo("add-97-seed-42-fork-1000-wd-1");
    }

    @Test
    void aRenamedOrCopiedFolderIsARunOfThatName() throws IOException {
        RunDirectory run = Samples.interrupted(runs, 200);
        Path copy = runs.resolve("a copy of mine");
        Files.move(run.path(), copy);
        assertThat(RunDirectory.open(copy).head().id()).isEqualTo("a copy of mine");
        assertThat(new RunLibrary(runs).contents().problems()).isEmpty();
        assertThat(RunDirectory.open(copy).history().evaluations()).hasSize(3);
    }

    @Test
    @Timeout(20)
    void aPipeInPlaceOfAFileHoldsNobodyUp() throws Exception {
        RunDirectory run = Samples.interrupted(runs, 200);
        for (String name : List.of("run.json", "notes.json", "writer.json", "metrics.jsonl",
                "checkpoints/step-00000200.safetensors")) {
            Path file = run.path().resolve(name);
            Files.deleteIfExists(file);
            Needs.that(new ProcessBuilder("mkfifo", file.toString()).start().waitFor() == 0,
                    "No pipe can be made here with mkfifo.");
        }
        assertThat(new RunLibrary(runs).contents().problems()).singleElement().asString()
                .contains("run.json is not an ordinary file");
        Files.delete(run.path().resolve("run.json"));
        Files.copy(Samples.create(runs).path().resolve("run.json"), run.path().resolve("run.json"));
        assertThat(RunDirectory.open(run.path()).history().leftOut()).hasSize(2);
        Files.delete(run.path().resolve("run.json"));
        Files.createSymbolicLink(run.path().resolve("run.json"), Path.of("/dev/zero"));
        assertThat(new RunLibrary(runs).contents().problems()).hasSize(1);
    }

    @Test
    void equalRunsGetFoldersOfTheirOwnHoweverManyAreMadeAtOnce() {
        Set<Path> paths = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 20).parallel().forEach(i -> {
            try {
                paths.add(Samples.create(runs).path());
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        assertThat(paths).hasSize(20).contains(runs.resolve("add-97-seed-42"), runs.resolve("add-97-seed-42-20"));
        assertThat(runs).isDirectoryNotContaining("glob:**/.new-*");
    }

    @Test
    void aRunsFolderThatCannotBeWrittenIsNamedAndNothingIsLeft() throws IOException {
        Path file = Files.writeString(runs.resolve("file"), "");
        assertThatExceptionOfType(FileProblem.class).isThrownBy(() -> Samples.create(file.resolve("runs")))
                .withMessage(file + " is no folder.");
        assertThat(runs).isDirectoryContaining("glob:**/file").isDirectoryNotContaining("glob:**/add*");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', value = {
            "\"schemaVersion\" : 1 | \"schemaVersion\" : 3 | schema version 3",
            "\"p\" : 97 | \"p\" : 1091 | 1091", "\"p\" : 97 | \"p\" : \"x\" | 'p' must be a whole number",
            "\"p\" : 97, | | 'p' must be", "\"weightDecay\" : 1.0 | \"weightDecay\" : -1 | at least 0",
            "\"id\" : \"add-97-seed-42\" | \"id\" : \"../../etc\" | plain name",
            "\"lineage\" : null | \"lineage\" : {\"parent\":\"../up\",\"step\":1} | plain name",
            "\"created\" : \"20 | \"created\" : \"x | time"})
    void aRunJsonThatCannotBeUsedIsRefusedWithAReason(String what, String instead, String reason) throws IOException {
        Path file = Samples.create(runs).headFile();
        String text = Files.readString(file);
        assertThat(text).contains(what);
        Files.writeString(file, text.replace(what, instead == null ? "" : instead));
        assertThatExceptionOfType(FileProblem.class).isThrownBy(() -> RunDirectory.open(runs.resolve("add-97-seed-42")))
                .withMessageContaining(reason);
    }

    @Test
    void aRunJsonCutAnywhereIsRefused() throws IOException {
        Path file = Samples.create(runs).headFile();
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length - 1; length += 7) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            assertThatExceptionOfType(FileProblem.class).isThrownBy(() -> RunDirectory.open(file.getParent()));
        }
    }

    @Test
    void renamingAndExtendingKeepEverythingElse() throws IOException {
        RunDirectory run = Samples.create(runs);
        run.rename("better");
        run.extend(9000);
        RunHead read = RunDirectory.open(run.path()).head();
        assertThat(read.name()).isEqualTo("better");
        assertThat(read.configuration()).isEqualTo(RunConfiguration.PAPER.ending(9000, 0));
        assertThat(ConfigurationHash.of(read.configuration())).isEqualTo(ConfigurationHash.of(RunConfiguration.PAPER));
    }

    @Test
    void theHashCoversWhatDeterminesTheNumbers() {
        assertThat(ConfigurationHash.of(RunConfiguration.PAPER.with(new Seeds(42, 43))))
                .isNotEqualTo(ConfigurationHash.of(RunConfiguration.PAPER));
    }

    @Test
    void settingsThatCannotBeUsedNameThemselves() {
        assertThatExceptionOfType(InvalidSetting.class)
                .isThrownBy(() -> RunConfiguration.PAPER.withWeightDecay(Double.NaN))
                .satisfies(problem -> assertThat(problem.setting()).isEqualTo("weightDecay"));
        assertThatExceptionOfType(InvalidSetting.class)
                .isThrownBy(() -> RunConfiguration.PAPER.with(Settings.BLOCKS, 5))
                .satisfies(problem -> assertThat(problem.setting()).isEqualTo("blocks"));
    }

    @Test
    void aCopiedFolderIsARunOfItsOwnByTheFoldersName() throws IOException {
        RunDirectory original = Samples.create(runs);
        Path copy = runs.resolve("a-backup");
        Files.createDirectories(copy.resolve("checkpoints"));
        Files.copy(original.path().resolve("run.json"), copy.resolve("run.json"));
        assertThat(RunDirectory.open(copy).head().id()).isEqualTo("a-backup");
        assertThat(new RunLibrary(runs).contents().problems()).isEmpty();
        assertThat(new RunLibrary(runs).find("a-backup").path()).isEqualTo(copy);
    }

    @Test
    void aSecondRunOfTheSameNameIsCountedInItsName() throws IOException {
        List<String> names = new ArrayList<>();
        for (String name : List.of("mine", "mine", "another", "mine")) {
            names.add(RunDirectory.create(runs, name, RunConfiguration.PAPER, null,
                    Samples.ENVIRONMENT).head().name());
        }
        assertThat(names).containsExactly("mine", "mine (2)", "another", "mine (4)");
    }
}
