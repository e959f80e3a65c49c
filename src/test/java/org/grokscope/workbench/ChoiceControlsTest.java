package org.grokscope.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.Styles;
import java.io.IOException;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.controlsfx.control.CheckComboBox;
import org.controlsfx.control.SegmentedButton;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Panel;
import org.junit.jupiter.api.Test;

/**
 * Every control of ControlsFX in the window is shown once: its faults appear only then. The list of tasks, whose popover opens
 * where the headless screen ends, is shown in {@link DialogsOnADisplayTest}.
 */
class ChoiceControlsTest extends WindowTest {
    @Test
    void chartsAreTickedInAList() throws IOException {
        try (SavedRuns saved = new SavedRuns(folder)) {
            WorkbenchLooksTest.many(saved);
            open();
            robot.clickOn("#panels");
            until(() -> robot.lookup("Loss").tryQuery().isPresent());
            screenshotOfPopup("charts-light");
            robot.clickOn("Loss");
            until(() -> panels().contains(Panel.LOSS));
            robot.clickOn("Loss");
            until(() -> !panels().contains(Panel.LOSS));
            robot.type(KeyCode.ESCAPE);
            robot.interact(() -> workbench.model().dark().set(true));
            robot.clickOn("#panels");
            until(() -> robot.lookup("Loss").tryQuery().isPresent());
            screenshotOfPopup("charts-dark");
            robot.interact(() -> workbench.model().timeline().panelsProperty().set(List.of(Panel.ACCURACY)));
            robot.clickOn("Accuracy");
            until(() -> this.<CheckComboBox<Panel>>find("#panels").getCheckModel().isChecked(Panel.ACCURACY));
            assertThat(panels()).as("the last one stays").containsExactly(Panel.ACCURACY);
        }
    }

    @Test
    void aMeasureIsFoundByALetterOrTwo() throws IOException {
        try (SavedRuns saved = new SavedRuns(folder)) {
            WorkbenchLooksTest.many(saved);
            open();
            robot.interact(() -> workbench.model().runs().select(workbench.model().runs().runs().get().stream()
                    .map(run -> run.head().id()).limit(3).toList()));
            robot.interact(() -> workbench.model().page().set(Page.COMPARE));
            until(() -> find("#compare-measure").isVisible());
            screenshot("compare-light", 1440, 900);
            robot.clickOn("#compare-measure");
            robot.write("norm");
            screenshotOfPopup("measure-light");
            robot.type(KeyCode.DOWN, KeyCode.ENTER);
            until(() -> this.<ComboBox<Measure>>find("#compare-measure").getValue() == Measure.WEIGHT_NORM);
            robot.interact(() -> workbench.model().dark().set(true));
            screenshot("compare-dark", 1440, 900);
        }
    }

    @Test
    void onePageIsAlwaysChosen() {
        open();
        SegmentedButton pages = find(".page-tabs");
        robot.clickOn("#page-circuit").clickOn("#page-circuit");
        assertThat(pages.getButtons()).filteredOn(tab -> tab.isSelected()).extracting(tab -> tab.getId())
                .containsExactly("page-circuit");
    }

    @Test
    void aFieldIsMarkedForAsLongAsItsValueIsWrong() {
        openWithDialogs();
        robot.interact(() -> Platform.runLater(workbench::newRun));
        until(() -> robot.lookup("#new-run-p").tryQuery().isPresent());
        Control p = find("#new-run-p");
        TextField typed = find("#new-run-p-text");
        robot.interact(() -> typed.setText("1"));
        until(() -> p.getPseudoClassStates().contains(Styles.STATE_DANGER));
        robot.interact(() -> typed.setText("97"));
        until(() -> !p.getPseudoClassStates().contains(Styles.STATE_DANGER));
        robot.type(KeyCode.ESCAPE);
    }

    private List<Panel> panels() {
        return workbench.model().timeline().panelsProperty().get();
    }
}
