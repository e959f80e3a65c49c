package org.grokscope.workbench.control;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Puts something on the system's clipboard. */
public final class Clipboards {
    private Clipboards() {}

    /** Puts text there. */
    public static void text(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
