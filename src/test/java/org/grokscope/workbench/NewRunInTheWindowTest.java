package org.grokscope.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The dialog that asks what to train, in the real window. */
@Timeout(120)
class NewRunInTheWindowTest extends WindowTest {
    @Test
    void noFieldMovesWhileOneTypes() {
        openWithDialogs();
        robot.press(KeyCode.CONTROL).type(KeyCode.N).release(KeyCode.CONTROL);
        until(() -> robot.lookup("#new-run-seed").tryQuery().filter(it -> it.getScene().getWindow().isShowing())
                .isPresent());
        double before = top("#new-run-seed");
        robot.interact(() -> this.<TextField>find("#new-run-steps").setText("5000"));
        until(() -> this.<Label>find("#new-run-preset-source").getText().startsWith("Settings of your own"));
        assertThat(top("#new-run-seed")).isEqualTo(before);
    }

    @Test
    void moreSettingsAreSeenAtOnce() {
        openWithDialogs();
        robot.press(KeyCode.CONTROL).type(KeyCode.N).release(KeyCode.CONTROL);
        until(() -> robot.lookup("#new-run-seed").tryQuery().filter(it -> it.getScene().getWindow().isShowing())
                .isPresent());
        double before = find("#new-run-seed").getScene().getHeight();
        robot.interact(() -> this.<Hyperlink>find("#new-run-more").fire());
        until(() -> find("#new-run-seed").getScene().getHeight() > before);
        until(() -> onScreen(find(".new-run .viewport")).contains(onScreen(find("#new-run-width"))));
    }

    private static Bounds onScreen(Node node) {
        return node.localToScreen(node.getBoundsInLocal());
    }

    private double top(String field) {
        robot.interact(() -> {
            find(field).getScene().getRoot().applyCss();
            find(field).getScene().getRoot().layout();
        });
        Node node = find(field);
        return node.localToScene(node.getBoundsInLocal()).getMinY();
    }
}
