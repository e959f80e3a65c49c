package org.grokscope.workbench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.grokscope.analysis.Alignment;
import org.grokscope.figure.FigureStyle;
import org.grokscope.figure.SampleForks;
import org.grokscope.figure.TimelineRun;
import org.grokscope.figure.export.MultiplesContent;
import org.grokscope.figure.WeightDecayColours;
import org.grokscope.measure.Measure;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;
import org.grokscope.workbench.Pictures;
import org.grokscope.workbench.Runs;
import org.grokscope.workbench.chart.Drawn;
import org.grokscope.workbench.chart.FigureViewer;
import org.grokscope.workbench.control.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Drives the compare view without a display. */
@ExtendWith(ApplicationExtension.class)
class CompareViewTest {
    private final CompareModel model = new CompareModel(new AtOnce());
    private CompareView view;
    private int asked;
    private int looked;

    @Start
    void start(Stage stage) {
        Theme.loadFonts();
        view = new CompareView(model, () -> asked++, () -> looked++);
        // The headless screen is small: the view has a size of its own, which the window need not have.
        view.node().setManaged(false);
        view.node().resize(860, 820);
        Scene scene = new Scene(new Pane(view.node()), 860, 820);
        model.darkProperty().subscribe(dark -> {
            Theme.of(dark).install();
            Theme.of(dark).dress(scene.getStylesheets());
        });
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    @Test
    void twoRunsStandSideBySide(FxRobot robot) throws Exception {
        show(robot, Runs.of("a", 0, 97, 42, 1, RunState.FINISHED, 8000),
                Runs.of("b", 1, 53, 7, 1, RunState.FINISHED, 2000));
        screenshot("two");
        assertThat(table().getColumns()).hasSize(3);
        robot.interact(() -> {
            model.darkProperty().set(true);
            view.node().resize(396, 600);
        });
        screenshot("two-dark-small");
    }

    @Test
    void runsThatAreBeingReadAreNotAskedFor(FxRobot robot) throws Exception {
        show(robot, Runs.of("a", 0, 97, 42, 1, RunState.FINISHED, 8000));
        assertThat(view.node().lookup("#compare-empty").isVisible()).isTrue();
        robot.interact(() -> model.selectionProperty().set(List.of("a", "b")));
        settle();
        assertThat(view.node().lookup("#compare-empty").isVisible()).isFalse();
        assertThat(view.node().lookup("#compare-reading").isVisible()).isTrue();
        screenshot("reading");
        show(robot, Runs.of("a", 0, 97, 42, 1, RunState.FINISHED, 8000),
                Runs.of("b", 1, 53, 7, 1, RunState.FINISHED, 2000));
        assertThat(view.node().lookup("#compare-reading").isVisible()).isFalse();
    }

    @Test
    void manyRunsStandUnderEachOther(FxRobot robot) throws Exception {
        show(robot, twenty());
        screenshot("twenty");
        assertThat(table().getItems()).hasSize(20);
        assertThat(table().getColumns().getFirst().isSortable()).isTrue();
        for (Measure measure : Measure.values()) {
            robot.interact(() -> model.measureProperty().set(measure));
            if (measure == Measure.VALIDATION_LOSS || measure == Measure.FSD
                    || measure == Measure.WEIGHT_NORM) {
                screenshot("twenty-" + measure);
            }
        }
        robot.interact(() -> {
            model.measureProperty().set(Measure.VALIDATION_ACCURACY);
            model.alignmentProperty().set(Alignment.GROKKING);
            model.bandsProperty().set(true);
            view.node().resize(1300, 900);
        });
        screenshot("twenty-bands-large");
        robot.interact(() -> {
            model.darkProperty().set(true);
            view.node().resize(396, 600);
        });
        screenshot("twenty-dark-small");
    }

    @Test
    void severalMeasuresOfEachRunStandInSmallCharts(FxRobot robot) throws Exception {
        show(robot, twenty());
        robot.clickOn("#compare-apart");
        settle();
        assertThat(view.node().lookup("#compare-measure").isVisible()).isFalse();
        assertThat(view.node().lookup("#compare-measures").isVisible()).isTrue();
        FigureViewer chart = (FigureViewer) view.node().lookup("#compare-chart");
        assertThat(chart.getHeight()).as("a row for each").isGreaterThan(20 * 50);
        screenshot("multiples");
        robot.interact(() -> {
            view.node().resize(860, 1700);
            model.measuresProperty().set(List.of(Measure.FSD, Measure.VALIDATION_LOSS));
        });
        screenshot("multiples-two");
        robot.interact(() -> {
            model.measuresProperty().set(Measure.curves().subList(0, 8));
            model.alignmentProperty().set(Alignment.GROKKING);
            model.bandsProperty().set(true);
            view.node().resize(1300, 900);
        });
        screenshot("multiples-bands-large");
        robot.interact(() -> {
            model.darkProperty().set(true);
            model.measuresProperty().set(MultiplesContent.USUAL);
            view.node().resize(396, 900);
        });
        screenshot("multiples-dark-small");
        robot.interact(() -> {
            model.alignmentProperty().set(Alignment.START);
            model.apartProperty().set(false);
        });
        settle();
        assertThat(chart.getHeight()).isLessThan(500);
    }

    @Test
    void drawsOfAForkAreAMeanAndARange(FxRobot robot) throws Exception {
        show(robot, SampleForks.family().toArray(RunHistory[]::new));
        screenshot("family");
        robot.interact(() -> {
            model.alignmentProperty().set(Alignment.FORK);
            model.bandsProperty().set(true);
            model.measureProperty().set(Measure.WEIGHT_NORM);
            model.darkProperty().set(true);
        });
        screenshot("family-bands-dark");
        assertThat(model.comparison().curves()).hasSize(5);
    }

    @Test
    void oneRunIsAskedForMore(FxRobot robot) throws Exception {
        robot.interact(() -> model.availableProperty().set(3));
        show(robot, Runs.of("a", 0, 97, 42, 1, RunState.FINISHED, 8000));
        screenshot("empty");
        robot.clickOn("#compare-all");
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void twoRunsAreLookedInto(FxRobot robot) {
        show(robot, twenty());
        robot.interact(() -> ((Button) view.node().lookup("#compare-look")).fire());
        assertThat(looked).isEqualTo(1);
    }

    @Test
    void theTableIsCopied(FxRobot robot) {
        show(robot, twenty());
        robot.interact(() -> ((Button) view.node().lookup("#compare-copy")).fire());
        robot.interact(
                () -> assertThat(Clipboard.getSystemClipboard().getString()).isEqualTo(model.sheet().text()));
    }

    @Test
    void theColumnsOfManyRunsFitTheCard(FxRobot robot) throws Exception {
        show(robot, twenty());
        for (double width : new double[]{396, 860, 1300}) {
            robot.interact(() -> view.node().resize(width, 820));
            settle();
            assertThat(shownWidth()).as("%.0f px", width).isBetween(0.8 * table().getWidth(), table().getWidth());
            assertThat(heads()).as("%.0f px", width).contains("grokked");
        }
    }

    @Test
    void aFewRunsStandUnderEachOtherWhereTheWindowIsNarrow(FxRobot robot) throws Exception {
        show(robot, Stream.of(twenty()).limit(4).toArray(RunHistory[]::new));
        settle();
        assertThat(heads()).as("wide").doesNotContain("grokked");
        robot.interact(() -> view.node().resize(396, 820));
        settle();
        assertThat(heads()).as("narrow").contains("grokked");
        assertThat(shownWidth()).isLessThanOrEqualTo(table().getWidth());
    }

    @Test
    void aColumnThatAPersonTicksIsShownInANarrowWindow(FxRobot robot) throws Exception {
        show(robot, twenty());
        robot.interact(() -> {
            view.node().resize(396, 820);
            model.columnsProperty().set(Map.of("FSD", true, "grokked", false));
        });
        settle();
        assertThat(heads()).contains("FSD").doesNotContain("grokked");
        assertThat(shownWidth()).isLessThanOrEqualTo(table().getWidth());
    }

    private double shownWidth() {
        return table().getColumns().stream().mapToDouble(column -> column.getWidth()).sum();
    }

    private List<String> heads() {
        return table().getColumns().stream().map(column -> ((Label) column.getGraphic()).getText().replace('\n', ' '))
                .toList();
    }

    private TableView<?> table() {
        return (TableView<?>) view.node().lookup("#compare-table");
    }

    private static RunHistory[] twenty() {
        int[] primes = {53, 71, 97, 113, 131};
        return Stream.iterate(0, i -> i < 20, i -> i + 1).map(i -> Runs.of("run-" + i, i, primes[i % 5], i / 5, 1,
                i == 13 ? RunState.TRAINING : RunState.FINISHED, i % 7 == 6 ? 3000 : 8000 - 500 * (i % 3)))
                .toArray(RunHistory[]::new);
    }

    private void show(FxRobot robot, RunHistory... runs) {
        robot.interact(() -> {
            model.selectionProperty().set(Stream.of(runs).map(run -> run.head().id()).toList());
            List<TimelineRun> drawn = new ArrayList<>();
            for (int i = 0; i < runs.length; i++) {
                drawn.add(new TimelineRun(runs[i], runs[i].head().lineage() == null
                        ? FigureStyle.LIGHT.series(i).colour()
                        : WeightDecayColours.of(runs[i].head().configuration().optimizer().weightDecay(),
                                runs[i].control()),
                        false, 0));
            }
            model.drawnProperty().set(drawn);
        });
        settle();
    }

    private static void settle() {
        Drawn.await();
    }

    private void screenshot(String name) {
        Pictures.of(view.node(), model.darkProperty().get() ? "#0b1220" : "#f1f5f9", "compare-" + name);
    }

    private static final class AtOnce implements CompareModel.Background {
        @Override
        public <T> void run(Callable<T> work, Consumer<T> then) {
            try {
                then.accept(work.call());
            } catch (Exception problem) {
                throw new AssertionError(problem);
            }
        }
    }
}
