package org.grokscope.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.grokscope.run.RunDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunOutlineTest {
    @TempDir
    Path folder;

    @Test
    void aRunThatWaitsHasItsNameAndAllItsStepsAhead() throws Exception {
        RunDirectory run = TinyRun.create(folder, TinyRun.configuration(60));
        assertThat(RunOutline.of(Submission.of(run.path()))).isEqualTo(new RunOutline(run.head().name(), 0, 60));
    }

    @Test
    void oneThatGoesOnHasThoseBehindItsNewestCheckpointOrTheOneChosen() throws Exception {
        RunDirectory run = TinyRun.create(folder, TinyRun.configuration(60));
        TinyRun.finish(run);
        Path path = run.path();
        assertThat(RunOutline.of(new Submission(path, OptionalInt.empty(), OptionalInt.of(90))))
                .isEqualTo(new RunOutline(run.head().name(), 60, 90));
        assertThat(RunOutline.of(new Submission(path, OptionalInt.of(20), OptionalInt.of(90))))
                .isEqualTo(new RunOutline(run.head().name(), 20, 90));
    }

    @Test
    void whatCannotBeReadHasItsFoldersName() throws Exception {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThat(RunOutline.of(Submission.of(empty))).isEqualTo(new RunOutline("empty", 0, 0));
    }
}
