package org.grokscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.grokscope.SharesNothing;
import org.grokscope.run.RunDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program speaks English on a system that writes numbers with other digits. */
@Timeout(180)
@SharesNothing
class LanguageTest {
    private static final List<String> ARABIC = List.of("-Duser.language=ar", "-Duser.country=EG");

    @TempDir
    Path runs;

    @Test
    void filesAndNumbersAreTheSameEverywhere() throws Exception {
        assertThat(Program.run(arabic(Program.trainTiny(runs, 20, 10, 10))).exitCode()).isZero();
        RunDirectory run = RunDirectory.open(runs.resolve("add-7-seed-42"));
        assertThat(run.checkpointSteps()).containsExactly(0, 10, 20);
        run.extend(8000);
        assertThat(Program.run(arabic(Program.command("show", run.path()))).said()).contains("at step 20 of 8,000");
    }

    private static List<String> arabic(List<String> command) {
        command.addAll(1, ARABIC);
        return command;
    }
}
