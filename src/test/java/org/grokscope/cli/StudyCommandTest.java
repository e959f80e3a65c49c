package org.grokscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.grokscope.run.BundledRuns;
import org.grokscope.study.Catalogue;
import org.grokscope.study.Study;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyCommandTest {

    @TempDir
    Path folder;

    @BeforeEach
    void noRunsComeWithTheProgram() {
        System.setProperty(BundledRuns.PROPERTY, folder.resolve("none").toString());
    }

    @AfterEach
    void theProgramsOwnRuns() {
        System.clearProperty(BundledRuns.PROPERTY);
    }

    @Test
    void aStudyThatIsNoneIsNamedAndMakesNothing() {
        Path runs = folder.resolve("runs");
        Call call = Call.grokscope("study", "nix", "--runs", runs);
        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.err()).contains("There is no study 'nix'", "fork-law").hasLineCount(1);
        assertThat(runs).doesNotExist();
    }

    @Test
    void aReportOnAFolderThatIsNotThereIsRefused() {
        Path runs = folder.resolve("runs");
        Call call = Call.grokscope("study", "leads", "--report", "--runs", runs);
        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.err()).contains("does not exist").hasLineCount(1);
        assertThat(runs).doesNotExist();
    }

    @Test
    void anAlarmThatIsNotInTheRaceIsRefusedAndMakesNothing() {
        Path runs = folder.resolve("runs");
        Call call = Call.grokscope("study", "race", "--alarm", "rank<=2", "--runs", runs);
        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.err()).contains("No alarm of the race is of rank").hasLineCount(1);
        assertThat(Call.grokscope("study", "race", "--alarm", "fsd>=0.5", "--alarm", "fsd>=0.6", "--runs", runs).err())
                .contains("Two alarms of fsd").hasLineCount(1);
        assertThat(runs).doesNotExist();
    }

    @Test
    void aPlaceForTheReportIsLookedForBeforeAnythingIsTrained() throws IOException {
        Path runs = Files.createDirectory(folder.resolve("runs"));
        Files.writeString(runs.resolve("reports"), "mine");
        Call call = Call.grokscope("study", "leads", "--quick", "--runs", runs);
        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.err()).contains("reports is no folder").hasLineCount(1);
        assertThat(runs).isDirectoryNotContaining(Files::isDirectory);
    }

    @Test
    void theJsonNamesEveryCellAndTheReport() throws IOException {
        Call call = Call.grokscope("study", "leads", "--report", "--quick", "--json", "--runs", folder);
        assertThat(call.exitCode()).isZero();
        JsonNode result = new ObjectMapper().readTree(call.out());
        assertThat(result.get("cells")).hasSize(4);
        assertThat(result.get("cells").get(0).get("state").asText()).isEqualTo("missing");
        assertThat(result.get("complete").asBoolean()).isFalse();
        assertThat(Files.readString(Path.of(result.get("report").asText()))).contains("0 of 4 runs are done.");
    }

    @Test
    void theHelpNamesTheStudiesAndTheirFewRuns() {
        String help = Call.grokscope("study", "--help").out();
        for (Study study : Catalogue.all()) {
            assertThat(help).contains(study.name() + ": ").contains(study.cells().size() + " runs; + ");
        }
    }
}
