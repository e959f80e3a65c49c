import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.grokscope.run.ManyRuns;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunFeed;
import org.grokscope.run.RunHistory;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.training.Compute;
import org.grokscope.training.DeviceChoice;
import org.grokscope.training.LocalExecutor;
import org.grokscope.workbench.Toolkit;
import org.grokscope.workbench.Workbench;
import org.grokscope.workbench.WorkbenchWindow;
import org.grokscope.workbench.timeline.TimelineModel;

/**
 * The largest that somebody may have: ten thousand runs in a folder, a run of a million evaluations, and a log of two gigabytes.
 * Arguments: {@code what} is folder, run or log; {@code many} is how many runs, evaluations or megabytes; {@code runs} is a
 * folder that an earlier call filled with so many.
 */
final class Scale {
    private static final int MEBIBYTE = 1 << 20;
    private static final int MOVES = 120;

    private final Path folder;
    private final CompletableFuture<Workbench> workbench = new CompletableFuture<>();
    private Stage stage;

    private Scale(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        Settings settings = Settings.of(arguments);
        Path folder = Files.createTempDirectory("grokscope-scale");
        System.setProperty("grokscope.preferences", folder.resolve("preferences.json").toString());
        Scale scale = new Scale(Path.of(settings.text("runs", folder.resolve("runs").toString())));
        switch (settings.text("what", "folder")) {
            case "folder" -> scale.folder(settings.number("many", 10_000));
            case "run" -> scale.run(settings.number("many", 1_000_000));
            default -> scale.log(settings.number("many", 2048));
        }
        Runtime.getRuntime().halt(0);
    }

    private void folder(int runs) throws Exception {
        if (!Files.exists(folder)) {
            ManyRuns.write(folder, runs, 200);
        }
        toolkit();
        long begun = System.nanoTime();
        CompletableFuture<Long> listed = new CompletableFuture<>();
        CompletableFuture<String> first = new CompletableFuture<>();
        open(opened -> opened.model().runs().runs().subscribe(read -> {
            if (!read.isEmpty() && !first.isDone()) {
                Timed.layOut(stage);
                first.complete("%,d runs are listed after %,.0f ms".formatted(read.size(), (System.nanoTime() - begun) / 1e6));
            }
            if (read.size() >= runs) {
                Timed.layOut(stage);
                listed.complete(System.nanoTime());
            }
        }));
        System.out.println(first.get());
        System.out.printf("all %,d runs are listed after %,.0f ms%n", runs, (listed.get() - begun) / 1e6);
        memory("then");
        Typing.measure(workbench.get(), stage);
        for (int i = 0; i < 5; i++) {
            notice(i);
        }
        TimeUnit.SECONDS.sleep(20);
        memory("20 s later");
    }

    private void notice(int seed) throws Exception {
        Workbench open = workbench.get();
        RunConfiguration configuration = RunConfiguration.PAPER.withSeed(1_000_000 + seed);
        long begun = System.nanoTime();
        RunDirectory made = RunDirectory.create(folder, "new " + seed, configuration, null,
                ManyRuns.ENVIRONMENT);
        while (Toolkit.call(() -> open.model().runs().run(made.head().id()).isEmpty())) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        System.out.printf("a new run is in the list after %,.0f ms%n", (System.nanoTime() - begun) / 1e6);
    }

