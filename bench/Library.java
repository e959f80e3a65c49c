import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TreeTableView;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.grokscope.figure.FigureStyle;
import org.grokscope.figure.SeriesStyle;
import org.grokscope.figure.StepRange;
import org.grokscope.figure.TimelineFigure;
import org.grokscope.figure.TimelinePanel;
import org.grokscope.figure.TimelineRun;
import org.grokscope.run.ManyRuns;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunLibrary;
import org.grokscope.training.Compute;
import org.grokscope.training.DeviceChoice;
import org.grokscope.training.LocalExecutor;
import org.grokscope.workbench.Workbench;
import org.grokscope.workbench.WorkbenchWindow;
import org.grokscope.workbench.chart.FigureViewer;

/**
 * How long it takes until a thousand runs of 200 evaluations are listed, until a filter has been applied to them and
 * until a scrolled list stands, and how long a redraw of 20 runs of 10,000 points over each other takes.
 */
final class Library {
    private static final int RUNS = 1000;
    private static final int EVALUATIONS = 200;
    private static final int OVERLAID = 20;
    private static final int POINTS = 10_000;
    private static final int OPENINGS = 4;
    private static final int REDRAWS = 120;
    private static final int WARM_UP = 20;
    private static final double WIDTH = 820;
    private static final double HEIGHT = 660;
    private static final String FILTER = "p=97 \u03bb>1 grokked seed<800";

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("grokscope-library");
        System.setProperty("grokscope.preferences", folder.resolve("preferences.json").toString());
        Path many = Files.createDirectory(folder.resolve("many"));
        ManyRuns.write(many, RUNS, EVALUATIONS);
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        list(many);
        Path long20 = Files.createDirectory(folder.resolve("long"));
        ManyRuns.write(long20, OVERLAID, POINTS);
        overlay(long20);
        Runtime.getRuntime().halt(0);
    }

    private static void list(Path folder) throws Exception {
        for (int i = 0; i < OPENINGS; i++) {
            long begun = System.nanoTime();
            CompletableFuture<Long> listed = new CompletableFuture<>();
            Stage stage = onToolkit(Stage::new);
            Workbench workbench = onToolkit(() -> {
                Workbench opened = WorkbenchWindow.open(stage, folder,
                        new LocalExecutor(DeviceChoice.CPU, Compute.DEFAULT_THREADS));
                opened.model().runs().runs().subscribe(runs -> {
                    if (runs.size() == RUNS) {
                        layOut(stage);
                        listed.complete(System.nanoTime());
                    }
                });
                return opened;
            });
            System.out.printf("%,d runs of %d evaluations listed after %,.0f ms (%s)%n", RUNS, EVALUATIONS,
                    (listed.get() - begun) / 1e6, i == 0 ? "the first window of a process" : "another window");
            if (i == OPENINGS - 1) {
                filter(workbench, stage);
                scroll(stage);
            }
            onToolkit(() -> {
                stage.close();
                return stage;
            });
        }
    }

    private static void filter(Workbench workbench, Stage stage) throws Exception {
        List<Double> millis = new ArrayList<>();
        for (int round = 0; round < 4; round++) {
            for (int letters = 1; letters <= FILTER.length(); letters++) {
                String typed = FILTER.substring(0, letters);
                millis.add(timed(() -> {
                    workbench.model().runs().filter().set(typed);
                    layOut(stage);
                }));
            }
        }
        print("filter, a letter typed", millis);
        onToolkit(() -> {
            workbench.model().runs().filter().set("");
            return "";
        });
    }

    private static void scroll(Stage stage) throws Exception {
        TreeTableView<?> list = (TreeTableView<?>) stage.getScene().lookup("#runs");
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < 2 * REDRAWS; i++) {
            int row = i * 37 % RUNS;
            millis.add(timed(() -> {
                list.scrollTo(row);
                layOut(stage);
            }));
        }
        print("scroll, a page of other runs", millis);
    }

    private static void overlay(Path folder) throws Exception {
        List<TimelineRun> runs = new ArrayList<>();
        for (RunDirectory run : new RunLibrary(folder).runs()) {
            SeriesStyle style = FigureStyle.LIGHT.series(runs.size());
            runs.add(new TimelineRun(run.history(), style.colour(), runs.isEmpty(), 0));
        }
        FigureViewer viewer = new FigureViewer();
        onToolkit(() -> {
            Stage stage = new Stage();
            stage.setScene(new Scene(new StackPane(viewer), WIDTH, HEIGHT));
            stage.show();
            return stage;
        });
        TimelineFigure figure = new TimelineFigure(FigureStyle.LIGHT, TimelinePanel.DEFAULT);
        StepRange whole = StepRange.whole(runs);
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < REDRAWS; i++) {
            double zoom = i % 4 == 0 ? 1 : 0.2 + 0.8 * (i % 10) / 10;
            StepRange visible = new StepRange(0, whole.upper() * zoom);
            millis.add(timed(() -> {
                figure.update(runs, visible, false);
            }));
        }
        print("redraw, %d runs of %,d points over each other".formatted(OVERLAID, POINTS), millis);
    }

    private static void layOut(Stage stage) {
        stage.getScene().getRoot().applyCss();
        stage.getScene().getRoot().layout();
    }

    /** Does something on the toolkit's thread, and returns after how many milliseconds it was done. */
    private static double timed(Runnable task) throws Exception {
        return onToolkit(() -> {
            long begun = System.nanoTime();
            task.run();
            return (System.nanoTime() - begun) / 1e6;
        });
    }

    private static <T> T onToolkit(Callable<T> task) throws Exception {
        CompletableFuture<T> result = new CompletableFuture<>();
        CountDownLatch done = new CountDownLatch(1);
        Platform.runLater(() -> {
            try {
                result.complete(task.call());
            } catch (Exception | Error problem) {
                result.completeExceptionally(problem);
            }
            done.countDown();
        });
        done.await();
        return result.get();
    }

    private static void print(String what, List<Double> all) {
        double[] millis = all.subList(Math.min(WARM_UP, all.size() / 2), all.size()).stream()
                .mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(millis);
        System.out.printf("%s: median %.1f ms, 95%% %.1f ms, worst %.1f ms%n", what, millis[millis.length / 2],
                millis[millis.length * 95 / 100], millis[millis.length - 1]);
    }
}
