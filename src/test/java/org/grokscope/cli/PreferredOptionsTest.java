package org.grokscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

class PreferredOptionsTest {
    @Command
    private static final class Bare {
        @Spec
        private @Nullable CommandSpec spec;
        @Mixin
        private RunsFolder runs = new RunsFolder();

        Path folder(String preferred, String... words) {
            new CommandLine(this).parseArgs(words);
            return runs.path(preferred, spec);
        }
    }

    @Test
    void theCommandLineGoesBeforeWhatAPersonPrefers() {
        assertThat(new Bare().folder("/preferred", "--runs", "here")).isEqualTo(Path.of("here"));
    }

    @Test
    void whatAPersonPrefersGoesBeforeTheUsualFolder() {
        Assumptions.assumeTrue(System.getenv("GROKSCOPE_RUNS") == null);
        assertThat(new Bare().folder("/preferred")).isEqualTo(Path.of("/preferred"));
        assertThat(new Bare().folder("").getFileName()).isEqualTo(Path.of(System.getProperty("grokscope.runs", "runs"))
                .getFileName());
    }
}
