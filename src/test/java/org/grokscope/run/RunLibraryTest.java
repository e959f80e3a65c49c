package org.grokscope.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        Files.createDirectory(runs.resolve("notes"));
        Files.createDirectory(runs.resolve("broken"));
        Files.writeString(runs.resolve("broken/run.json"), "{");
        RunLibrary.Contents contents = new RunLibrary(runs).contents();
        assertThat(contents.runs()).extracting(run -> run.head().id()).containsExactly("add-97-seed-42",
                "add-97-seed-42-2");
        assertThat(contents.problems()).singleElement().asString().contains("broken");
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
        Samples.create(runs);
        assertThatExceptionOfType(RunProblem.class).isThrownBy(() -> new RunLibrary(runs).find("a run"))
                .withMessageContaining("add-97-seed-42, add-97-seed-42-2");
        assertThatExceptionOfType(RunProblem.class).isThrownBy(() -> new RunLibrary(runs).find("nobody"))
                .withMessageContaining("nobody");
    }
}
