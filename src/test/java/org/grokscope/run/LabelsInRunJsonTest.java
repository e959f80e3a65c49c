package org.grokscope.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.Settings;
import org.grokscope.task.Labels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelsInRunJsonTest {
    private static final RunConfiguration SHUFFLED = RunConfiguration.PAPER.with(Settings.LABELS, Labels.SHUFFLED);

    @TempDir
    Path runs;

    @Test
    void trueLabelsAreNotWrittenSoThatTheHashOfARunIsWhatItAlwaysWas() throws IOException {
        RunDirectory run = RunDirectory.create(runs, "true", RunConfiguration.PAPER, null, Samples.ENVIRONMENT);
        assertThat(Files.readString(run.headFile())).doesNotContain("labels");
        assertThat(ConfigurationHash.of(RunConfiguration.PAPER))
                .isEqualTo("bfe102e908db5ea70224168ebf65322f51888d103897e4f76679f4a028222889");
    }

    @Test
    void shuffledLabelsAreReadAgainAndAreAnotherRun() throws IOException {
        RunDirectory run = RunDirectory.create(runs, "shuffled", SHUFFLED, null, Samples.ENVIRONMENT);
        assertThat(RunDirectory.open(run.path()).head().configuration()).isEqualTo(SHUFFLED);
        assertThat(run.head().id()).isEqualTo("add-97-shuffled-seed-42");
        assertThat(ConfigurationHash.of(SHUFFLED)).isNotEqualTo(ConfigurationHash.of(RunConfiguration.PAPER));
    }
}
