package org.grokscope.workbench;

import java.nio.file.Path;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.grokscope.training.Lane;
import org.grokscope.workbench.look.Theme;

/** The window itself: its size, its looks, and what happens when it is closed. */
public final class WorkbenchWindow {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final double LEAST_WIDTH = 940;
    private static final double LEAST_HEIGHT = 600;

    private WorkbenchWindow() {}

    /** Opens a window onto the folder of runs and the lane; it closes the lane when it closes. */
    public static Workbench open(Stage stage, Path runsFolder, Lane lane) {
        return open(stage, runsFolder, lane, new WindowQuestions(stage, runsFolder));
    }

    /** Opens a window that asks elsewhere. */
    static Workbench open(Stage stage, Path runsFolder, Lane lane, Questions questions) {
        Theme.loadFonts();
        Workbench workbench = new Workbench(runsFolder, lane, questions);
        Scene scene = new Scene(workbench.build());
        workbench.model().dark().subscribe(dark -> {
            Theme.of(dark).install();
            Theme.of(dark).dress(scene.getStylesheets());
        });
        scene.addEventFilter(KeyEvent.KEY_PRESSED, new Shortcuts(workbench));
        stage.setScene(scene);
        stage.setTitle("Grokscope");
        Theme.icon(stage);
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setWidth(Math.min(WIDTH, screen.getWidth()));
        stage.setHeight(Math.min(HEIGHT, screen.getHeight()));
        stage.setMinWidth(Math.min(LEAST_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(LEAST_HEIGHT, screen.getHeight()));
        stage.setOnCloseRequest(request -> {
            if (!workbench.mayClose()) {
                request.consume();
            }
        });
        stage.setOnHidden(_ -> workbench.close());
        stage.show();
        scene.getRoot().lookup("#runs").requestFocus();
        workbench.start();
        return workbench;
    }
}
