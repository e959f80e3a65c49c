package org.grokscope.workbench;

import java.util.List;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.grokscope.workbench.control.DialogOpening;

/** Lists what the keys do. */
final class ShortcutSheet {
    /** What a key does. */
    private record Key(String keys, String does) {}

    /** Keys that work in one place. */
    private record Group(String title, List<Key> keys) {}

    private static final List<Group> LEFT = List.of(
            new Group("Anywhere", List.of(new Key("Ctrl+N", "new run"), new Key("Space", "pause or resume"),
                    new Key("F", "fork at the cursor"), new Key("P", "play or pause the replay"),
                    new Key("Ctrl+E", "export a figure"),
                    new Key("Ctrl+1 \u2026 4", "timeline, circuit, forks, compare"),
                    new Key("Ctrl+F", "find runs"), new Key("Ctrl+O", "open a folder of runs"),
                    new Key("Ctrl+B, Ctrl+I", "fold runs, inspector"), new Key("Ctrl+Z", "bring back what was deleted"),
                    new Key("Ctrl+plus, minus, 0", "larger, smaller, usual text"),
                    new Key("Ctrl+comma", "preferences"), new Key("F1 or ?", "this list"))));
    private static final List<Group> RIGHT = List.of(
            new Group("In the list of runs", List.of(new Key("Ctrl+click, Shift+click", "select several"),
                    new Key("F2", "rename"), new Key("S", "star"), new Key("N", "note"), new Key("T", "tags"),
                    new Key("B", "pin as baseline"), new Key("Delete", "move to the trash"))),
            new Group("On the charts", List.of(new Key("Left, Right", "from checkpoint to checkpoint"),
                    new Key("Shift+Left, Right", "from evaluation to evaluation"),
                    new Key("Home, End", "first and last step"), new Key("plus, minus", "zoom"),
                    new Key("Up, Down", "move the FSD ceiling"), new Key("Enter", "type it"),
                    new Key("Backspace", "bring the recorded one back"),
                    new Key("Escape", "let the cursor go"))));

    private ShortcutSheet() {}

    /** Shows the list over a window. */
    static void show(Window window) {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.setTitle("Keys");
        Label heading = new Label("Keys");
        heading.getStyleClass().add("dialog-title");
        VBox content = new VBox(12, heading, new HBox(36, column(LEFT), column(RIGHT)));
        dialog.getDialogPane().setId("shortcuts");
        dialog.getDialogPane().getStyleClass().add("shortcuts");
        dialog.getDialogPane().setContent(content);
        dialog.getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
        DialogOpening.over(window, dialog);
        dialog.show();
    }

    private static VBox column(List<Group> groups) {
        VBox column = new VBox(14);
        for (Group group : groups) {
            Label title = new Label(group.title());
            title.getStyleClass().add("card-title");
            GridPane lines = new GridPane(16, 5);
            for (Key key : group.keys()) {
                Label keys = new Label(key.keys());
                keys.getStyleClass().add("shortcut-key");
                keys.setMinWidth(Region.USE_PREF_SIZE);
                Label does = new Label(key.does());
                does.getStyleClass().add("shortcut-does");
                does.setMinWidth(Region.USE_PREF_SIZE);
                lines.addRow(lines.getRowCount(), keys, does);
            }
            column.getChildren().add(new VBox(7, title, lines));
        }
        return column;
    }
}
