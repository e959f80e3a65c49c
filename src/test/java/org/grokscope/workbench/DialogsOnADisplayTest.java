package org.grokscope.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.grokscope.measure.Panel;
import org.grokscope.run.RunState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sizes and focus of dialogs as a window manager gives them, which the headless platform does not show. */
@Tag("display")
@Timeout(180)
class DialogsOnADisplayTest extends WindowTest {
    private SavedRuns saved;

    @BeforeEach
    void openTheWindow() throws IOException {
        saved = new SavedRuns(folder);
        saved.save(Runs.run("a", "a run", 1, RunState.FINISHED, 8000));
        openWithDialogs();
        until(() -> workbench.model().runs().chosen().get().isPresent());
        robot.interact(() -> {
            stage.setWidth(1440);
            stage.setHeight(860);
        });
        until(stage::isFocused);
    }

    @AfterEach
    void closeTheRuns() throws IOException {
        saved.close();
    }

    private double newRunHeight() {
        robot.press(KeyCode.CONTROL).type(KeyCode.N).release(KeyCode.CONTROL);
        until(() -> robot.lookup("#new-run-dialog").tryQuery().filter(it -> inFront(it.getScene().getWindow()))
                .isPresent());
        return find("#new-run-dialog").getScene().getHeight();
    }

    private static boolean inFront(Window window) {
        return window.isShowing() && window.isFocused();
    }

    private void askForANote() {
        robot.interact(() -> find("#runs").requestFocus());
        robot.type(KeyCode.N);
        until(() -> robot.lookup("#answer").tryQuery().filter(it -> inFront(it.getScene().getWindow())).isPresent());
    }

    @Test
    void theFirstDialogShowsItsFields() {
        assertThat(newRunHeight()).isBetween(600.0, 850.0);
        Node start = find("#new-run-start");
        assertThat(start.localToScene(start.getBoundsInLocal()).getMaxX()).as("no button is cut off")
                .isLessThan(start.getScene().getWidth());
    }

    @Test
    void aDialogAfterTheListOfKeysShowsItsFields() {
        robot.type(KeyCode.F1);
        until(() -> robot.lookup("#shortcuts").tryQuery().filter(it -> inFront(it.getScene().getWindow()))
                .isPresent());
        robot.type(KeyCode.ESCAPE);
        until(() -> robot.lookup("#shortcuts").tryQuery().isEmpty() && stage.isFocused());
        assertThat(newRunHeight()).isBetween(600.0, 850.0);
    }

    @Test
    void thePanesBesideTheChartsHaveTheirWidths() {
        until(() -> Math.abs(width(0) - 350) < 8 && Math.abs(width(2) - 292) < 8);
        robot.interact(() -> stage.setWidth(1000));
        until(() -> width(1) > 350 && width(2) > 270);
    }

    @Test
    void everyDialogOpensInTheMiddleOfItsWindow() {
        for (KeyCode key : List.of(KeyCode.N, KeyCode.T, KeyCode.F2, KeyCode.N)) {
            robot.interact(() -> find("#runs").requestFocus());
            robot.type(key);
            until(() -> robot.lookup("#answer").tryQuery().filter(it -> inFront(it.getScene().getWindow()))
                    .isPresent());
            Window dialog = find("#answer").getScene().getWindow();
            until(() -> Math.abs(dialog.getX() + dialog.getWidth() / 2 - stage.getX() - stage.getWidth() / 2) < 20
                    && Math.abs(dialog.getY() + dialog.getHeight() / 2 - stage.getY() - stage.getHeight() / 2) < 40);
            robot.type(KeyCode.ESCAPE);
            until(() -> robot.lookup("#answer").tryQuery().isEmpty() && stage.isFocused());
        }
    }

    private double width(int pane) {
        return ((Region) this.<SplitPane>find(".panes").getItems().get(pane)).getWidth();
    }

    @Test
    void aNoteIsTypedAtOnce() {
        askForANote();
        robot.type(KeyCode.S, KeyCode.SPACE, KeyCode.F);
        assertThat(this.<TextInputControl>find("#answer").getText()).isEqualTo("s f");
        assertThat(chosen().notes().starred()).isFalse();
    }

    @Test
    void tagsAndNamesAreTypedAtOnce() {
        for (KeyCode key : List.of(KeyCode.T, KeyCode.F2)) {
            robot.interact(() -> find("#runs").requestFocus());
            robot.type(key);
            until(() -> robot.lookup("#answer").tryQuery().filter(it -> inFront(it.getScene().getWindow()))
                    .isPresent());
            robot.type(KeyCode.X);
            assertThat(this.<TextInputControl>find("#answer").getText()).isEqualTo("x");
            robot.type(KeyCode.ESCAPE);
            until(() -> robot.lookup("#answer").tryQuery().isEmpty() && stage.isFocused());
        }
    }

    @Test
    void whatDropsDownIsInFrontAndTakesKeys() {
        robot.clickOn("#filter").write("sta");
        until(() -> robot.lookup(".auto-complete-popup .list-cell").tryQuery().isPresent());
        robot.type(KeyCode.ENTER);
        until(() -> this.<TextInputControl>find("#filter").getText().equals("starred "));
        robot.interact(() -> workbench.model().runs().filter().set(""));
        robot.clickOn("#panels");
        until(() -> robot.lookup("Loss").tryQuery().isPresent());
        robot.clickOn("Loss");
        until(() -> workbench.model().timeline().panelsProperty().get().contains(Panel.LOSS));
        robot.type(KeyCode.ESCAPE);
        robot.clickOn("#page-compare");
        until(() -> workbench.model().page().get() == Page.COMPARE);
    }

    @Test
    void theWindowBehindADialogHearsNoKeys() {
        askForANote();
        robot.interact(() -> Event.fireEvent(stage.getScene(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "",
                KeyCode.DIGIT2, false, true, false, false)));
        assertThat(workbench.model().page().get()).isEqualTo(Page.TIMELINE);
    }

    @Test
    void whatTakesLongIsListedAtTheFootAndCancelled() {
        assertThat(find("#tasks").isVisible()).isFalse();
        for (String file : List.of("timeline.pdf", "circuit.png")) {
            robot.interact(() -> workbench.tasks().runShown("Export of " + file, progress -> {
                progress.told(1, 3, "1 of 3 charts");
                new CountDownLatch(1).await();
                return file;
            }, _ -> {}));
        }
        until(() -> this.<Button>find("#tasks").getText().equals("2 tasks"));
        robot.interact(() -> find("#tasks").requestFocus());
        robot.type(KeyCode.SPACE);
        until(() -> robot.lookup(".task-title").queryAll().size() == 2
                && robot.lookup("1 of 3 charts").tryQuery().isPresent());
        screenshotOfPopup("tasks-light");
        Window popover = find("#tasks-list").getScene().getWindow();
        assertThat(popover.getY() + popover.getHeight()).isLessThan(stage.getY() + stage.getHeight());
        assertThat(popover.getX() + popover.getWidth()).isLessThan(stage.getX() + stage.getWidth());
        robot.clickOn("Cancel");
        until(() -> this.<Button>find("#tasks").getText().equals("1 task"));
        until(() -> robot.lookup("1 of 3 charts").tryQuery().isPresent());
        robot.clickOn("Cancel");
        until(() -> !find("#tasks").isVisible() && robot.lookup("#tasks-list").tryQuery().isEmpty());
    }
}
