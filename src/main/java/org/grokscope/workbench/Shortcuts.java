package org.grokscope.workbench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;

/** The keys that mean the same wherever the focus is, text fields and what Space presses apart. */
final class Shortcuts implements EventHandler<KeyEvent> {
    private static final KeyCodeCombination NEW_RUN = new KeyCodeCombination(KeyCode.N, KeyCombination.SHORTCUT_DOWN);

    private static final KeyCodeCombination EXPORT = new KeyCodeCombination(KeyCode.E, KeyCombination.SHORTCUT_DOWN);

    private static final KeyCodeCombination UNDO = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);

    private static final KeyCodeCombination OPEN = new KeyCodeCombination(KeyCode.O, KeyCombination.SHORTCUT_DOWN);

    private static final KeyCodeCombination FORK = new KeyCodeCombination(KeyCode.F);

    private static final KeyCodeCombination REPLAY = new KeyCodeCombination(KeyCode.P);

    private static final KeyCodeCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

    private final Workbench commands;
    private final Stage stage;
    private final Map<KeyCombination, Runnable> everywhere = new LinkedHashMap<>();
    private final Map<KeyCombination, Runnable> outsideText = new LinkedHashMap<>();

    Shortcuts(Workbench commands, Stage stage) {
        this.commands = commands;
        this.stage = stage;
        everywhere.put(NEW_RUN, commands::newRun);
        everywhere.put(OPEN, commands.folders()::open);
        everywhere.put(FIND, this::find);
        everywhere.put(new KeyCodeCombination(KeyCode.COMMA, KeyCombination.SHORTCUT_DOWN),
                commands::choosePreferences);
        everywhere.put(new KeyCodeCombination(KeyCode.B, KeyCombination.SHORTCUT_DOWN),
                () -> turn(commands.model().runsFolded()));
        everywhere.put(new KeyCodeCombination(KeyCode.I, KeyCombination.SHORTCUT_DOWN),
                () -> turn(commands.model().inspectorFolded()));
        everywhere.put(new KeyCodeCombination(KeyCode.F1), this::list);
        TextSize text = commands.textSize();
        for (KeyCode plus : List.of(KeyCode.PLUS, KeyCode.EQUALS, KeyCode.ADD)) {
            // On most keyboards plus is Shift and something else.
            everywhere.put(new KeyCodeCombination(plus, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_ANY),
                    () -> text.grow(1));
        }
        for (KeyCode minus : List.of(KeyCode.MINUS, KeyCode.SUBTRACT)) {
            everywhere.put(new KeyCodeCombination(minus, KeyCombination.SHORTCUT_DOWN), () -> text.grow(-1));
        }
        for (KeyCode zero : List.of(KeyCode.DIGIT0, KeyCode.NUMPAD0)) {
            everywhere.put(new KeyCodeCombination(zero, KeyCombination.SHORTCUT_DOWN), text::reset);
        }
        outsideText.put(EXPORT, commands.exports()::export);
        outsideText.put(UNDO, commands.runActions()::undo);
        outsideText.put(FORK, commands.forks()::forkHere);
        outsideText.put(REPLAY, commands.model().replay()::toggle);
    }

    @Override
    public void handle(KeyEvent key) {
        if (behindADialog()) {
            key.consume();
            return;
        }
        if (key.getEventType() == KeyEvent.KEY_TYPED) {
            typed(key);
            return;
        }
        boolean text = key.getTarget() instanceof TextInputControl;
        Optional<Runnable> wanted = of(everywhere, key).or(() -> text ? Optional.empty() : of(outsideText, key))
                .or(() -> Page.of(key).map(page -> () -> commands.model().page().set(page)));
        if (wanted.isPresent()) {
            key.consume();
            wanted.get().run();
        } else if (key.getCode() == KeyCode.SPACE && !takesSpace(key.getTarget())) {
            key.consume();
            commands.pauseOrResume();
        }
    }

    /** Until a new dialog has the keyboard, what is typed still comes here, but is meant for the dialog. */
    private boolean behindADialog() {
        return Window.getWindows().stream().anyMatch(window -> window instanceof Stage dialog
                && dialog.getOwner() == stage && dialog.getModality() != Modality.NONE);
    }

    /** Where the question mark lies differs from keyboard to keyboard; what it types does not. */
    private void typed(KeyEvent key) {
        if (key.getCharacter().equals("?") && !(key.getTarget() instanceof TextInputControl)) {
            key.consume();
            list();
        }
    }

    private static Optional<Runnable> of(Map<KeyCombination, Runnable> keys, KeyEvent key) {
        return keys.entrySet().stream().filter(entry -> entry.getKey().match(key)).map(Map.Entry::getValue)
                .findFirst();
    }

    private void list() {
        ShortcutSheet.show(stage);
    }

    private static void turn(BooleanProperty property) {
        property.set(!property.get());
    }

    private void find() {
        commands.model().runsFolded().set(false);
        Optional.ofNullable(stage.getScene().lookup("#filter")).ifPresent(Node::requestFocus);
    }

    private static boolean takesSpace(Object target) {
        return target instanceof TextInputControl || target instanceof ButtonBase || target instanceof ComboBoxBase<?>;
    }
}
