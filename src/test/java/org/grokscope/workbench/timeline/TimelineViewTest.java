package org.grokscope.workbench.timeline;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.grokscope.figure.MarkTarget;
import org.grokscope.figure.GrokGhost;
import org.grokscope.figure.SampleHistories;
import org.grokscope.figure.StepRange;
import org.grokscope.figure.TimelineRun;
import org.grokscope.measure.Panel;
import org.grokscope.run.GrokPrediction;
import org.grokscope.run.RunHistory;
import org.grokscope.workbench.Pictures;
import org.grokscope.workbench.chart.BufferedChart;
import org.grokscope.workbench.chart.Drawn;
import org.grokscope.workbench.chart.FigureViewer;
import org.grokscope.workbench.replay.ReplayModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Drives the timeline without a display. */
@ExtendWith(ApplicationExtension.class)
class TimelineViewTest {
    private final TimelineModel model = new TimelineModel();
    private Stage stage;
    private TimelineView view;

    @Start
    void start(Stage shown) {
        stage = shown;
        view = new TimelineView(model, new ReplayModel(), () -> {});
        // The headless screen is small: the view has a size of its own, which the window need not have.
        view.node().setManaged(false);
        view.node().resize(840, 680);
        stage.setScene(new Scene(new Pane(view.node()), 840, 680));
        // The headless robot scrolls at screen coordinates, so the window's must be the same.
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    @BeforeEach
    void grokkedRun() {
        show(SampleHistories.grokked());
    }

    @Test
    void hoveringPutsTheCrosshairOnTheNearestEvaluation(FxRobot robot) throws Exception {
        robot.moveTo(at(2520, 200));
        settle();
        assertThat(model.hoverStepProperty().get()).isEqualTo(2500);
        assertThat(card().isVisible()).isTrue();
        screenshot("timeline-hover");
    }

    @Test
    void chartsThatShowAnotherRunThanTheChosenOneAreVeiledAfterAMoment(FxRobot robot) throws Exception {
        RunHistory whole = SampleHistories.grokked();
        RunHistory glance = new RunHistory(whole.head(), whole.state(), whole.evaluations(), whole.events(),
                whole.checkpoints(), whole.resumable(), whole.milestones(), whole.leftOut(), whole.notes(), false);
        ObjectProperty<Optional<RunHistory>> chosen = new SimpleObjectProperty<>(Optional.of(whole));
        robot.interact(() -> view.awaiting(chosen));
        Label veil = robot.lookup(".reading").queryAs(Label.class);
        robot.interact(() -> chosen.set(Optional.of(glance)));
        assertThat(veil.isVisible()).isFalse();
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, veil::isVisible);
        assertThat(veil.getText()).isEqualTo("Reading " + whole.head().name() + "\u2026");
        screenshot("timeline-reading");
        robot.interact(() -> chosen.set(Optional.of(whole)));
        assertThat(veil.isVisible()).isFalse();
    }

    @Test
    void theReadOutStaysInsideTheViewAndNeverUnderThePointer(FxRobot robot) throws Exception {
        for (int step : new int[]{50, 7990}) {
            for (int y : new int[]{110, 560}) {
                robot.moveTo(at(step, y));
                settle();
                Bounds bounds = card().getBoundsInParent();
                assertThat(card().isVisible()).isTrue();
                assertThat(view.node().getLayoutBounds().contains(card().getLayoutX(), card().getLayoutY(),
                        card().getWidth(), card().getHeight())).isTrue();
                assertThat(bounds.contains(view.node().screenToLocal(at(step, y)))).isFalse();
            }
        }
        screenshot("timeline-corner");
    }

