import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.grokscope.run.RunDirectory;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.training.Compute;
import org.grokscope.training.DeviceChoice;
import org.grokscope.training.LocalExecutor;
import org.grokscope.workbench.Latency;
import org.grokscope.workbench.WorkbenchApplication;

/** How long the window takes to answer, idle and while a run of the paper's size trains. */
final class WindowLatency {
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
            System.out.println((training ? "training: " : "idle: ") + Latency.measure());
            Runtime.getRuntime().halt(0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
