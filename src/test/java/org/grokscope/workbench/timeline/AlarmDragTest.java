package org.grokscope.workbench.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Map;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.grokscope.figure.SampleHistories;
import org.grokscope.figure.TimelineRun;
import org.grokscope.measure.Alarm;
import org.grokscope.measure.Milestone;
import org.grokscope.run.RunHistory;
import org.grokscope.workbench.replay.ReplayModel;
import org.grokscope.workbench.runs.MovedAlarms;
import org.grokscope.workbench.runs.ReadRuns;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Moves the ceiling in the FSD chart, the second of the usual ones. */
@ExtendWith(ApplicationExtension.class)
class AlarmDragTest {
    private final RunHistory recorded = SampleHistories.grokked();
    private final TimelineModel model = new TimelineModel();
    private final MovedAlarms alarms = new MovedAlarms(read -> model.runsProperty()
            .set(read.runs().stream().map(run -> TimelineRun.primary(run, Color.GREEN)).toList()));
    private TimelineView view;

    @Start
    void start(Stage stage) {
        view = new TimelineView(model, new ReplayModel(), () -> {}).moving(alarms);
        view.node().setManaged(false);
        view.node().resize(840, 680);
        stage.setScene(new Scene(new Pane(view.node()), 840, 680));
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    @BeforeEach
    void showRun(FxRobot robot) {
        robot.interact(() -> alarms.update(new ReadRuns(List.of(recorded), List.of())));
        settle();
    }

    @Test
    void theLineIsDraggedAndTheMilestoneFollows(FxRobot robot) {
        robot.drag(at(0.8), MouseButton.PRIMARY).moveTo(at(0.6)).moveTo(at(0.5)).drop();
        settle();
        assertThat(ceiling().threshold()).isCloseTo(0.5, within(0.02));
        assertThat(reached()).isLessThan(recorded.milestones().step(Milestone.CEILING).orElseThrow());
        assertThat(model.cursorStepProperty().get()).as("a drag is no click").isEqualTo(TimelineModel.NONE);
    }

    @Test
    void arrowKeysMoveItAndBackspaceBringsItBack(FxRobot robot) {
        robot.interact(() -> view.node().lookup(".timeline-crosshair").requestFocus());
        robot.type(KeyCode.DOWN, 3);
        settle();
        assertThat(ceiling().threshold()).isCloseTo(0.77, within(1e-9));
        robot.type(KeyCode.BACK_SPACE);
        settle();
        assertThat(alarms.alarms().get()).isEmpty();
        assertThat(reached()).isEqualTo(recorded.milestones().step(Milestone.CEILING).orElseThrow());
    }

    @Test
    void itIsTypedAsANumberOrAsAWholeAlarm(FxRobot robot) {
        robot.interact(() -> view.node().lookup(".timeline-crosshair").requestFocus());
        type(robot, "0.62");
        assertThat(alarms.alarms().get()).isEqualTo(Map.of(Milestone.CEILING, Alarm.parse("fsd>=0.62")));
        type(robot, "fsd>=0.7 for 3");
        assertThat(alarms.alarms().get()).isEqualTo(Map.of(Milestone.CEILING, Alarm.parse("fsd>=0.7 for 3")));
        type(robot, "high");
        assertThat(field().isVisible()).isTrue();
        assertThat(field().getTooltip().getText()).contains("'high' is no alarm");
        robot.type(KeyCode.ESCAPE);
        assertThat(field().isVisible()).isFalse();
    }

    /** It rings and is drawn, and nothing is dated by it. */
    @Test
    void anAlarmIsAddedFromTheMenuMovedAndTakenAway(FxRobot robot) {
        robot.rightClickOn(at(0.3));
        robot.clickOn("#add-alarm");
        settle();
        robot.interact(() -> field().setText("fsd>=0.4 for 3"));
        robot.type(KeyCode.ENTER);
        settle();
        assertThat(alarms.further().get()).containsExactly(Alarm.parse("fsd>=0.4 for 3"));
        assertThat(ceiling()).isEqualTo(recorded.alarms().of(Milestone.CEILING));
        robot.drag(at(0.4), MouseButton.PRIMARY).moveTo(at(0.5)).moveTo(at(0.6)).drop();
        settle();
        assertThat(alarms.further().get().getFirst().threshold()).isCloseTo(0.6, within(0.02));
        robot.interact(() -> alarms.remove(alarms.further().get().getFirst()));
        assertThat(alarms.further().get()).isEmpty();
    }

    private void type(FxRobot robot, String text) {
        robot.type(KeyCode.ENTER);
        settle();
        robot.interact(() -> field().setText(text));
        robot.type(KeyCode.ENTER);
        settle();
    }

    private TextField field() {
        return (TextField) view.node().lookup("#alarm-field");
    }

    private Alarm ceiling() {
        return alarms.alarms().get().getOrDefault(Milestone.CEILING, recorded.alarms().of(Milestone.CEILING));
    }

    private int reached() {
        return model.primary().orElseThrow().history().milestones().step(Milestone.CEILING).orElseThrow();
    }

    /** Where a level of the FSD lies, at the left of the chart. */
    private Point2D at(double level) {
        CrosshairPane pane = (CrosshairPane) view.node().lookup(".timeline-crosshair");
        Rectangle2D panel = pane.geometry().panels().get(1);
        return pane.localToScreen(panel.getMinX() + 20,
                panel.getMaxY() - (level + 0.02) / 1.05 * panel.getHeight());
    }

    private static void settle() {
        WaitForAsyncUtils.waitForFxEvents(12);
    }
}
