import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.grokscope.run.RunDirectory;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.training.Compute;
import org.grokscope.training.DeviceChoice;
import org.grokscope.training.LocalExecutor;
import org.grokscope.workbench.WorkbenchApplication;

/**
 * How long the window takes to answer, idle and while a run of the paper's size trains: the time from handing the
 * toolkit's thread something to do until it is done, fifty times a second for half a minute.
 */
final class WindowLatency {
    private static final int SAMPLES = 1500;
    private static final int EVERY_MILLIS = 20;

    public static void main(String[] arguments) throws Exception {
        boolean training = arguments.length > 0 && arguments[0].equals("training");
        Path runs = Files.createTempDirectory("grokscope-latency");
        LocalExecutor executor = new LocalExecutor(DeviceChoice.AUTO, Compute.DEFAULT_THREADS);
        if (training) {
            submit(runs, executor);
        }
        Thread.ofPlatform().daemon().start(() -> measure(training));
        WorkbenchApplication.open(runs, executor, Optional.empty());
    }

    private static void submit(Path runs, LocalExecutor executor) throws IOException {
        RunConfiguration paper = RunConfiguration.PAPER;
        executor.submit(RunDirectory.create(runs, paper.suggestedName(), paper, null, executor.environment()).path());
    }

    private static void measure(boolean training) {
        try {
            Thread.sleep(TimeUnit.SECONDS.toMillis(10));
            double[] millis = new double[SAMPLES];
            for (int i = 0; i < SAMPLES; i++) {
                CountDownLatch done = new CountDownLatch(1);
                long asked = System.nanoTime();
                Platform.runLater(done::countDown);
                done.await();
                millis[i] = (System.nanoTime() - asked) / 1e6;
                Thread.sleep(EVERY_MILLIS);
            }
            Arrays.sort(millis);
            System.out.printf("%s: median %.2f ms, 95%% %.1f ms, 99%% %.1f ms, worst %.1f ms%n",
                    training ? "training" : "idle", millis[SAMPLES / 2], millis[SAMPLES * 95 / 100],
                    millis[SAMPLES * 99 / 100], millis[SAMPLES - 1]);
            Runtime.getRuntime().halt(0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
