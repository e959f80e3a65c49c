package org.grokscope.figure.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Leaves figures in every format under target/figures, for people to look at: mvn -Plooks test. */
@Tag("looks")
class ExportLooksTest {
    private static final Path FOLDER = Path.of("target", "figures");

    @Test
    void everyFigureInEveryFormat() throws IOException {
        Files.createDirectories(FOLDER);
        for (Map.Entry<String, SampleFigures.Figure> figure : SampleFigures.all().entrySet()) {
            for (ExportFormat format : ExportFormat.values()) {
                FigureExport export = new FigureExport(figure.getValue().content(), format, figure.getValue().size(),
                        ExportDetails.of(Path.of("runs")).at(200));
                assertThat(export.write(FOLDER.resolve(figure.getKey() + "." + format.label()), true).bytes())
                        .isPositive();
            }
        }
    }
}
