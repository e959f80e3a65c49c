package org.grokscope.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.OptionalInt;
import javafx.application.Platform;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.input.Clipboard;
import org.grokscope.study.Catalogue;
import org.grokscope.study.Study;
import org.grokscope.study.Trial;
import org.grokscope.study.Trial.Trained;
import org.grokscope.study.report.ReportFile;
import org.grokscope.study.report.WrittenRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs a study from the real window. */
@Timeout(120)
class RunAStudyTest extends WindowTest {
    private static final Study FALSE_ALARMS = Catalogue.of("false-alarms");

    @Test
    void aStudyWhoseRunsAreThereIsDoneAtOnceAndWritesItsReport() throws IOException {
        for (Trial cell : FALSE_ALARMS.cells(true)) {
            new WrittenRuns(folder).run(((Trained) cell).configuration(), 1000, OptionalInt.empty(),
                    OptionalInt.empty());
        }
        openStudies();
        choose(FALSE_ALARMS, true);
        robot.clickOn("#study-start");
        until(() -> text("#study-words").contains("The report is written"));
        assertThat(text("#study-words")).contains("2 of 2 runs done");
        assertThat(Files.readString(ReportFile.of(folder, "false-alarms", true))).contains("2 of 2 runs are done.");
        screenshot("study-light", find("#study-dialog").getScene());
        screenshot("study-button-small", 1000, 700);
        robot.interact(() -> workbench.model().dark().set(true));
        robot.clickOn("Close");
        openDialog();
        screenshot("study-dark", find("#study-dialog").getScene());
    }

    @Test
    void theCommandLineDoesTheSame() {
        openStudies();
        choose(Catalogue.of("fork-law"), true);
        robot.clickOn("#study-command");
        robot.interact(() -> assertThat(Clipboard.getSystemClipboard().getString())
                .startsWith("grokscope study fork-law --quick --runs "));
        screenshot("study-fork-law", find("#study-dialog").getScene());
    }

    private void openStudies() {
        openWithDialogs();
        openDialog();
    }

    private void openDialog() {
        robot.interact(() -> Platform.runLater(workbench::studies));
        until(() -> robot.lookup("#study-dialog").tryQuery().isPresent());
    }

    private void choose(Study study, boolean quick) {
        robot.interact(() -> {
            this.<ComboBox<Study>>find("#study-name").setValue(study);
            this.<CheckBox>find("#study-quick").setSelected(quick);
        });
    }
}
