package org.grokscope.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.grokscope.figure.SampleForks;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The pages in the middle of the real window. */
@Timeout(120)
class PagesTest extends WindowTest {
    @Test
    void tabsAndKeysSwapTheMiddle() throws IOException {
        try (SavedRuns saved = new SavedRuns(folder)) {
            family(saved);
            open();
            assertThat(find(".timeline").isVisible()).isTrue();
            robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT3).release(KeyCode.CONTROL);
            assertThat(find(".forks").isVisible()).isTrue();
            assertThat(find(".timeline").isVisible()).isFalse();
            robot.clickOn("#page-timeline").clickOn("#page-timeline");
            assertThat(find(".timeline").isVisible()).isTrue();
            assertThat(this.<ToggleButton>find("#page-timeline").isSelected()).isTrue();
            robot.clickOn("#page-forks");
            assertThat(find(".forks").isVisible()).isTrue();
            robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT1).release(KeyCode.CONTROL);
            assertThat(this.<ToggleButton>find("#page-timeline").isSelected()).isTrue();
        }
    }

    @Test
    void fromPageToPageTheKeyboardStaysInTheMiddle() throws IOException {
        try (SavedRuns saved = new SavedRuns(folder)) {
            saved.save(Runs.run("a", "a run", 1, RunState.FINISHED, 8000));
            open();
            for (KeyCode page : List.of(KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT1)) {
                robot.press(KeyCode.CONTROL).type(page).release(KeyCode.CONTROL);
                until(() -> Stream.iterate(stage.getScene().getFocusOwner(), Objects::nonNull, Node::getParent)
                        .anyMatch(it -> it.getStyleClass().contains("page")));
            }
        }
    }

    @Test
    void theForksOfTheChosenRunAreShown() throws IOException {
        try (SavedRuns saved = new SavedRuns(folder)) {
            String parent = family(saved);
            open();
            robot.interact(() -> {
                workbench.model().runs().select(List.of(parent));
                workbench.model().page().set(Page.FORKS);
            });
            until(() -> !robot.lookup(".forks-cell").queryAll().isEmpty());
            screenshot("forks-light", 1440, 900);
            robot.interact(() -> workbench.model().dark().set(true));
            screenshot("forks-dark-small", 1000, 700);
            robot.interact(() -> this.<Button>find("#forks-add").fire());
            assertThat(workbench.model().timeline().cursorStepProperty().get()).isEqualTo(SampleForks.FORK);
        }
    }

    private static String family(SavedRuns saved) {
        String parent = saved.save(SampleForks.parent("p"));
        for (RunHistory fork : SampleForks.family("p").stream().skip(1).toList()) {
            saved.saveFork(fork, parent, SampleForks.FORK);
        }
        return parent;
    }
}
