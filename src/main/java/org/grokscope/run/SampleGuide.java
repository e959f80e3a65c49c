package org.grokscope.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.grokscope.file.Json;
import org.grokscope.file.JsonFields;
import org.grokscope.file.OrdinaryFile;

/**
 * What is to be said of the runs that come with the program, in the order in which they teach: {@code samples.json} in
 * their folder.
 */
public record SampleGuide(List<Sample> samples) {
    private static final String FILE = "samples.json";

    /**
     * A sample.
     *
     * @param run its folder
     * @param caption what it shows, in a few words
     */
    public record Sample(Path run, String caption) {}

    public SampleGuide {
        samples = List.copyOf(samples);
    }

    /** Reads a folder's guide; empty when it has none. */
    public static SampleGuide of(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        List<Sample> samples = new ArrayList<>();
        if (Files.exists(file)) {
            for (JsonNode sample : Json.MAPPER.readTree(OrdinaryFile.read(file)).path("samples")) {
                JsonFields fields = new JsonFields(file.toString(), sample);
                samples.add(new Sample(folder.resolve(HeadDocument.plainName(file, "run", fields.text("run"))),
                        fields.text("caption")));
            }
        }
        return new SampleGuide(samples);
    }
}
