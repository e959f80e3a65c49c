package org.grokscope.workbench;

import javafx.beans.property.IntegerProperty;
import javafx.scene.Parent;
import org.grokscope.workbench.preferences.Preferences;

/** How large the window's words are; everything that is measured in them grows with them. */
final class TextSize {
    static final int SMALLEST = 10;
    static final int LARGEST = 20;

    private final IntegerProperty size;

    TextSize(IntegerProperty size) {
        this.size = size;
    }

    /** Lets a window's content follow the size. */
    void follow(Parent root) {
        size.subscribe(pixels -> root.setStyle("-fx-font-size: " + pixels.intValue() + "px;"));
    }

    /** Makes the words larger, or smaller. */
    void grow(int pixels) {
        size.set(Math.clamp(size.get() + pixels, SMALLEST, LARGEST));
    }

    /** Gives the words their usual size. */
    void reset() {
        size.set(Preferences.USUAL_TEXT_SIZE);
    }
}
