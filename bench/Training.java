import static org.grokscope.settings.Settings.BATCH;
import static org.grokscope.settings.Settings.BLOCKS;
import static org.grokscope.settings.Settings.CHECKPOINT_EVERY;
import static org.grokscope.settings.Settings.EVALUATE_EVERY;
import static org.grokscope.settings.Settings.P;
import static org.grokscope.settings.Settings.PRECISION;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;
import org.grokscope.cli.Main;
import org.grokscope.run.Environment;
import org.grokscope.run.RunDirectory;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.training.DeviceChoice;
import org.grokscope.training.RunExecutor;
import org.grokscope.training.TrainingRun;
import org.grokscope.training.TrainingRun.Phase;
import org.grokscope.training.TrainingSnapshot;
import org.grokscope.training.worker.MachineExecutor;
import org.grokscope.training.worker.WorkerProgram;
import org.grokscope.training.worker.Workers;
import org.grokscope.workbench.WorkbenchApplication;

/**
 * Grokscope as a contender. It trains the paper's run the way {@code grokscope train} does, alone on two threads or several
 * at once in workers of one thread each. Arguments: {@code evaluate} and {@code checkpoint} (steps from one to the next,
 * never if absent), {@code runs}, {@code window=open} for a workbench that looks on, {@code p}, {@code blocks},
 * {@code batch} and {@code precision}.
 */
final class Training {
    private static final int NEVER = 100_000_000;
    /** The toolkit starts, the window opens, and Java compiles what both are made of. */
    private static final double OPENING_SECONDS = 30;
    private static final long SETTLE_NANOS = 1_000_000_000;

    private final RunExecutor executor;
    private final BlockingQueue<Report> reports = new LinkedBlockingQueue<>();

    private record Report(long nanos, TrainingSnapshot snapshot) {
        long steps() {
            return snapshot.runs().stream().mapToLong(TrainingRun::step).sum();
        }

        boolean all(Phase phase) {
            return !snapshot.runs().isEmpty() && snapshot.runs().stream().allMatch(run -> run.phase() == phase);
        }
    }

    private Training(RunExecutor executor) {
        this.executor = executor;
        executor.listen(snapshot -> reports.add(new Report(System.nanoTime(), snapshot)));
    }

    public static void main(String[] arguments) throws Exception {
        Settings settings = Settings.of(arguments);
        int runs = settings.number("runs", 1);
        Path folder = Path.of(settings.text("folder", Files.createTempDirectory("grokscope-bench").toString()));
        System.setProperty("grokscope.preferences", folder.resolve("preferences.json").toString());
        RunExecutor executor = new MachineExecutor(DeviceChoice.CPU, OptionalInt.empty(), new Workers(OptionalInt.of(runs)),
                WorkerProgram.running(Main.class, "worker"));
        Training training = new Training(executor);
        training.begin(folder, configuration(settings), runs);
        if (settings.text("window", "closed").equals("open")) {
            Thread.ofPlatform().daemon().start(() -> look(folder, executor));
            training.heat(OPENING_SECONDS);
        }
        Heat.answer(training::heat);
        executor.close();
        Runtime.getRuntime().halt(0);
    }

    private static void look(Path folder, RunExecutor executor) {
        try {
            WorkbenchApplication.open(folder, executor, Optional.empty());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static RunConfiguration configuration(Settings settings) {
        RunConfiguration paper = RunConfiguration.PAPER;
        return paper.with(P, settings.number("p", paper.task().p()))
                .with(BLOCKS, settings.number("blocks", paper.model().blocks()))
                .with(BATCH, settings.number("batch", paper.optimizer().batch()))
                .with(PRECISION, PRECISION.type().parse(settings.text("precision", "float32"))).ending(NEVER, 0)
                .with(EVALUATE_EVERY, settings.number("evaluate", NEVER))
                .with(CHECKPOINT_EVERY, settings.number("checkpoint", NEVER));
    }

    /** Makes the runs, takes them past their first evaluation, and holds them there. */
    private void begin(Path folder, RunConfiguration configuration, int runs) throws IOException, InterruptedException {
        List<Path> made = new ArrayList<>();
        Environment environment = executor.environmentOf(Collections.nCopies(runs, configuration));
        for (int seed = 0; seed < runs; seed++) {
            made.add(RunDirectory.create(folder, "run " + seed, configuration.withSeed(seed), null, environment).path());
        }
        executor.submit(made);
        await(report -> report.snapshot().runs().size() == runs
                && report.snapshot().runs().stream().allMatch(run -> run.step() > 10));
        pause();
    }

    /** Trains for some seconds and holds again. The first second does not count. */
    private Heat heat(double seconds) throws InterruptedException {
        reports.clear();
        executor.submit(executor.snapshot().runs().stream().map(TrainingRun::path).toList());
        Report resumed = await(report -> report.all(Phase.TRAINING));
        Report first = await(report -> report.nanos() - resumed.nanos() >= SETTLE_NANOS);
        Report last = await(report -> report.nanos() - first.nanos() >= seconds * 1e9);
        pause();
        return new Heat(last.steps() - first.steps(), (last.nanos() - first.nanos()) / 1e9);
    }

    private void pause() throws InterruptedException {
        executor.snapshot().runs().forEach(run -> executor.stop(run.path()));
        await(report -> report.all(Phase.STOPPED));
    }

    private Report await(Predicate<Report> condition) throws InterruptedException {
        while (true) {
            Report report = reports.take();
            if (report.snapshot().runs().stream()
                    .anyMatch(run -> run.phase().ended() && run.phase() != Phase.STOPPED)) {
                throw new IllegalStateException("A run ended: " + report.snapshot());
            }
            if (condition.test(report)) {
                return report;
            }
        }
    }
}
