import static org.grokscope.settings.Settings.EVALUATE_EVERY;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.grokscope.cli.Main;
import org.grokscope.run.RunDirectory;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.training.DeviceChoice;
import org.grokscope.training.TrainingRun;
import org.grokscope.training.TrainingSnapshot;
import org.grokscope.training.worker.MachineExecutor;
import org.grokscope.training.worker.WorkerProgram;
import org.grokscope.training.worker.Workers;

/**
 * How true the time left is that runs are told a minute after they were begun: six default seeds by turns in one process, and
 * six in workers. Argument: {@code steps} of each.
 */
final class Left {
    private static final int RUNS = 6;
    private static final int TOLD_SECONDS = 60;

    private Left() {}

    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        RunConfiguration configuration = RunConfiguration.PAPER
                .ending(Settings.of(arguments).number("steps", 1500), 0).with(EVALUATE_EVERY, 100);
        Table table = new Table("run", "told after 60 s", "it was", "ratio");
        measure(table, configuration, "by turns", OptionalInt.of(1));
        measure(table, configuration, "in workers", OptionalInt.empty());
        table.print();
        Runtime.getRuntime().halt(0);
    }

    private static void measure(Table table, RunConfiguration configuration, String how, OptionalInt atOnce)
            throws Exception {
        Path folder = Files.createTempDirectory("grokscope-left");
        MachineExecutor executor = new MachineExecutor(DeviceChoice.CPU, OptionalInt.empty(), new Workers(atOnce),
                WorkerProgram.running(Main.class, "worker"));
        List<Path> runs = new ArrayList<>();
        for (int seed = 0; seed < RUNS; seed++) {
            RunConfiguration its = configuration.withSeed(seed);
            runs.add(RunDirectory.create(folder, its.suggestedName(), its, null, executor.environment(RUNS)).path());
        }
        Map<String, Long> ended = new ConcurrentHashMap<>();
        executor.listen(snapshot -> snapshot.runs().stream().filter(run -> run.phase().ended())
                .forEach(run -> ended.putIfAbsent(run.id(), System.nanoTime())));
        executor.submit(runs);
        Thread.sleep(1000L * TOLD_SECONDS);
        long then = System.nanoTime();
        TrainingSnapshot snapshot = executor.snapshot();
        Map<String, Double> told = new TreeMap<>();
        for (TrainingRun run : snapshot.runs()) {
            told.put(run.id(), snapshot.secondsLeft(run));
        }
        while (ended.size() < RUNS) {
            Thread.sleep(1000);
        }
        executor.close();
        told.forEach((run, seconds) -> {
            double were = (ended.get(run) - then) / 1e9;
            table.row(run + ", " + how, "%.0f s".formatted(seconds), "%.0f s".formatted(were),
                    "%.2f".formatted(seconds / were));
        });
    }
}
