package org.grokscope.workbench.control;

import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Puts something on the system's clipboard, and says so. */
public final class Clipboards {
    private Clipboards() {}

    /** Puts text there. */
    public static void text(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        put(content);
    }

    /** Puts a picture there. */
    public static void image(Image image) {
        ClipboardContent content = new ClipboardContent();
        content.putImage(image);
        put(content);
    }

    private static void put(ClipboardContent content) {
        Clipboard.getSystemClipboard().setContent(content);
        CopiedNotice.show();
    }
}