    @Test
    void aRowOfTheHeatMapLightsUpAndAClickOffersToLookAlongIt(FxRobot robot) {
        List<Integer> looked = new ArrayList<>();
        robot.interact(() -> view.looking(looked::add));
        Rectangle2D heat = crosshair().geometry().panels().get(2);
        robot.clickOn(at(2500, (int) heat.getCenterY()));
        settle();
        MarkTarget pointed = model.pointedProperty().get();
        assertThat(pointed).isInstanceOf(MarkTarget.Frequency.class);
        assertThat(view.node().lookup("#frequency-row").isVisible()).isTrue();
        robot.clickOn("#look-along");
        assertThat(looked).containsExactly(((MarkTarget.Frequency) pointed).k());
        robot.moveTo(at(2500, 110));
        settle();
        assertThat(view.node().lookup("#frequency-row").isVisible()).isFalse();
    }

    @Test
    void aClickOnTheLabelOfAMilestonePutsTheCursorThere(FxRobot robot) {
        // Well right of the ceiling's line, where a click on the charts themselves would take step 1,900.
        List<Integer> taken = new ArrayList<>();
        for (int y : new int[]{12, 33, 300}) {
            robot.clickOn(at(1900, y));
            settle();
            taken.add(model.cursorStepProperty().get());
        }
        assertThat(taken).contains(1600).endsWith(1900);
        assertThat(model.clickedProperty().get()).isTrue();
    }

    @Test
    void theFlagSpringsWhenGrokkingComesIntoSight(FxRobot robot) {
        assertThat(view.spring().springs()).as("it was there when the run was chosen").isZero();
        robot.interact(() -> {
            model.cursorStepProperty().set(1000);
            model.veiledProperty().set(true);
        });
        settle();
        robot.interact(() -> model.cursorStepProperty().set(model.lastStep()));
        settle();
        assertThat(view.spring().springs()).isEqualTo(1);
    }

    @Test
    void movingThePointerDrawsNoChart(FxRobot robot) {
        robot.moveTo(at(500, 200));
        settle();
        AtomicInteger drawings = new AtomicInteger();
        FigureViewer viewer = (FigureViewer) view.node().lookup("#timeline-chart");
        ((BufferedChart) viewer.getChart()).drawn().addProgressListener(_ -> drawings.incrementAndGet());
        Image before = pixels();
        robot.moveTo(at(1000, 200)).moveTo(at(6000, 400));
        settle();
        assertThat(model.hoverStepProperty().get()).isEqualTo(6000);
        assertThat(drawings).hasValue(0);
        int x = (int) crosshair().geometry().xOf(6000);
        int y = (int) crosshair().geometry().panels().getFirst().getCenterY();
        assertThat(pixels().getPixelReader().getArgb(x, y)).as("the crosshair is there")
                .isNotEqualTo(before.getPixelReader().getArgb(x, y));
        robot.interact(() -> model.zoom(0.4, 0.4));
        settle();
        assertThat(drawings).as("it counts").hasPositiveValue();
    }

    @Test
    void clickingSetsTheCursorOnTheCheckpointBesideIt(FxRobot robot) throws Exception {
        robot.clickOn(at(1030, 300));
        settle();
        assertThat(model.cursorStepProperty().get()).isEqualTo(1000);
        assertThat(view.node().lookup(".cursor-handle").isVisible()).isTrue();
        screenshot("timeline-cursor");
    }

    @Test
    void draggingPansAndSetsNoCursor(FxRobot robot) throws Exception {
        robot.interact(() -> model.zoom(0.4, 0.4));
        settle();
        StepRange before = model.visibleProperty().get();
        double middle = (before.lower() + before.upper()) / 2;
        robot.drag(at(middle, 300), MouseButton.PRIMARY).dropTo(at(middle, 300).add(90, 0));
        settle();
        assertThat(model.visibleProperty().get().lower()).isLessThan(before.lower() - 100);
        assertThat(model.visibleProperty().get().length()).isCloseTo(before.length(), within(1e-6));
        assertThat(model.cursorStepProperty().get()).isEqualTo(TimelineModel.NONE);
    }

