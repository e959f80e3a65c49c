package org.grokscope.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.grokscope.SharesNothing;
import org.grokscope.file.FileProblem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tours are small files that teachers write by hand. */
@SharesNothing
class TourTest {
    private static final String STATION = """
            {"title": "Look", "page": "circuit", "step": 100, "say": "There is something.", "do": "Look at it."}""";

    @TempDir
    private Path runs;
    private Path run;

    @BeforeEach
    void twoRuns() throws IOException {
        run = folder("one");
        folder("two");
    }

    private Path folder(String name) throws IOException {
        Path folder = Files.createDirectory(runs.resolve(name));
        Files.writeString(folder.resolve("run.json"), "{}");
        return folder;
    }

    @Test
    void aTourIsReadStationByStation() throws IOException {
        assertThat(Tour.beside(run)).isFalse();
        write("{\"title\": \"T\", \"stations\": [" + STATION + ", "
                + STATION.replace("\"step\": 100", "\"run\": [\"one\", \"two\"]").replace("circuit", "compare") + "]}");
        assertThat(Tour.beside(run)).isTrue();
        Tour tour = Tour.read(run);
        assertThat(tour.stations()).containsExactly(
                new Tour.Station("Look", List.of(run), Tour.View.CIRCUIT, OptionalInt.of(100), "There is something.",
                        "Look at it."),
                new Tour.Station("Look", List.of(run, runs.resolve("two")), Tour.View.COMPARE, OptionalInt.empty(),
                        "There is something.", "Look at it."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "\"circuit\"|\"circus\"|, station 1: 'page' must be one of timeline, circuit, forks, compare.",
            "100|-1|, station 1: 'step' must be a step, which is 0 or more.",
            "100|\"soon\"|, station 1: 'step' must be a whole number of at most 2,147,483,647.",
            "\"do\"|\"undo\"|, station 1: 'do' must be a text.",
            "\"There is something.\"|\" \"|, station 1: 'say' must be a text of 1 to 300 characters.",
            "\"step\": 100|\"run\": \"three\"|, station 1: there is no run three beside it.",
            "\"step\": 100|\"run\": \"../one\"|, station 1: 'run' must be the plain name of a folder.",
            "\"step\": 100|\"run\": 7|, station 1: 'run' must be the name of a folder, or a list of them."})
    void whatIsWrongWithAStationIsSaidInOneSentence(String right, String wrong, String sentence) throws IOException {
        write("{\"title\": \"T\", \"stations\": [" + STATION.replace(right, wrong) + "]}");
        assertThatExceptionOfType(FileProblem.class).isThrownBy(() -> Tour.read(run))
                .withMessage(run.resolve(Tour.FILE) + sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {"{|~ is not JSON.~",
            "[]|: 'stations' must be a list of 1 to 20 stations.",
            "{\"stations\": []}|: 'stations' must be a list of 1 to 20 stations."})
    void whatIsNoTourIsSaidInOneSentence(String content, String sentence) throws IOException {
        write(content);
        assertThatExceptionOfType(FileProblem.class).isThrownBy(() -> Tour.read(run))
                .withMessage(run.resolve(Tour.FILE) + sentence);
    }

    @Test
    void withoutAFileThereIsNone() {
        assertThatExceptionOfType(FileProblem.class).isThrownBy(() -> Tour.read(run))
                .withMessage("The run one has no tour.json.");
    }

    @Test
    void theTourOfTheProgramHasFiveStations() throws IOException {
        Tour tour = Tour.read(Path.of("sample-runs", "add-97-seed-123").toAbsolutePath());
        assertThat(tour.stations()).extracting(Tour.Station::title).containsExactly("Memorise", "Synchronise", "Grok",
                "Fork", "The law");
    }

    private void write(String content) throws IOException {
        Files.writeString(run.resolve(Tour.FILE), content);
    }
}