    private void run(int evaluations) throws Exception {
        RunDirectory run = ManyRuns.writeLong(folder, 23, evaluations);
        System.out.printf("%,d evaluations, %,d MB%n", evaluations, metrics(run) / MEBIBYTE);
        toolkit();
        long begun = System.nanoTime();
        open(_ -> {});
        Workbench open = workbench.get();
        while (Toolkit.call(() -> open.model().runs().run(run.head().id()).isEmpty())) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        System.out.printf("it is in the list after %,.0f ms%n", (System.nanoTime() - begun) / 1e6);
        begun = System.nanoTime();
        Toolkit.call(() -> {
            open.model().runs().select(List.of(run.head().id()));
            return "";
        });
        TimelineModel timeline = Toolkit.timeline(open);
        while (Toolkit.call(() -> timeline.primary().filter(it -> it.history().whole()).isEmpty())) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        double drawn = Timed.task(() -> stage.getScene().snapshot(null));
        System.out.printf("read and drawn after %,.0f ms, of which the picture took %,.0f ms%n",
                (System.nanoTime() - begun) / 1e6, drawn);
        memory("then");
        frames("hover", i -> timeline.hover(evaluations * 0.005 * (i + 20)));
        Toolkit.call(() -> {
            timeline.hoverEnded();
            return "";
        });
        frames("zoom", i -> timeline.zoom(0.4, i % 20 < 10 ? 0.8 : 1.25));
    }

    /** A move and the picture of the whole window after it; the chart is given the 40 ms in which it draws at most once. */
    private void frames(String what, IntConsumer move) throws Exception {
        List<Double> moves = new ArrayList<>();
        List<Double> pictures = new ArrayList<>();
        for (int i = 0; i < MOVES; i++) {
            int at = i;
            moves.add(Timed.task(() -> move.accept(at)));
            TimeUnit.MILLISECONDS.sleep(60);
            pictures.add(Timed.task(() -> stage.getScene().snapshot(null)));
        }
        Timed.print(what + ", the model", moves);
        Timed.print(what + ", a picture of the window after it", pictures);
    }

    private void log(int megabytes) throws Exception {
        RunDirectory run = ManyRuns.writeLong(folder, 97, (int) (megabytes * (long) MEBIBYTE / 1750));
        long size = metrics(run);
        RunFeed feed = new RunFeed(run.path());
        long before = read();
        long begun = System.nanoTime();
        feed.glance();
        System.out.printf("%,d MB at a glance: %,.0f ms, %,.1f MB read%n", size / MEBIBYTE,
                (System.nanoTime() - begun) / 1e6, (read() - before) / (double) MEBIBYTE);
        before = read();
        begun = System.nanoTime();
        feed.poll();
        RunHistory history = feed.history();
        System.out.printf("%,d evaluations whole: %,.0f ms, %,.1f MB read%n", history.evaluations().size(),
                (System.nanoTime() - begun) / 1e6, (read() - before) / (double) MEBIBYTE);
        memory("then");
        for (int i = 0; i < 3; i++) {
            before = read();
            begun = System.nanoTime();
            ManyRuns.append(run, 97, history.lastStep() + 1 + i);
            feed.poll();
            System.out.printf("one line more: %,.1f ms, %,d bytes read%n", (System.nanoTime() - begun) / 1e6,
                    read() - before);
        }
    }

    private static long metrics(RunDirectory run) throws IOException {
        return Files.size(run.path().resolve("metrics.jsonl"));
    }

    private static void toolkit() {
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
    }

    private void open(Consumer<Workbench> then) throws Exception {
        stage = Toolkit.call(Stage::new);
        Toolkit.call(() -> {
            Workbench opened = WorkbenchWindow.open(stage, folder,
                    new LocalExecutor(DeviceChoice.CPU, Compute.DEFAULT_THREADS));
            then.accept(opened);
            workbench.complete(opened);
            return "";
        });
    }

    /** Bytes that this process has read so far, as Linux counts them. */
    private static long read() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/io")).stream().filter(it -> it.startsWith("rchar:"))
                .mapToLong(it -> Long.parseLong(it.replaceAll("\\D", ""))).findFirst().orElseThrow();
    }

    private static void memory(String when) throws Exception {
        System.gc();
        TimeUnit.MILLISECONDS.sleep(500);
        Runtime heap = Runtime.getRuntime();
        System.out.printf("memory %s: heap %,d MiB, resident %,d MiB%n", when,
                (heap.totalMemory() - heap.freeMemory()) / MEBIBYTE, ProcessStatus.resident(ProcessHandle.current().pid()).orElse(-1) / MEBIBYTE);
    }
}
