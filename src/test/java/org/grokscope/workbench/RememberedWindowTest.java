package org.grokscope.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Spinner;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.grokscope.workbench.control.Theme;
import org.grokscope.workbench.preferences.PreferencesFile;
import org.grokscope.workbench.preferences.WindowPlace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the window remembers from one start to the next. */
@Timeout(120)
class RememberedWindowTest extends WindowTest {
    @Test
    void theThemeIsThatOfTheLastTime() {
        open();
        assertThat(workbench.model().dark().get()).isFalse();
        robot.clickOn("#dark");
        close();
        open();
        assertThat(workbench.model().dark().get()).isTrue();
    }

    @Test
    void whatNobodyChoseFollowsTheSystem() {
        open();
        close();
        assertThat(PreferencesFile.open(preferences()).preferences().theme().get()).isEmpty();
        open();
        robot.clickOn("#dark").clickOn("#dark");
        close();
        assertThat(PreferencesFile.open(preferences()).preferences().theme().get()).contains(Theme.LIGHT);
    }

    @Test
    void howManyRunsTrainAtOnceIsThatOfTheLastTime() {
        openWithDialogs();
        robot.press(KeyCode.CONTROL).type(KeyCode.COMMA).release(KeyCode.CONTROL);
        until(() -> robot.lookup("#preferences-at-once").tryQuery().isPresent());
        screenshot("preferences", find("#preferences").getScene());
        robot.interact(() -> this.<ComboBox<Integer>>find("#preferences-at-once").setValue(2));
        robot.interact(() -> this.<Spinner<Integer>>find("#preferences-text-size").increment(2));
        robot.interact(() -> this.<ComboBox<Optional<Theme>>>find("#preferences-theme")
                .setValue(Optional.of(Theme.DARK)));
        assertThat(workbench.model().dark().get()).isTrue();
        robot.interact(() -> this.<ComboBox<Optional<Theme>>>find("#preferences-theme").setValue(Optional.empty()));
        assertThat(workbench.model().dark().get()).isFalse();
        close();
        assertThat(PreferencesFile.open(preferences()).preferences().workers().get()).isEqualTo(2);
        open();
        assertThat(workbench.model().atOnce().get()).isEqualTo(2);
        assertThat(workbench.preferences().textSize().get()).isEqualTo(15);
    }

    @Test
    void sizeAndPlaceAreThoseOfTheLastTime() {
        open();
        robot.interact(() -> {
            stage.setX(12);
            stage.setY(14);
            stage.setWidth(960);
            stage.setHeight(640);
        });
        close();
        robot.interact(() -> assertThat(placed())
                .isEqualTo(new WindowPlace(12, 14, 960, 640, false)));
    }

    @Test
    void aPlaceOffEveryScreenIsForgotten() {
        PreferencesFile file = PreferencesFile.open(preferences());
        robot.interact(() -> file.preferences().window()
                .set(Optional.of(new WindowPlace(-9000, 30, 950, 640, false))));
        robot.interact(file::save);
        robot.interact(() -> assertThat(placed().width()).isNotEqualTo(950));
    }

    @Test
    void aDraggedDividerStaysWhereItWasPut() {
        open();
        double before = width();
        Node divider = find(".panes").lookup(".split-pane-divider.left");
        robot.interact(() -> {
            // The headless robot loses a line this thin while it moves.
            divider.fireEvent(mouse(MouseEvent.MOUSE_PRESSED, before));
            divider.fireEvent(mouse(MouseEvent.MOUSE_DRAGGED, before - 60));
            divider.fireEvent(mouse(MouseEvent.MOUSE_RELEASED, before - 60));
        });
        until(() -> width() < before - 50);
        double after = width();
        close();
        assertThat(PreferencesFile.open(preferences()).preferences().paneWidths().get().getFirst())
                .isBetween(after - 4, after + 4);
        open();
        until(() -> Math.abs(width() - after) < 4);
    }

    private static MouseEvent mouse(EventType<MouseEvent> type, double x) {
        return new MouseEvent(type, x, 400, x, 400, MouseButton.PRIMARY, 1, false, false, false, false, true, false,
                false, true, false, false, null);
    }

    private double width() {
        return this.<SplitPane>find(".panes").getItems().getFirst().getLayoutBounds().getWidth();
    }

    /** Returns where a window would open now. */
    private WindowPlace placed() {
        Stage window = new Stage();
        new WindowMemory(window, PreferencesFile.open(preferences()).preferences()).restore();
        return new WindowPlace(window.getX(), window.getY(), window.getWidth(), window.getHeight(),
                window.isMaximized());
    }
}
