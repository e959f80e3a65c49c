package org.grokscope.workbench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.grokscope.run.RunDirectory;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.training.DeviceChoice;
import org.grokscope.training.LocalExecutor;
import org.grokscope.workbench.preferences.PreferencesFile;
import org.grokscope.workbench.replay.ReplayModel;
import org.grokscope.workbench.replay.ReplaySpeed;

/**
 * What a replay of a sample on the page Circuit costs a run that trains meanwhile: steps a second with and without it in turns,
 * how much processor time the window takes, and how many frames a second move the circle.
 */
final class Replay {
    private static final String SAMPLE = "add-97-seed-123";

    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[0]);
        int seconds = Integer.parseInt(arguments[1]);
        int threads = Integer.parseInt(arguments[2]);
        Path folder = Files.createTempDirectory("grokscope-replay");
        System.setProperty(PreferencesFile.PROPERTY, folder.resolve("preferences.json").toString());
        Path runs = Files.createDirectory(folder.resolve("runs"));
        LocalExecutor executor = new LocalExecutor(DeviceChoice.CPU, threads);
        RunConfiguration paper = RunConfiguration.PAPER;
        RunDirectory run = RunDirectory.create(runs, paper.suggestedName(), paper, null, executor.environment());
        Platform.startup(() -> {});
        Workbench workbench = Toolkit.call(() -> WorkbenchWindow.open(new Stage(), runs, executor));
        String sample = Path.of("sample-runs", SAMPLE).toAbsolutePath().toString();
        waitFor(() -> workbench.model().runs().run(sample).isPresent());
        Toolkit.call(() -> {
            workbench.model().runs().select(List.of(sample));
            workbench.model().page().set(Page.CIRCUIT);
            workbench.model().replay().speedProperty().set(ReplaySpeed.SLOW);
            return null;
        });
        waitFor(() -> workbench.model().circuit().circle().sceneProperty().get().isPresent());
        // Networks are read ahead for a while.
        Thread.sleep(20_000);
        executor.submit(List.of(run.path()));
        Thread.sleep(20_000);
        double[] ratios = new double[rounds];
        double[] shares = new double[rounds];
        double[] frames = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            double without = heat(workbench, executor, seconds, false)[0];
            double[] with = heat(workbench, executor, seconds, true);
            double after = heat(workbench, executor, seconds, false)[0];
            ratios[round] = with[0] / ((without + after) / 2);
            shares[round] = with[1];
            frames[round] = with[2];
            System.out.printf("round %d: %.2f steps/s with replay, %.2f and %.2f without; window %.1f%% of a core, %.1f frames/s%n",
                    round + 1, with[0], without, after, 100 * with[1], with[2]);
        }
        System.out.printf("replay, training on %d of %d processors: steps a second %.3f of those without (%.3f to %.3f); window %.1f%% of a core; %.1f frames/s%n",
                threads, Runtime.getRuntime().availableProcessors(), median(ratios), min(ratios), max(ratios), 100 * median(shares), median(frames));
        Runtime.getRuntime().halt(0);
    }

    /** Returns steps a second, the window's processor time a second, and how often a second the circle moved. */
    private static double[] heat(Workbench workbench, LocalExecutor executor, int seconds, boolean replay)
            throws Exception {
        int[] moves = {0};
        Toolkit.call(() -> {
            ReplayModel model = workbench.model().replay();
            if (replay != (model.phaseProperty().get() == ReplayModel.Phase.PLAYING)) {
                model.toggle();
            }
            return null;
        });
        var listening = Toolkit.call(() -> workbench.model().circuit().circle().sceneProperty()
                .subscribe((_, _) -> moves[0]++));
        Thread.sleep(1000);
        int movesBefore = moves[0];
        int stepBefore = step(executor);
        double windowBefore = windowSeconds();
        long start = System.nanoTime();
        Thread.sleep(seconds * 1000L);
        double took = (System.nanoTime() - start) / 1e9;
        double[] heat = {(step(executor) - stepBefore) / took, (windowSeconds() - windowBefore) / took,
                (moves[0] - movesBefore) / took};
        Toolkit.call(() -> {
            listening.unsubscribe();
            return null;
        });
        return heat;
    }

    private static int step(LocalExecutor executor) {
        return executor.snapshot().runs().stream().mapToInt(it -> it.step()).max().orElse(0);
    }

    private static double windowSeconds() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double nanos = 0;
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null && (thread.getThreadName().startsWith("JavaFX")
                    || thread.getThreadName().startsWith("QuantumRenderer"))) {
                nanos += Math.max(0, threads.getThreadCpuTime(thread.getThreadId()));
            }
        }
        return nanos / 1e9;
    }

    private static void waitFor(Callable<Boolean> condition) throws Exception {
        while (!Toolkit.call(condition)) {
            Thread.sleep(100);
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double min(double[] values) {
        return Arrays.stream(values).min().orElse(Double.NaN);
    }

    private static double max(double[] values) {
        return Arrays.stream(values).max().orElse(Double.NaN);
    }
}