    @Test
    void scrollingZoomsAboutThePointer(FxRobot robot) throws Exception {
        robot.moveTo(at(3500, 300));
        double x = crosshair().geometry().xOf(3500);
        for (int i = 0; i < 6; i++) {
            robot.scroll(1, VerticalDirection.UP);
        }
        settle();
        assertThat(model.visibleProperty().get().length()).isLessThan(7000);
        assertThat(crosshair().geometry().xOf(3500)).isCloseTo(x, within(2.0));
        screenshot("timeline-zoomed");
    }

    @Test
    void aDoubleClickShowsTheWholeRun(FxRobot robot) throws Exception {
        robot.interact(() -> model.zoom(0.4, 0.3));
        settle();
        StepRange whole = new StepRange(0, 8000);
        robot.moveTo(at(3000, 300));
        // On a busy machine two clicks may come too far apart to be a double click.
        for (int tries = 0; tries < 10 && !model.visibleProperty().get().equals(whole); tries++) {
            robot.doubleClickOn(MouseButton.PRIMARY);
            settle();
        }
        assertThat(model.visibleProperty().get()).isEqualTo(whole);
    }

    @Test
    void arrowKeysStepThroughCheckpoints(FxRobot robot) {
        robot.clickOn(at(1000, 300));
        robot.type(KeyCode.RIGHT);
        assertThat(model.cursorStepProperty().get()).isEqualTo(1500);
        robot.press(KeyCode.SHIFT).type(KeyCode.RIGHT).release(KeyCode.SHIFT);
        assertThat(model.cursorStepProperty().get()).isEqualTo(1600);
        robot.type(KeyCode.HOME);
        assertThat(model.cursorStepProperty().get()).isZero();
        robot.type(KeyCode.END);
        assertThat(model.cursorStepProperty().get()).isEqualTo(8000);
    }

    @Test
    void plusAndMinusZoom(FxRobot robot) {
        robot.clickOn(at(1000, 300)).type(KeyCode.ADD);
        assertThat(model.visibleProperty().get().length()).isCloseTo(6400, within(1.0));
        robot.type(KeyCode.SUBTRACT);
        assertThat(model.visibleProperty().get()).isEqualTo(new StepRange(0, 8000));
    }

    @Test
    void aTimelineThatNobodySeesIsNotDrawn(FxRobot robot) {
        robot.interact(() -> view.node().setVisible(false));
        Object before = crosshair().geometry();
        robot.interact(() -> model.zoom(0.4, 0.3));
        settle();
        assertThat(crosshair().geometry()).isSameAs(before);
        robot.interact(() -> view.node().setVisible(true));
        settle();
        assertThat(crosshair().geometry().visible()).isEqualTo(model.visibleProperty().get());
    }

    @Test
    void itLooksRightInEveryState(FxRobot robot) throws Exception {
        screenshot("timeline-light");
        robot.interact(() -> model.logAxisProperty().set(true));
        robot.moveTo(at(420, 250));
        screenshot("timeline-log");
        robot.interact(() -> model.darkProperty().set(true));
        robot.clickOn(at(1700, 250)).moveTo(at(3700, 420));
        screenshot("timeline-dark-log");
        robot.interact(() -> model.logAxisProperty().set(false));
        show(SampleHistories.live(1600));
        screenshot("timeline-dark-live");
        robot.interact(() -> model.panelsProperty().set(List.of(Panel.values())));
        show(SampleHistories.grokked());
        screenshot("timeline-dark-all");
        robot.interact(() -> {
            model.darkProperty().set(false);
            model.panelsProperty().set(Panel.DEFAULT);
        });
        show(SampleHistories.empty());
        screenshot("timeline-empty");
        show(SampleHistories.live(0));
        screenshot("timeline-point");
        robot.interact(() -> model.runsProperty().set(List.of()));
        screenshot("timeline-none");
    }

