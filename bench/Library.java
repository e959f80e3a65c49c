import java.awt.Color;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TreeTableView;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.grokscope.figure.FigureStyle;
import org.grokscope.figure.MovableAlarm;
import org.grokscope.figure.SampleHistories;
import org.grokscope.figure.SeriesStyle;
import org.grokscope.figure.StepRange;
import org.grokscope.figure.TimelineFigure;
import org.grokscope.figure.TimelineRun;
import org.grokscope.measure.Alarm;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Milestone;
import org.grokscope.measure.Panel;
import org.grokscope.run.ManyRuns;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunLibrary;
import org.grokscope.training.Compute;
import org.grokscope.training.DeviceChoice;
import org.grokscope.training.LocalExecutor;
import org.grokscope.workbench.Toolkit;
import org.grokscope.workbench.Workbench;
import org.grokscope.workbench.WorkbenchWindow;
import org.grokscope.workbench.chart.FigureViewer;
import org.grokscope.workbench.replay.ReplayModel;
import org.grokscope.workbench.runs.MovedAlarms;
import org.grokscope.workbench.runs.ReadRuns;
import org.grokscope.workbench.runs.RunsModel;
import org.grokscope.workbench.timeline.TimelineModel;
import org.grokscope.workbench.timeline.TimelineView;

/**
 * How long it takes until a thousand runs of 200 evaluations are listed, until a filter has been applied to them and
 * until a scrolled list stands; how long a redraw of 20 runs of 10,000 points over each other takes; and on a timeline of
 * one run a redraw and a move of the crosshair, at two sizes.
 */
