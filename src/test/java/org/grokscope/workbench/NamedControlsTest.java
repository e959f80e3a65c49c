package org.grokscope.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.grokscope.run.RunState;
import org.grokscope.workbench.chart.Drawn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever takes the keyboard says its name to those who hear the window and do not see it. */
@Timeout(240)
class NamedControlsTest extends WindowTest {
    @Test
    void everyPageNamesWhatTakesTheKeyboard() throws IOException {
        try (SavedRuns saved = new SavedRuns(folder)) {
            WorkbenchLooksTest.many(saved);
            open();
            robot.interact(() -> workbench.model().runs().select(workbench.model().runs().runs().get().stream()
                    .map(run -> run.head().id()).limit(3).toList()));
            List<String> nameless = new ArrayList<>();
            for (Page page : Page.values()) {
                robot.interact(() -> workbench.model().page().set(page));
                robot.interact(() -> nameless.addAll(nameless(page.toString(), stage.getScene())));
            }
            assertThat(nameless).isEmpty();
            robot.interact(() -> assertThat(focusable(stage.getScene())).as("the walk finds something")
                    .hasSizeGreaterThan(15));
        }
    }

    @Test
    void whatHasTheFocusLooksDifferent() throws IOException {
        try (SavedRuns saved = new SavedRuns(folder)) {
            WorkbenchLooksTest.many(saved);
            open();
            List<String> same = new ArrayList<>();
            for (Page page : Page.values()) {
                robot.interact(() -> workbench.model().page().set(page));
                Drawn.await();
                robot.interact(() -> focusable(stage.getScene()).stream()
                        .filter(node -> node.getBoundsInLocal().getWidth() >= 1 && looksTheSame(node))
                        .map(node -> page + ": " + node).forEach(same::add));
            }
            assertThat(same).isEmpty();
        }
    }

    private static boolean looksTheSame(Node node) {
        Node around = node.getParent();
        focus(node, false);
        BufferedImage without = picture(around);
        focus(node, true);
        BufferedImage with = picture(around);
        focus(node, node.isFocused());
        return Arrays.equals(words(without), words(with));
    }

    private static void focus(Node node, boolean on) {
        for (String state : List.of("focused", "focus-visible")) {
            node.pseudoClassStateChanged(PseudoClass.getPseudoClass(state), on);
        }
        node.applyCss();
    }

    private static BufferedImage picture(Node node) {
        return SwingFXUtils.fromFXImage(node.snapshot(null, null), null);
    }

    private static int[] words(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    @Test
    void everyDialogNamesWhatTakesTheKeyboard() throws IOException {
        try (SavedRuns saved = new SavedRuns(folder)) {
            saved.save(Runs.run("a", "a run", 1, RunState.FINISHED, 8000));
            openWithDialogs();
            until(() -> workbench.model().runs().chosen().get().isPresent());
            List<String> nameless = new ArrayList<>();
            nameless.addAll(dialog("#new-run-dialog", KeyCode.CONTROL, KeyCode.N));
            nameless.addAll(dialog("#export-dialog", KeyCode.CONTROL, KeyCode.E));
            nameless.addAll(dialog("#preferences", KeyCode.CONTROL, KeyCode.COMMA));
            nameless.addAll(dialog("#shortcuts", KeyCode.F1));
            nameless.addAll(dialog("#answer", KeyCode.F2));
            nameless.addAll(dialog("#answer", KeyCode.N));
            nameless.addAll(dialog("#answer", KeyCode.T));
            robot.clickOn("#studies");
            nameless.addAll(shown("#study-dialog"));
            assertThat(nameless).isEmpty();
        }
    }

    private List<String> dialog(String query, KeyCode... keys) {
        robot.interact(() -> find("#runs").requestFocus());
        robot.press(keys).release(keys);
        return shown(query);
    }

    private List<String> shown(String query) {
        until(() -> robot.lookup(query).tryQuery().filter(it -> it.getScene().getWindow().isShowing()).isPresent());
        Window window = find(query).getScene().getWindow();
        List<String> nameless = new ArrayList<>();
        robot.interact(() -> {
            nameless.addAll(nameless(query, window.getScene()));
            window.hide();
        });
        until(() -> !window.isShowing());
        return nameless;
    }

    private static List<String> nameless(String place, Scene scene) {
        return focusable(scene).stream().filter(node -> name(node).isBlank())
                .map(node -> place + ": " + node.getClass().getSimpleName() + " #" + node.getId() + " "
                        + node.getStyleClass())
                .toList();
    }

    private static List<Node> focusable(Scene scene) {
        scene.getRoot().applyCss();
        List<Node> found = new ArrayList<>();
        walk(scene.getRoot(), found);
        return found;
    }

    private static void walk(Node node, List<Node> found) {
        if (!node.isVisible()) {
            return;
        }
        if (node.isFocusTraversable() && !node.isDisabled()) {
            found.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> walk(child, found));
        }
    }

    /** A name of its own, its words, or those of the label that is for it; what was typed is no name. */
    private static String name(Node node) {
        String words = Objects.requireNonNullElse(node.getAccessibleText(), "");
        if (words.isBlank() && node instanceof Labeled labeled) {
            words = Objects.requireNonNullElse(labeled.getText(), "");
        }
        if (words.isBlank() && node instanceof TextInputControl text) {
            words = Objects.requireNonNullElse(text.getPromptText(), "");
        }
        if (words.isBlank()
                && node.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY) instanceof Labeled label) {
            words = label.getText();
        }
        return words;
    }
}
