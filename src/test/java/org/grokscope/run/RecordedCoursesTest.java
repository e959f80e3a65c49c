package org.grokscope.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.grokscope.SharesNothing;
import org.grokscope.measure.GrokCourse;
import org.grokscope.measure.Milestone;
import org.junit.jupiter.api.Test;

/** The runs that predictions rest on are those that the studies left. */
@SharesNothing
class RecordedCoursesTest {
    private static final Path RESOURCE = Path.of("src/main/resources/org/grokscope/run/recorded-courses.tsv");
    private static final List<Path> STUDIES = List.of(Path.of("sample-runs/studies/architectures"),
            Path.of("sample-runs/studies/leads"));

    @Test
    void areTheRunsOfTheStudiesThatGrokked() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path study : STUDIES) {
            for (Path run : runs(study)) {
                RunHistory history = RunDirectory.open(run).history();
                if (history.milestones().step(Milestone.GROKKED).isPresent()) {
                    var settings = history.head().configuration();
                    lines.add(RecordedCourses.line(GrokPredictor.origin(settings), GrokCourse.of(history.evaluations(),
                            history.milestones(), settings.optimizer().learningRate(), settings.task().p())));
                }
            }
        }
        if (Boolean.getBoolean("grokscope.approve")) {
            Files.write(RESOURCE, lines);
        }
        assertThat(Files.readAllLines(RESOURCE)).isEqualTo(lines);
    }

    private static List<Path> runs(Path study) throws IOException {
        try (Stream<Path> runs = Files.list(study)) {
            return runs.sorted().toList();
        }
    }
}
