package org.grokscope.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.layout.Pane;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.grokscope.figure.export.SharedRun;
import org.grokscope.run.RunHistory;
import org.grokscope.study.Study;
import org.grokscope.training.Compute;
import org.grokscope.training.DeviceChoice;
import org.grokscope.training.LocalExecutor;
import org.grokscope.workbench.chart.Drawn;
import org.grokscope.workbench.estimate.Estimator;
import org.grokscope.workbench.export.ExportOffer;
import org.grokscope.workbench.export.ExportOrder;
import org.grokscope.workbench.export.FigureFileChoice;
import org.grokscope.workbench.newrun.ImportOffer;
import org.grokscope.workbench.newrun.ImportOrder;
import org.grokscope.workbench.newrun.PlannedRun;
import org.grokscope.workbench.preferences.PreferencesFile;
import org.grokscope.workbench.study.StudyModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Opens the real window, over a folder of real run directories and an executor that really trains. */
abstract class WindowTest {
    private static final int SECONDS = 60;
    /** The headless screen's width and height; a larger window would not be drawn. */
    private static final int SCREEN = 1000;

    final FxRobot robot = new FxRobot();
    @TempDir
    Path folder;
    @TempDir
    private Path settings;
    /** What the dialogs would be answered. */
    List<PlannedRun> planned = List.of();
    Optional<String> otherName = Optional.empty();
    OptionalInt furtherTo = OptionalInt.empty();
    boolean mayStop = true;
    boolean mayEmptyTrash = true;
    String otherNote = "";
    String otherTags = "";
    Optional<Path> otherFolder = Optional.empty();
    Stage stage;
    Workbench workbench;

    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    /** Opens the window with answers instead of dialogs. */
    void open() {
        show(() -> WorkbenchWindow.open(stage, folder, executor(), new Answers()));
    }

    /** Opens the window as the program does. */
    void openWithDialogs() {
        show(() -> WorkbenchWindow.open(stage, folder, executor()));
    }

    /** Opens the window as the program does, but for the system's dialog that asks for a file. */
    void openWithDialogs(FigureFileChoice files) {
        show(() -> WorkbenchWindow.open(stage, folder, executor(), new WindowQuestions(stage, folder, files)));
    }

    private static LocalExecutor executor() {
        return new LocalExecutor(DeviceChoice.CPU, Compute.DEFAULT_THREADS);
    }

    /** The file of preferences that the window of this test uses. */
    Path preferences() {
        return settings.resolve("preferences.json");
    }

    private void show(Callable<Workbench> opening) {
        System.setProperty(PreferencesFile.PROPERTY, preferences().toString());
        robot.interact(() -> {
            stage = new Stage();
            workbench = opening.call();
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(SCREEN);
            stage.setHeight(SCREEN);
            return null;
        });
        until(() -> workbench.model().read().get() && workbench.model().environment().get().isPresent());
    }

    @AfterEach
    void close() {
        robot.interact(() -> {
            List<com.sun.glass.ui.Window> drawn = List.copyOf(com.sun.glass.ui.Window.getWindows());
            // A dialog that a test left open would catch the next one's clicks.
            List.copyOf(Window.getWindows()).forEach(Window::hide);
            // With robots, a window of the headless platform (26.0.2) keeps the one before it, and that its predecessor:
            // all windows of all tests, some 40 MB each, unless they forget what was shown in them.
            drawn.forEach(window -> window.setEventHandler(null));
        });
        if (workbench != null) {
            // What it still writes must not meet a folder that is gone.
            workbench.closed().orTimeout(SECONDS, TimeUnit.SECONDS).join();
        }
    }

    RunHistory chosen() {
        return workbench.model().runs().chosen().get().orElseThrow();
    }

    String text(String query) {
        return robot.lookup(query).queryLabeled().getText();
    }

    /** Returns what a card of the circuit says to those who do not see it. */
    String spoken(String card) {
        String text = robot.lookup("#circuit-" + card).queryParent().getChildrenUnmodifiable().getFirst()
                .getAccessibleText();
        return text == null ? "" : text;
    }

