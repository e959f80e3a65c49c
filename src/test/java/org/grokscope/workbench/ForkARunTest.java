package org.grokscope.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;
import org.grokscope.training.TinyRun;
import org.grokscope.workbench.newrun.PlannedRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Forks with the real window a run that really trained. */
@Timeout(180)
class ForkARunTest extends WindowTest {
    private static final int STEPS = 120;

    @Test
    void aClickOnTheChartForksThereAndTheBranchesGrow() throws IOException {
        openWithAFinishedRun();
        robot.moveTo(chart(0.55, 0.3)).clickOn(MouseButton.PRIMARY);
        until(() -> find("#cursor-card").isVisible());
        int step = workbench.model().timeline().cursorStepProperty().get();
        assertThat(chosen().checkpoints()).contains(step);
        screenshot("fork-click", 1440, 900);

        robot.clickOn("#fork-here");
        for (double unwanted : new double[]{1, 3, 5}) {
            robot.interact(() -> workbench.model().fork().choose(unwanted, false));
        }
        robot.interact(() -> {
            workbench.model().fork().choose(2, true);
            this.<TextField>find("#fork-other").setText("4");
        });
        assertThat(text("#fork-start")).isEqualTo("Start 3 branches");
        robot.interact(() -> this.<Button>find("#fork-start").fire());
        until(() -> branches().size() == 3
                && branches().stream().allMatch(branch -> branch.state() == RunState.FINISHED));
        assertThat(branches()).allSatisfy(branch -> {
            assertThat(branch.head().lineage().step()).isEqualTo(step);
            assertThat(branch.lastStep()).isEqualTo(STEPS);
        });
        assertThat(workbench.model().runs().shown().get()).hasSize(4);
        screenshot("fork-branches", 1440, 900);

        RunHistory control = branches().stream().filter(RunHistory::control).findFirst().orElseThrow();
        robot.interact(() -> workbench.model().runs().select(List.of(control.head().id())));
        assertThat(workbench.model().inspector().cards().getValue().get(1).text())
                .contains("bit-exact to\tstep 120 \u2713");
        robot.interact(() -> workbench.model().dark().set(true));
        screenshot("fork-control-dark", 1000, 700);
    }

    @Test
    void aDragOnAZoomedChartPansAndOpensNoCard() {
        openWithAFinishedRun();
        robot.moveTo(chart(0.5, 0.3));
        robot.interact(() -> workbench.model().timeline().zoom(0.5, 0.5));
        robot.press(MouseButton.PRIMARY).moveTo(chart(0.3, 0.3)).release(MouseButton.PRIMARY);
        assertThat(find("#cursor-card").isVisible()).isFalse();
        assertThat(workbench.model().timeline().cursorStepProperty().get()).isNegative();
    }

    @Test
    void theKeyFLeadsToTheForkCard() {
        openWithAFinishedRun();
        robot.type(KeyCode.F);
        Node focused = stage.getScene().getFocusOwner();
        assertThat(focused.getId()).isEqualTo("fork-chip-1");
        robot.clickOn("#filter").type(KeyCode.F);
        assertThat(this.<TextField>find("#filter").getText()).isEqualTo("f");
    }

    private void openWithAFinishedRun() {
        planned = List.of(new PlannedRun("parent", TinyRun.configuration(STEPS)));
        open();
        robot.clickOn("#empty-new-run");
        until(() -> workbench.model().runs().chosen().get().map(RunHistory::state)
                .equals(Optional.of(RunState.FINISHED)));
    }

    private List<RunHistory> branches() {
        return workbench.model().runs().runs().get().stream().filter(run -> run.head().lineage() != null).toList();
    }

    /** A place on the charts, given by shares of their width and height. */
    private Point2D chart(double x, double y) {
        Bounds bounds = find(".timeline-crosshair").localToScreen(find(".timeline-crosshair").getBoundsInLocal());
        return new Point2D(bounds.getMinX() + x * bounds.getWidth(), bounds.getMinY() + y * bounds.getHeight());
    }
}