final class Library {
    private static final int RUNS = 1000;
    private static final int EVALUATIONS = 200;
    private static final int OVERLAID = 20;
    private static final int POINTS = 10_000;
    private static final int OPENINGS = 4;
    private static final int REDRAWS = 120;
    private static final double[][] SIZES = {{820, 660}, {2500, 1400}};

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("grokscope-library");
        System.setProperty("grokscope.preferences", folder.resolve("preferences.json").toString());
        Path many = Files.createDirectory(folder.resolve("many"));
        ManyRuns.write(many, RUNS, EVALUATIONS);
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        redate(many);
        list(many);
        Path long20 = Files.createDirectory(folder.resolve("long"));
        ManyRuns.write(long20, OVERLAID, POINTS);
        overlay(long20);
        for (double[] size : SIZES) {
            timeline(size[0], size[1]);
        }
        Runtime.getRuntime().halt(0);
    }

    /** How long it takes until all runs are dated anew, and the window's model has them, when the ceiling is dragged a step. */
    private static void redate(Path folder) throws Exception {
        List<RunHistory> runs = new ArrayList<>();
        for (RunDirectory run : new RunLibrary(folder).runs()) {
            runs.add(run.history());
        }
        RunsModel model = new RunsModel();
        MovedAlarms moved = new MovedAlarms(model::update);
        List<Double> millis = new ArrayList<>();
        Toolkit.call(() -> {
            moved.update(new ReadRuns(runs, List.of()));
            model.select(runs.subList(0, OVERLAID).stream().map(run -> run.head().id()).toList());
            return model;
        });
        for (int i = 0; i < REDRAWS; i++) {
            Alarm ceiling = Alarm.of(Measure.FSD, Alarm.Side.AT_LEAST, 0.3 + 0.005 * i);
            millis.add(Timed.task(() -> moved.replace(new MovableAlarm(Milestone.CEILING, ceiling), ceiling)));
        }
        Timed.print("%,d runs of %d evaluations dated anew".formatted(RUNS, EVALUATIONS), millis);
    }

    private static void list(Path folder) throws Exception {
        for (int i = 0; i < OPENINGS; i++) {
            long begun = System.nanoTime();
            CompletableFuture<Long> listed = new CompletableFuture<>();
            Stage stage = Toolkit.call(Stage::new);
            Workbench workbench = Toolkit.call(() -> {
                Workbench opened = WorkbenchWindow.open(stage, folder,
                        new LocalExecutor(DeviceChoice.CPU, Compute.DEFAULT_THREADS));
                opened.model().runs().runs().subscribe(runs -> {
                    if (runs.size() == RUNS) {
                        Timed.layOut(stage);
                        listed.complete(System.nanoTime());
                    }
                });
                return opened;
            });
            System.out.printf("%,d runs of %d evaluations listed after %,.0f ms (%s)%n", RUNS, EVALUATIONS,
                    (listed.get() - begun) / 1e6, i == 0 ? "the first window of a process" : "another window");
            if (i == OPENINGS - 1) {
                Typing.measure(workbench, stage);
                scroll(stage);
            }
            Toolkit.call(() -> {
                stage.close();
                return stage;
            });
        }
    }

    private static void scroll(Stage stage) throws Exception {
        TreeTableView<?> list = (TreeTableView<?>) stage.getScene().lookup("#runs");
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < 2 * REDRAWS; i++) {
            int row = i * 37 % RUNS;
            millis.add(Timed.task(() -> {
                list.scrollTo(row);
                Timed.layOut(stage);
            }));
        }
        Timed.print("scroll, a page of other runs", millis);
    }

    private static void overlay(Path folder) throws Exception {
        List<TimelineRun> runs = new ArrayList<>();
        for (RunDirectory run : new RunLibrary(folder).runs()) {
            SeriesStyle style = FigureStyle.LIGHT.series(runs.size());
            runs.add(new TimelineRun(run.history(), style.colour(), runs.isEmpty(), 0));
        }
        Chart chart = Chart.of(SIZES[0][0], SIZES[0][1]);
        StepRange whole = StepRange.whole(runs);
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < REDRAWS; i++) {
            StepRange visible = new StepRange(0, whole.upper() * zoom(i));
            millis.add(Timed.task(() -> chart.draw(runs, visible)));
        }
        Timed.print("redraw, %d runs of %,d points over each other".formatted(OVERLAID, POINTS), millis);
    }

    /** A chart in a window. */
    private record Chart(FigureViewer viewer, TimelineFigure figure) {
        static Chart of(double width, double height) throws Exception {
            FigureViewer viewer = new FigureViewer();
            Toolkit.call(() -> {
                Stage stage = new Stage();
                stage.setScene(new Scene(new Pane(viewer), 820, 660));
                viewer.setManaged(false);
                viewer.resize(width, height);
                stage.show();
                Timed.layOut(stage);
                return stage;
            });
            return new Chart(viewer, new TimelineFigure(FigureStyle.LIGHT, Panel.DEFAULT));
        }

        void draw(List<TimelineRun> runs, StepRange visible) {
            viewer.show(figure.chart());
            figure.update(runs, visible, false);
        }
    }

    private static double zoom(int i) {
        return i % 4 == 0 ? 1 : 0.2 + 0.8 * (i % 10) / 10;
    }

    /** A redraw ends with a picture of the chart, for a canvas does much of its work only then. */
    private static void timeline(double width, double height) throws Exception {
        List<TimelineRun> runs = List.of(TimelineRun.primary(SampleHistories.grokked(), Color.BLUE));
        Chart chart = Chart.of(width, height);
        StepRange whole = StepRange.whole(runs);
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < REDRAWS; i++) {
            StepRange visible = new StepRange(0, whole.upper() * zoom(i));
            millis.add(Timed.task(() -> {
                chart.draw(runs, visible);
                chart.viewer().snapshot(null, null);
            }));
        }
        Timed.print("redraw of a timeline, %,.0f\u00d7%,.0f".formatted(width, height), millis);

        TimelineModel model = new TimelineModel();
        TimelineView view = Toolkit.call(() -> new TimelineView(model, new ReplayModel(), () -> {}));
        Toolkit.call(() -> {
            Stage stage = new Stage();
            stage.setScene(new Scene(new Pane(view.node()), 820, 660));
            view.node().setManaged(false);
            view.node().resize(width, height);
            stage.show();
            Timed.layOut(stage);
            model.runsProperty().set(runs);
            return stage;
        });
        Thread.sleep(500);
        List<Double> moves = new ArrayList<>();
        List<Double> still = new ArrayList<>();
        for (int i = 0; i < REDRAWS; i++) {
            int step = 100 * (i % 70 + 5);
            moves.add(Timed.task(() -> {
                model.hover(step);
                view.node().snapshot(null, null);
            }));
            still.add(Timed.task(() -> view.node().snapshot(null, null)));
        }
        Timed.print("a move of its crosshair", moves);
        Timed.print("a picture of the page without any move", still);
    }
}
