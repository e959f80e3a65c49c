package org.grokscope.workbench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.grokscope.training.Compute;
import org.grokscope.training.DeviceChoice;
import org.grokscope.training.LocalExecutor;
import org.grokscope.workbench.preferences.PreferencesFile;

/**
 * How long it takes until two networks of a sample at p = 97 stand side by side on the screen, each chart twice, once their
 * checkpoints are read: from moving the cursor to another checkpoint until the frame is drawn that shows it.
 */
final class SideBySideCircuit {
    private static final String SAMPLE = "add-97-seed-123";
    private static final int TIMES = 30;

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("grokscope-beside");
        System.setProperty(PreferencesFile.PROPERTY, folder.resolve("preferences.json").toString());
        LocalExecutor executor = new LocalExecutor(DeviceChoice.CPU, Compute.DEFAULT_THREADS);
        Platform.startup(() -> {});
        Stage stage = Toolkit.call(Stage::new);
        Workbench workbench = Toolkit.call(() -> WorkbenchWindow.open(stage, folder.resolve("runs"), executor));
        String sample = Path.of("sample-runs", SAMPLE).toAbsolutePath().toString();
        while (Toolkit.call(() -> workbench.model().runs().run(sample).isEmpty())) {
            Thread.sleep(100);
        }
        Toolkit.call(() -> {
            stage.setWidth(1440);
            stage.setHeight(900);
            workbench.model().runs().select(List.of(sample));
            workbench.model().page().set(Page.CIRCUIT);
            workbench.model().circuit().beside().openProperty().set(true);
            return null;
        });
        // Networks are read ahead for a while.
        Thread.sleep(20_000);
        List<Integer> checkpoints = workbench.model().runs().run(sample).orElseThrow().checkpoints();
        double[] millis = new double[TIMES];
        // The first round reads what was not read ahead.
        for (int i = 1 - checkpoints.size(); i < TIMES; i++) {
            int step = checkpoints.get(Math.floorMod(i, checkpoints.size() - 1));
            double took = shown(stage, workbench, step);
            if (i >= 0) {
                millis[i] = took;
            }
            Thread.sleep(200);
        }
        Arrays.sort(millis);
        System.out.printf("side by side, once read: median %.0f ms, 95%% %.0f ms, worst %.0f ms%n", millis[TIMES / 2],
                millis[TIMES * 95 / 100], millis[TIMES - 1]);
        Runtime.getRuntime().halt(0);
    }

    private static double shown(Stage stage, Workbench workbench, int step) throws Exception {
        CompletableFuture<Double> done = new CompletableFuture<>();
        Toolkit.call(() -> {
            Label left = (Label) stage.getScene().lookup("#beside-left");
            String before = left.getText();
            long asked = System.nanoTime();
            workbench.model().timeline().cursorStepProperty().set(step);
            new AnimationTimer() {
                private boolean drawn;

                @Override
                public void handle(long now) {
                    if (drawn) {
                        stop();
                        done.complete((System.nanoTime() - asked) / 1e6);
                    }
                    drawn = !left.getText().equals(before);
                }
            }.start();
            return null;
        });
        return done.get();
    }
}