    @Test
    void itFitsSmallAndLargeWindows(FxRobot robot) throws Exception {
        resize(robot, 400, 340);
        robot.clickOn(at(2000, 200)).moveTo(at(5000, 150));
        screenshot("timeline-small");
        resize(robot, 2500, 1400);
        screenshot("timeline-large");
        assertThat(crosshair().geometry().plotArea().getWidth()).isGreaterThan(2300);
    }

    @Test
    void aTickOfTheScrubberTakesTheCursorToItsMilestone(FxRobot robot) {
        List<Node> ticks = List.copyOf(view.node().lookupAll(".scrubber-tick"));
        assertThat(ticks).hasSize(3);
        robot.clickOn(ticks.get(1));
        assertThat(model.cursorStepProperty().get()).isEqualTo(1600);
    }

    @Test
    void theScrubberStandsUnderTheStepAxis(FxRobot robot) throws Exception {
        for (int width : new int[]{500, 900, 1600}) {
            resize(robot, width, 600);
            assertThatTheScrubberStandsUnderTheAxis(robot);
        }
    }

    @Test
    void theScrubberReachesToWhereGrokkingIsExpected(FxRobot robot) {
        robot.interact(() -> model.ghostsProperty()
                .set(List.of(GrokGhost.of(new GrokPrediction(1000, 8000, 20_000, 40_000), 2, false))));
        assertThatTheScrubberStandsUnderTheAxis(robot);
    }

    private void assertThatTheScrubberStandsUnderTheAxis(FxRobot robot) {
        robot.interact(() -> model.cursorStepProperty().set(1600));
        settle();
        Node thumb = view.node().lookup("#cursor .thumb");
        double middle = view.node().sceneToLocal(thumb.localToScene(thumb.getBoundsInLocal())).getCenterX();
        assertThat(middle).isCloseTo(crosshair().geometry().xOf(1600), within(1.5));
    }

    @Test
    void theBarUnderTheChartsFitsASmallWindow(FxRobot robot) {
        resize(robot, 340, 500);
        Node last = view.node().lookup("#log-axis");
        assertThat(view.node().sceneToLocal(last.localToScene(last.getBoundsInLocal())).getMaxX())
                .isLessThanOrEqualTo(340);
    }

    @Test
    void theMenuChoosesAxisAndPanels(FxRobot robot) throws Exception {
        robot.rightClickOn(at(3000, 300)).clickOn("Logarithmic step axis");
        assertThat(model.logAxisProperty().get()).isTrue();
        // A click on a menu that the pointer has opened may close it again; the key opens it in any case.
        robot.rightClickOn(at(3000, 300)).moveTo("Charts").type(KeyCode.RIGHT);
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> robot.lookup("Loss").tryQuery().isPresent());
        robot.clickOn("Loss");
        assertThat(model.panelsProperty().get()).contains(Panel.LOSS);
    }

    private void resize(FxRobot robot, int width, int height) {
        robot.interact(() -> view.node().resize(width, height));
        settle();
    }

    private void show(RunHistory history) {
        new FxRobot().interact(
                () -> model.runsProperty().set(List.of(TimelineRun.primary(history, Color.BLUE))));
        settle();
    }

    /** Returns the point on the screen above a step at a height in the view. */
    private Point2D at(double step, double y) {
        return crosshair().localToScreen(crosshair().geometry().xOf(step), y);
    }

    private CrosshairPane crosshair() {
        return (CrosshairPane) view.node().lookup(".timeline-crosshair");
    }

    /** Returns what the charts look like, with all that lies over them. */
    private Image pixels() {
        Node charts = view.node().lookup("#timeline-chart").getParent();
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> charts.snapshot(null, null));
    }

    private ReadOutCard card() {
        return (ReadOutCard) view.node().lookup(".read-out");
    }

    private static void settle() {
        Drawn.await();
    }

    private void screenshot(String name) {
        Pictures.of(view.node(), "white", name);
    }
}
