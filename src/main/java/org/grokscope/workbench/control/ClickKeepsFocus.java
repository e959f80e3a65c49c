package org.grokscope.workbench.control;

import javafx.scene.control.ButtonBase;
import javafx.scene.input.MouseEvent;

/**
 * Lets a button that is clicked leave the keyboard focus where it is, so that Space still pauses afterwards; by Tab the
 * button can be reached as ever.
 */
public final class ClickKeepsFocus {
    private ClickKeepsFocus() {}

    /** Changes a button in this way and returns it. */
    public static <B extends ButtonBase> B on(B button) {
        button.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> button.setFocusTraversable(false));
        button.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> button.setFocusTraversable(true));
        return button;
    }
}
