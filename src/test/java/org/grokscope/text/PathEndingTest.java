package org.grokscope.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.grokscope.SharesNothing;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SharesNothing
class PathEndingTest {
    @ParameterizedTest
    @CsvSource({
            "/home/ada/runs, /home/ada/runs, runs",
            "/home/ada/runs, /home/ada/runs|/home/ada/samples, runs",
            "/home/ada/thesis/runs, /home/ada/thesis/runs|/home/ada/course/runs, thesis/runs",
            "/a/x/runs, /a/x/runs|/b/x/runs|/c/y/runs, a/x/runs",
            "/runs, /runs|/home/ada/runs, /runs",
            "/home/ada/runs, /runs|/home/ada/runs, ada/runs",
            "/, /|/runs, /"})
    void aPathIsAsShortAsItIsToldFromTheOthers(Path path, String others, String said) {
        List<Path> all = Arrays.stream(others.split("\\|")).map(Path::of).toList();
        assertThat(PathEnding.of(path, all)).isEqualTo(said);
    }
}
