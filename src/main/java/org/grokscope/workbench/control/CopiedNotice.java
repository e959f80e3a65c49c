package org.grokscope.workbench.control;

import javafx.animation.PauseTransition;
import javafx.scene.control.Tooltip;
import javafx.stage.Window;
import javafx.util.Duration;

/** Says for a moment, at the foot of the window that is used, that something was copied. */
final class CopiedNotice {
    private static final Duration MOMENT = Duration.seconds(2);
    private static final double OVER_THE_FOOT = 96;

    private CopiedNotice() {}

    static void show() {
        Window.getWindows().stream().filter(Window::isFocused).findFirst().ifPresent(CopiedNotice::over);
    }

    private static void over(Window window) {
        Tooltip notice = new Tooltip("Copied \u2713");
        notice.getStyleClass().add("copied");
        notice.show(window, window.getX() + window.getWidth() / 2, window.getY() + window.getHeight() - OVER_THE_FOOT);
        notice.setX(notice.getX() - notice.getWidth() / 2);
        PauseTransition moment = new PauseTransition(MOMENT);
        moment.setOnFinished(_ -> notice.hide());
        moment.play();
    }
}
