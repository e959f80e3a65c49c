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
