package org.grokscope.workbench;

import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.grokscope.workbench.preferences.Preferences;
import org.grokscope.workbench.preferences.WindowPlace;

/** Opens the window where it stood when it was last closed, as far as the screens allow, and remembers where it is. */
final class WindowMemory {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final double LEAST_WIDTH = 940;
    private static final double LEAST_HEIGHT = 600;
    /** How much of the window's head has to lie on a screen for a hand to get hold of it. */
    private static final double GRIP = 80;
    /** What the window manager's frame may take of a screen's height, in pixels. */
    private static final double FRAME = 40;

    private final Stage stage;
    private final Preferences preferences;

    WindowMemory(Stage stage, Preferences preferences) {
        this.stage = stage;
        this.preferences = preferences;
    }

    /** Gives the window its size and place. */
    void restore() {
        Optional<WindowPlace> remembered = preferences.window().get().filter(WindowMemory::reachable);
        Rectangle2D screen = remembered.map(WindowMemory::head)
                .map(head -> Screen.getScreensForRectangle(head).getFirst()).orElseGet(Screen::getPrimary)
                .getVisualBounds();
        stage.setMinWidth(Math.min(LEAST_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(LEAST_HEIGHT, screen.getHeight()));
        stage.setWidth(Math.min(remembered.map(WindowPlace::width).orElse(WIDTH), screen.getWidth()));
        stage.setHeight(remembered.map(place -> Math.min(place.height(), screen.getHeight()))
                .orElse(Math.min(HEIGHT, screen.getHeight() - FRAME)));
        remembered.ifPresent(place -> {
            stage.setX(place.x());
            stage.setY(place.y());
            stage.setMaximized(place.maximized());
        });
    }

    /** Notes where the window is; one that fills the screen keeps the size that it goes back to. */
    void remember() {
        WindowPlace now = new WindowPlace(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(),
                stage.isMaximized());
        Optional<WindowPlace> before = preferences.window().get();
        preferences.window().set(Optional.of(now.maximized() && before.isPresent()
                ? new WindowPlace(before.get().x(), before.get().y(), before.get().width(), before.get().height(),
                        true)
                : now));
    }

    private static boolean reachable(WindowPlace place) {
        return !Screen.getScreensForRectangle(head(place)).isEmpty();
    }

    private static Rectangle2D head(WindowPlace place) {
        return new Rectangle2D(place.x() + GRIP, place.y(), Math.max(1, place.width() - 2 * GRIP), GRIP / 4);
    }
}
