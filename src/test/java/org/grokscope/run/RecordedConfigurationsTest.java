package org.grokscope.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.grokscope.file.Json;
import org.grokscope.file.JsonFields;
import org.grokscope.settings.RunConfiguration;
import org.junit.jupiter.api.Test;

/** The configurations of all runs that come with the program, recorded by older versions of it. */
class RecordedConfigurationsTest {
    private static final Path SAMPLES = Path.of("sample-runs");

    @Test
    void theyAreWrittenByteForByteAsTheyWereAndHaveTheSameHash() throws IOException {
        List<Path> heads;
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            heads = files.filter(file -> file.endsWith("run.json")).toList();
        }
        assertThat(heads).hasSizeGreaterThan(150);
        for (Path head : heads) {
            JsonNode recorded = Json.MAPPER.readTree(head.toFile());
            RunConfiguration configuration = ConfigurationDocument
                    .read(new JsonFields(head.toString(), recorded).in("configuration"));
            assertThat(Json.MAPPER.writeValueAsBytes(ConfigurationDocument.write(configuration))).as(head.toString())
                    .isEqualTo(Json.MAPPER.writeValueAsBytes(recorded.get("configuration")));
            assertThat(ConfigurationHash.of(configuration)).as(head.toString())
                    .isEqualTo(recorded.get("configurationHash").asText());
        }
    }

    @Test
    void theirCheckpointsBearTheSameHash() throws IOException {
        for (RunDirectory run : new RunLibrary(SAMPLES).runs()) {
            int step = run.checkpointSteps().getLast();
            assertThat(run.checkpoint(step).configurationHash()).as(run.head().id())
                    .isEqualTo(ConfigurationHash.of(run.head().configuration()));
        }
    }
}
