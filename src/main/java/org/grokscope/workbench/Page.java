package org.grokscope.workbench;

import java.util.Arrays;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** What the middle of the window can show. */
enum Page {
    /** One run over its steps. */
    TIMELINE("Timeline", KeyCode.DIGIT1),
    /** The network at one step. */
    CIRCUIT("Circuit", KeyCode.DIGIT2),
    /** The branches of a run side by side. */
    FORKS("Forks", KeyCode.DIGIT3),
    /** The selected runs side by side. */
    COMPARE("Compare", KeyCode.DIGIT4);

    private final String title;
    private final KeyCodeCombination key;

    Page(String title, KeyCode digit) {
        this.title = title;
        this.key = new KeyCodeCombination(digit, KeyCombination.SHORTCUT_DOWN);
    }

    /** Returns the page that a key asks for. */
    static Optional<Page> of(KeyEvent key) {
        return Arrays.stream(values()).filter(page -> page.key.match(key)).findFirst();
    }

    /** Returns the name shown to people. */
    String title() {
        return title;
    }

    /** Returns the keys that show it, as people write them. */
    String keys() {
        return key.getDisplayText();
    }
}
