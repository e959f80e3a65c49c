package org.grokscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.grokscope.SharesNothing;
import org.grokscope.run.Fuzz;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunLibrary;
import org.grokscope.run.RunNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.ParameterException;

/** Whatever a layout says, it is a figure or is refused in a sentence. */
@Timeout(1800)
@SharesNothing
class FuzzedLayoutTest {
    private static final Path SAMPLES = Path.of("sample-runs");
    private static final String LAYOUT = """
            {"columns": 2, "sharedSteps": true, "parts": [
              {"figure": "accuracy", "runs": ["add-53-seed-42"], "options": "--log --from 100"},
              {"figure": "compare", "runs": ["add-53-seed-42"], "options": ["--measure", "fsd"]}, {"figure": "weight-norm"}]}
            """;

    @TempDir
    Path folder;

    @Test
    void isReadOrRefused() throws IOException {
        Path file = folder.resolve("layout.json");
        RunDirectory run = RunDirectory.open(SAMPLES.resolve("add-53-seed-42"));
        Fuzz.damage(LAYOUT, bytes -> {
            Files.write(file, bytes);
            try {
                Layout.read(file.toString()).content(List.of("add-53-seed-42"), names -> {
                    for (String name : names) {
                        if (!name.equals("add-53-seed-42")) {
                            new RunLibrary(folder).find(name);
                        }
                    }
                    return List.of(run);
                }, new RunNames(SAMPLES));
            } catch (ParameterException wrongOption) {
                assertThat(wrongOption.getMessage()).isNotBlank().doesNotContain("\n");
            }
        });
    }
}
