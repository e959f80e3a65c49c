package org.grokscope.workbench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.grokscope.measure.Evaluation;
import org.grokscope.run.ManyRuns;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunEvent;
import org.grokscope.run.RunHead;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunLibrary;
import org.grokscope.run.RunState;
import org.grokscope.run.RunWriter;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.study.Trial;
import org.grokscope.study.plan.Plan;
import org.grokscope.study.plan.PlanFolder;
import org.grokscope.training.Compute;
import org.grokscope.training.DeviceChoice;
import org.grokscope.training.LocalExecutor;
import org.grokscope.workbench.preferences.PreferencesFile;

/**
 * How long the window takes to answer while it shows a plan of 1,000 runs, 50 of which another process writes: each is
 * evaluated every two seconds, as a run of the paper's size is at 50 steps a second.
 */
final class PlanLatency {
    private static final int FINISHED = 700;
    private static final int TRAINING = 50;
    private static final int PLANNED = 250;
    private static final int EVALUATIONS = 200;
    private static final long EVERY_MILLIS = 2000;
    private static final Path SAMPLE = Path.of("sample-runs", "add-97-seed-123");

    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0) {
            write(Path.of(arguments[0]));
            return;
        }
        Path folder = Files.createTempDirectory("grokscope-plan");
        System.setProperty(PreferencesFile.PROPERTY, folder.resolve("preferences.json").toString());
        LocalExecutor executor = new LocalExecutor(DeviceChoice.CPU, Compute.DEFAULT_THREADS);
        PlanFolder plan = plan(folder, executor);
        Platform.startup(() -> {});
        Path own = Files.createDirectory(folder.resolve("own"));
        Workbench workbench = Toolkit.call(() -> WorkbenchWindow.open(new Stage(), own, executor));
        measure("nothing open");
        Process writer = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-cp",
                System.getProperty("java.class.path"), PlanLatency.class.getName(), plan.runs().toString()).inheritIO()
                        .start();
        Toolkit.call(() -> {
            workbench.plans().show(plan.path());
            return null;
        });
        while (Toolkit.call(() -> workbench.model().runs().runs().get().size()) < FINISHED + TRAINING) {
            Thread.sleep(200);
        }
        Toolkit.call(() -> {
            workbench.model().runs().select(workbench.model().runs().runs().get().stream().map(RunHistory::head)
                    .filter(PlanLatency::live).map(RunHead::id).limit(1).toList());
            return null;
        });
        Thread.sleep(TimeUnit.SECONDS.toMillis(20));
        long training = Toolkit.call(() -> workbench.model().runs().runs().get().stream()
                .filter(it -> it.state() == RunState.TRAINING).count());
        measure("a plan of 1,000 runs, " + training + " of them training");
        writer.destroy();
        Runtime.getRuntime().halt(0);
    }

    private static boolean live(RunHead head) {
        return head.name().startsWith("live ");
    }

    private static void measure(String what) throws InterruptedException {
        System.out.println(what + ": " + Latency.measure());
    }

    private static PlanFolder plan(Path folder, LocalExecutor executor) throws Exception {
        Path made = Files.createDirectory(folder.resolve("made"));
        ManyRuns.write(made, FINISHED, EVALUATIONS);
        List<Trial> trials = new ArrayList<>();
        for (RunDirectory run : new RunLibrary(made).runs()) {
            trials.add(new Trial.Trained(run.head().id(), run.head().configuration()));
        }
        List<RunConfiguration> live = new ArrayList<>();
        for (int seed = 0; seed < TRAINING + PLANNED; seed++) {
            RunConfiguration configuration = RunConfiguration.PAPER.withSeed(100_000 + seed);
            trials.add(new Trial.Trained("live-" + seed, configuration));
            if (seed < TRAINING) {
                live.add(configuration);
            }
        }
        PlanFolder plan = PlanFolder.create(folder.resolve("plan"), new Plan(trials));
        Files.deleteIfExists(plan.runs());
        Files.move(made, plan.runs());
        for (int i = 0; i < live.size(); i++) {
            RunDirectory.create(plan.runs(), "live " + i, live.get(i), null, executor.environment());
        }
        return plan;
    }

    /** Writes the runs that are not finished, one evaluation of a sample after the other, by turns. */
    private static void write(Path runs) throws Exception {
        List<Evaluation> evaluations = RunDirectory.open(SAMPLE).history().evaluations();
        List<RunWriter> writers = new ArrayList<>();
        for (RunDirectory run : new RunLibrary(runs).runs()) {
            if (live(run.head())) {
                RunWriter writer = RunWriter.open(run);
                writer.append(new RunEvent.Started(0, Instant.now(), null));
                writers.add(writer);
            }
        }
        for (int i = 0; i < evaluations.size(); i++) {
            for (RunWriter writer : writers) {
                writer.append(evaluations.get(i));
                Thread.sleep(EVERY_MILLIS / TRAINING);
            }
        }
        System.err.println("The runs ended before the measuring did.");
    }
}
