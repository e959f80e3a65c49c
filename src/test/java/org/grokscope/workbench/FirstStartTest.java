package org.grokscope.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.grokscope.run.BundledRuns;
import org.grokscope.run.RunState;
import org.grokscope.workbench.runs.RunsModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What whoever starts the program for the first time finds, and the keys. */
@Timeout(180)
class FirstStartTest extends WindowTest {
    @TempDir
    private Path samples;

    @BeforeEach
    void installSamples() throws IOException {
        System.setProperty(BundledRuns.PROPERTY, samples.toString());
        try (SavedRuns saved = new SavedRuns(samples)) {
            saved.save(Runs.run("sample", "a sample", 1, RunState.FINISHED, 8000));
        }
    }

    @AfterEach
    void removeSamples() {
        System.clearProperty(BundledRuns.PROPERTY);
    }

    private RunsModel runs() {
        return workbench.model().runs();
    }

    @Test
    void theFirstStartShowsTheSamplesAndAHintThatIsClosedForGood() {
        open();
        until(() -> runs().chosen().get().isPresent());
        assertThat(chosen().head().name()).isEqualTo("a sample");
        assertThat(find("#hint").isVisible()).isTrue();
        screenshot("first-start-light", 1440, 900);
        robot.interact(() -> workbench.model().dark().set(true));
        screenshot("first-start-dark", 1000, 700);
        robot.interact(() -> this.<Button>find("#hint-close").fire());
        assertThat(find("#hint").getParent().isVisible()).isFalse();
        close();
        open();
        until(() -> runs().chosen().get().isPresent());
        assertThat(find("#hint").getParent().isVisible()).isFalse();
    }

    @Test
    void samplesThatWereClosedStayClosed() {
        open();
        until(() -> runs().runs().get().size() == 1);
        robot.interact(() -> workbench.folders().close(samples));
        until(() -> runs().runs().get().isEmpty());
        close();
        open();
        assertThat(runs().runs().get()).isEmpty();
    }

    @Test
    void samplesCannotBeChangedNorDeleted() throws IOException {
        open();
        until(() -> runs().runs().get().size() == 1);
        String id = runs().runs().get().getFirst().head().id();
        robot.interact(() -> workbench.runActions().star(List.of(id)));
        until(() -> workbench.model().notice().get().isPresent());
        assertThat(text("#notice")).contains("came with the program and cannot be changed", "Fork it");
        robot.interact(() -> workbench.runActions().delete(List.of(id)));
        assertThat(text("#notice")).contains("cannot be changed", "close its folder");
        assertThat(workbench.model().notice().get()).as("nothing went wrong").get().returns(false, Notice::wrong);
        assertThat(Path.of(id)).isDirectory();
        assertThat(Files.list(Path.of(id))).noneMatch(file -> file.endsWith("notes.json"));
    }

    @Test
    void aNoteOnASampleIsRefusedBeforeItIsTyped() {
        openWithDialogs();
        until(() -> runs().chosen().get().isPresent());
        for (KeyCode key : List.of(KeyCode.N, KeyCode.T, KeyCode.F2)) {
            robot.interact(() -> {
                workbench.model().notice().set(Optional.empty());
                find("#runs").requestFocus();
            });
            robot.type(key);
            until(() -> workbench.model().notice().get().isPresent());
            assertThat(text("#notice"))
                    .endsWith(" came with the program and cannot be changed. Fork it: its copy is yours to change.");
            assertThat(robot.lookup("#answer").tryQuery()).isEmpty();
        }
    }

    @Test
    void aSampleIsNotContinuedAndThatIsSaidBeforeAStepIsAskedFor() {
        furtherTo = OptionalInt.of(9000);
        open();
        until(() -> runs().chosen().get().isPresent());
        robot.interact(() -> workbench.runActions().continueTo(chosen().head().id()));
        assertThat(workbench.model().notice().get()).get().returns(false, Notice::wrong);
        assertThat(text("#notice")).endsWith("Fork it: its copy is yours to change.");
    }

    @Test
    void theSidePanesFoldAndFReturnsTheInspector() {
        open();
        until(() -> runs().chosen().get().isPresent());
        robot.press(KeyCode.CONTROL).type(KeyCode.B).type(KeyCode.I).release(KeyCode.CONTROL);
        until(() -> robot.lookup("#runs").tryQuery().isEmpty() && robot.lookup(".inspector").tryQuery().isEmpty());
        screenshot("folded", 1000, 700);
        robot.type(KeyCode.F);
        until(() -> robot.lookup(".inspector").tryQuery().isPresent());
        screenshot("folded-left", 1440, 900);
        robot.press(KeyCode.CONTROL).type(KeyCode.F).release(KeyCode.CONTROL);
        until(() -> find("#filter").isFocused());
        screenshot("unfolded", 1440, 900);
    }

    @Test
    void plusIsAlsoShiftAndEquals() {
        open();
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.EQUALS).release(KeyCode.SHIFT, KeyCode.CONTROL);
        until(() -> workbench.preferences().textSize().get() == 14);
    }

    @Test
    void f1AndTheQuestionMarkListTheKeys() {
        open();
        robot.type(KeyCode.F1);
        until(() -> robot.lookup("#shortcuts").tryQuery().isPresent());
        assertThat(robot.lookup(".shortcut-key").<Label>queryAll()).extracting(Label::getText).contains("Ctrl+N", "F2",
                "F1 or ?");
        screenshot("shortcuts", find("#shortcuts").getScene());
        robot.type(KeyCode.ESCAPE);
        until(() -> robot.lookup("#shortcuts").tryQuery().isEmpty());
    }

    @Test
    void theTextGrowsByTheKeyboardAndStaysSo() {
        open();
        robot.press(KeyCode.CONTROL).type(KeyCode.PLUS).type(KeyCode.PLUS).release(KeyCode.CONTROL);
        until(() -> robot.lookup("#status").queryLabeled().getFont().getSize() > 14);
        screenshot("large-text", 1440, 900);
        close();
        open();
        assertThat(workbench.preferences().textSize().get()).isEqualTo(15);
    }

    @Test
    void everyButtonWithoutWordsSaysWhatItDoes() {
        open();
        until(() -> runs().chosen().get().isPresent());
        for (Page page : Page.values()) {
            robot.interact(() -> workbench.model().page().set(page));
            assertThat(robot.lookup(".button, .menu-button, .toggle-button").<ButtonBase>queryAll())
                    .filteredOn(button -> button.getText() == null || button.getText().isEmpty())
                    .filteredOn(button -> button.getStyleClass().stream().noneMatch(style -> style.contains("arrow")))
                    .allSatisfy(button -> assertThat(button.getTooltip()).as(button.toString()).isNotNull());
        }
    }
}
