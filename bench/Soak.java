import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.grokscope.run.Fork;
import org.grokscope.run.ForkRequest;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.Trash;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.SettingValues;
import org.grokscope.settings.Settings;
import org.grokscope.training.Compute;
import org.grokscope.training.DeviceChoice;
import org.grokscope.training.LocalExecutor;
import org.grokscope.training.TrainingRun;
import org.grokscope.training.TrainingSnapshot;
import org.grokscope.workbench.WorkbenchApplication;

/**
 * An hour of the workbench at a hundred times the usual rate: runs are made, trained, forked, deleted and the trash emptied, one
 * after the other, under an open window. Memory, threads, open files and temporary files have to stay flat.
 */
final class Soak {
    private static final Duration TELL_EVERY = Duration.ofSeconds(30);
    private static final int EMPTY_EVERY = 10;

    private final Path runs;
    private final LocalExecutor executor;
    private final long began = System.nanoTime();
    private long told = began;
    private int trained;

    private Soak(Path runs, LocalExecutor executor) {
        this.runs = runs;
        this.executor = executor;
    }

    /** @param arguments for how many minutes; 60 unless said */
    public static void main(String[] arguments) throws Exception {
        long minutes = arguments.length > 0 ? Long.parseLong(arguments[0]) : 60;
        Path runs = Files.createTempDirectory("grokscope-soak");
        LocalExecutor executor = new LocalExecutor(DeviceChoice.CPU, Compute.DEFAULT_THREADS);
        Soak soak = new Soak(runs, executor);
        Thread.ofPlatform().daemon().start(() -> soak.live(Duration.ofMinutes(minutes)));
        WorkbenchApplication.open(runs, executor, Optional.empty());
    }

    private void live(Duration time) {
        try {
            System.out.println("minute  runs  heap MB  resident MB  threads  open files  temporary files");
            for (int round = 1; System.nanoTime() - began < time.toNanos(); round++) {
                round(round);
                if (System.nanoTime() - told >= TELL_EVERY.toNanos()) {
                    told = System.nanoTime();
                    tell();
                }
            }
            Runtime.getRuntime().halt(0);
        } catch (Exception e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }

    private void round(int round) throws IOException, InterruptedException {
        RunConfiguration configuration = SettingValues.PAPER.with(Settings.P, 7).with(Settings.WIDTH, 8)
                .with(Settings.HEADS, 2).with(Settings.MLP_WIDTH, 12).with(Settings.STEPS, 60)
                .with(Settings.EVALUATE_EVERY, 10).with(Settings.CHECKPOINT_EVERY, 20)
                .with(Settings.SEED, (long) round).configuration();
        RunDirectory run = RunDirectory.create(runs, configuration.suggestedName(), configuration, null,
                executor.environment());
        List<Path> made = new ArrayList<>(List.of(run.path()));
        train(made);
        ForkRequest request = new ForkRequest(20, List.of(2.0), 1, true, OptionalDouble.empty(), OptionalInt.empty(),
                OptionalInt.empty(), OptionalInt.empty());
        List<Path> forks = Fork.create(run, request, executor::environment).stream().map(RunDirectory::path).toList();
        train(forks);
        made.addAll(forks);
        Trash trash = new Trash(runs);
        trash.delete(made);
        if (round % EMPTY_EVERY == 0) {
            trash.empty();
        }
    }

    private void train(List<Path> paths) throws InterruptedException {
        paths.forEach(executor::submit);
        for (Path path : paths) {
            while (!ended(executor.snapshot(), path)) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            trained++;
        }
    }

    private static boolean ended(TrainingSnapshot snapshot, Path path) {
        return snapshot.run(path).map(TrainingRun::phase).filter(TrainingRun.Phase::ended).isPresent();
    }

    private void tell() throws IOException {
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        long files = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount()
                : -1;
        System.out.printf("%6.1f %5d %8.1f %12.1f %8d %11d %16d%n", (System.nanoTime() - began) / 60e9, trained,
                heap / 1e6, residentMegabytes(), ManagementFactory.getThreadMXBean().getThreadCount(), files,
                temporaryFiles());
    }

    private static double residentMegabytes() throws IOException {
        OptionalLong resident = ProcessStatus.resident(ProcessHandle.current().pid());
        return resident.isPresent() ? resident.getAsLong() / 1e6 : -1;
    }

    /** Those of this kind of program: fonts, images, libraries. */
    private static long temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.map(it -> it.getFileName().toString())
                    .filter(name -> name.startsWith("+") || name.startsWith("imageio") || name.contains("JF")).count();
        }
    }
}
