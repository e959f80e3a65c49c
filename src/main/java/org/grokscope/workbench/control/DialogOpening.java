package org.grokscope.workbench.control;

import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

/**
 * How every dialog opens: over its window, with that window's looks, as large as its content, and with the focus where
 * one wants to type.
 */
public final class DialogOpening {
    /** What the window manager's frame and the panels of a desktop may take, in pixels. */
    private static final double FRAME = 48;

    private DialogOpening() {}

    /** Prepares a dialog, before it is shown for the first time, to open over a window. */
    public static void over(Window window, Dialog<?> dialog) {
        dialog.initOwner(window);
        DialogPane pane = dialog.getDialogPane();
        pane.getStylesheets().setAll(window.getScene().getStylesheets());
        pane.setStyle(window.getScene().getRoot().getStyle());
        // Of a dialog that is waited for, the toolkit tells "shown" before it shows it; the window tells in time.
        windowOf(dialog).addEventHandler(WindowEvent.WINDOW_SHOWN, _ -> {
            fit(dialog);
            Platform.runLater(() -> fit(dialog));
        });
    }

    /** Gives a dialog that shows more now, or less, the size that this takes, as far as the screen allows. */
    public static void refit(Dialog<?> dialog) {
        if (dialog.isShowing()) {
            fit(dialog);
        }
    }

    /** Lets a node have the focus when the dialog is shown, in place of the default button. */
    public static void focus(Dialog<?> dialog, Node node) {
        windowOf(dialog).addEventHandler(WindowEvent.WINDOW_SHOWN, _ -> {
            node.requestFocus();
            Platform.runLater(node::requestFocus);
        });
    }

    private static Stage windowOf(Dialog<?> dialog) {
        return (Stage) dialog.getDialogPane().getScene().getWindow();
    }

    /** Sizes the window by what the content needs once it has its style. */
    private static void fit(Dialog<?> dialog) {
        Stage stage = windowOf(dialog);
        DialogPane pane = dialog.getDialogPane();
        pane.applyCss();
        pane.layout();
        Rectangle2D screen = screenOf(stage);
        // The width that the dialog asked for at least is none of the width that its content would like.
        double width = Math.min(Math.ceil(Math.max(pane.getMinWidth(), pane.prefWidth(-1))), screen.getWidth() - FRAME);
        // A pane that scrolls knows its height only once it has its width.
        pane.resize(width, pane.prefHeight(width));
        pane.layout();
        double height = Math.min(Math.ceil(pane.prefHeight(width)), screen.getHeight() - FRAME);
        double frame = Math.max(0, stage.getHeight() - pane.getScene().getHeight());
        double sides = Math.max(0, stage.getWidth() - pane.getScene().getWidth());
        stage.setMinWidth(width + sides);
        stage.setMinHeight(height + frame);
        stage.setWidth(width + sides);
        stage.setHeight(height + frame);
        // Where it went to as it was made depends on a size that it did not have yet.
        Window owner = stage.getOwner();
        stage.setX(within(owner.getX() + (owner.getWidth() - stage.getWidth()) / 2, stage.getWidth(),
                screen.getMinX(), screen.getMaxX()));
        stage.setY(within(owner.getY() + (owner.getHeight() - stage.getHeight()) / 2, stage.getHeight(),
                screen.getMinY(), screen.getMaxY()));
    }

    /** Returns where something of a length starts that should start there and may not reach beyond the ends. */
    private static double within(double start, double length, double least, double most) {
        return Math.max(least, Math.min(start, most - length));
    }

    private static Rectangle2D screenOf(Stage stage) {
        Window owner = stage.getOwner();
        return Screen.getScreensForRectangle(owner.getX() + owner.getWidth() / 2, owner.getY() + owner.getHeight() / 2,
                1, 1).stream().findFirst()
                .orElseGet(Screen::getPrimary).getVisualBounds();
    }
}
