package org.grokscope.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.grokscope.run.RunHistory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Opens the real window on a stage of its own. */
abstract class WindowTest {
    final FxRobot robot = new FxRobot();
    final RecordingLane lane = new RecordingLane();
    Stage stage;
    Workbench workbench;
    MemoryRuns folder;

    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    void open(double width, double height, List<RunHistory> runs) {
        folder = new MemoryRuns(runs);
        robot.interact(() -> {
            stage = new Stage();
            workbench = WorkbenchWindow.open(stage, folder, lane, _ -> new Region());
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(width);
            stage.setHeight(height);
        });
        until(() -> workbench.model().read().get());
        WaitForAsyncUtils.waitForFxEvents();
    }

    @AfterEach
    void close() {
        robot.interact(() -> {
            if (stage != null) {
                stage.close();
            }
        });
    }

    /** Waits until something holds. */
    static void until(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.asyncFx(condition).get(5, TimeUnit.SECONDS));
        } catch (TimeoutException late) {
            throw new AssertionError("It did not happen within ten seconds.", late);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Leaves a picture of a window under target/screenshots. */
    void screenshot(String name, Scene scene) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> {
            try {
                Path folder = Files.createDirectories(Path.of("target", "screenshots"));
                ImageIO.write(SwingFXUtils.fromFXImage(scene.snapshot(null), null), "png",
                        folder.resolve("workbench-" + name + ".png").toFile());
            } catch (IOException problem) {
                throw new AssertionError(problem);
            }
        });
    }

    <T extends Node> T find(String query) {
        return robot.lookup(query).query();
    }
}
