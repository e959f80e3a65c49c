package org.grokscope.workbench;

import javafx.event.EventHandler;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The keys that mean the same wherever the focus is, text fields and what Space presses apart. */
final class Shortcuts implements EventHandler<KeyEvent> {
    private static final KeyCodeCombination NEW_RUN = new KeyCodeCombination(KeyCode.N, KeyCombination.SHORTCUT_DOWN);

    private static final KeyCodeCombination EXPORT = new KeyCodeCombination(KeyCode.E, KeyCombination.SHORTCUT_DOWN);

    private static final KeyCodeCombination UNDO = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);

    private static final KeyCodeCombination OPEN = new KeyCodeCombination(KeyCode.O, KeyCombination.SHORTCUT_DOWN);

    private static final KeyCodeCombination FORK = new KeyCodeCombination(KeyCode.F);

    private static final KeyCodeCombination REPLAY = new KeyCodeCombination(KeyCode.P);

    private final Workbench commands;

    Shortcuts(Workbench commands) {
        this.commands = commands;
    }

    @Override
    public void handle(KeyEvent key) {
        if (NEW_RUN.match(key)) {
            key.consume();
            commands.newRun();
        } else if (Page.of(key).isPresent()) {
            key.consume();
            Page.of(key).ifPresent(commands.model().page()::set);
        } else if (EXPORT.match(key) && !(key.getTarget() instanceof TextInputControl)) {
            key.consume();
            commands.export();
        } else if (UNDO.match(key) && !(key.getTarget() instanceof TextInputControl)) {
            key.consume();
            commands.runActions().undo();
        } else if (OPEN.match(key)) {
            key.consume();
            commands.folders().open();
        } else if (FORK.match(key) && !(key.getTarget() instanceof TextInputControl)) {
            key.consume();
            commands.forkHere();
        } else if (REPLAY.match(key) && !(key.getTarget() instanceof TextInputControl)) {
            key.consume();
            commands.model().replay().toggle();
        } else if (key.getCode() == KeyCode.SPACE && !takesSpace(key.getTarget())) {
            key.consume();
            commands.pauseOrResume();
        }
    }

    private static boolean takesSpace(Object target) {
        return target instanceof TextInputControl || target instanceof ButtonBase || target instanceof ComboBoxBase<?>;
    }
}