    /** Waits until something holds on the toolkit's thread. */
    static void until(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(SECONDS, TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.asyncFx(condition).get(SECONDS, TimeUnit.SECONDS));
        } catch (TimeoutException late) {
            throw new AssertionError("It did not happen within " + SECONDS + " seconds.", late);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Leaves a picture of the window as it would be at a size that the headless screen does not have. */
    void screenshot(String name, double width, double height) {
        Drawn.await();
        if (!Pictures.WANTED) {
            return;
        }
        Scene scene = stage.getScene();
        Parent content = scene.getRoot();
        Node focused = scene.getFocusOwner();
        // A tooltip does not bear that its owner leaves the scene.
        robot.interact(() -> List.copyOf(Window.getWindows()).stream().filter(PopupWindow.class::isInstance)
                .forEach(Window::hide));
        robot.interact(() -> {
            content.setManaged(false);
            content.getStyleClass().remove("root");
            scene.setRoot(new Pane(content));
            content.resize(width, height);
        });
        // Charts draw themselves a moment after they were laid out.
        Drawn.await();
        robot.interact(() -> Pictures.save("workbench-" + name, content.snapshot(null, null)));
        robot.interact(() -> {
            ((Pane) scene.getRoot()).getChildren().clear();
            content.setManaged(true);
            scene.setRoot(content);
            if (focused != null) {
                focused.requestFocus();
            }
        });
    }

    /** Leaves a picture of a dialog under target/screenshots. */
    void screenshot(String name, Scene scene) {
        WaitForAsyncUtils.waitForFxEvents();
        if (Pictures.WANTED) {
            robot.interact(() -> Pictures.save("workbench-" + name, scene.snapshot(null)));
        }
    }

    /** Leaves a picture of what has popped up. */
    void screenshotOfPopup(String name) {
        WaitForAsyncUtils.waitForFxEvents();
        if (Pictures.WANTED) {
            robot.interact(() -> Window.getWindows().stream().filter(PopupWindow.class::isInstance)
                    .filter(Window::isShowing).findFirst()
                    .ifPresent(popup -> Pictures.save("workbench-" + name, popup.getScene().snapshot(null))));
        }
    }

    <T extends Node> T find(String query) {
        return robot.lookup(query).query();
    }

    private final class Answers implements Questions {
        @Override
        public List<PlannedRun> newRuns(ObservableValue<Optional<Estimator>> estimator) {
            return planned;
        }

        @Override
        public List<Path> importedFiles() {
            return List.of();
        }

        @Override
        public Optional<ImportOrder> importRun(ImportOffer offer) {
            return Optional.empty();
        }

        @Override
        public Optional<String> name(String current) {
            return otherName;
        }

        @Override
        public Optional<String> note(String run, String current) {
            return Optional.of(otherNote);
        }

        @Override
        public Optional<String> tags(String current) {
            return Optional.of(otherTags);
        }

        @Override
        public Optional<Path> folder() {
            return otherFolder;
        }

        @Override
        public boolean emptyTrash(int runs, long bytes) {
            return mayEmptyTrash;
        }

        @Override
        public OptionalInt lastStep(RunHistory run) {
            return furtherTo;
        }

        @Override
        public Optional<ExportOrder> export(ExportOffer offer, ObjectProperty<Map<String, String>> saved) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> shared(String suggested, SharedRun form) {
            return otherFolder.map(it -> it.resolve(suggested));
        }

        @Override
        public void studies(StudyModel desk, BiConsumer<Study, Boolean> openReport, Runnable openPlan) {
            // Nobody looks at them.
        }

        @Override
        public boolean sure(String title, String sentence, String action) {
            return true;
        }

        @Override
        public void show(Dialog<ButtonType> dialog) {
            // Nobody looks at it.
        }

        @Override
        public boolean stopAndClose(List<String> names) {
            return mayStop;
        }
    }
}
