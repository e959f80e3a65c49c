package org.grokscope.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.grokscope.figure.CircleScene;
import org.grokscope.run.RunState;
import org.grokscope.training.TinyRun;
import org.grokscope.workbench.inspector.Card;
import org.grokscope.workbench.replay.ReplayModel.Phase;
import org.grokscope.workbench.replay.ReplaySpeed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Plays a run that was really trained back in the real window. */
@Timeout(180)
class ReplayARunTest extends WindowTest {
    private static final int STEPS = 120;

    @Test
    void theKeyPPlaysARunToItsEndWithTheInspectorInStep() throws IOException {
        openWithAFinishedRun();
        List<Integer> seen = new ArrayList<>();
        List<Integer> read = new ArrayList<>();
        robot.interact(() -> {
            workbench.model().replay().speedProperty().set(ReplaySpeed.FAST);
            workbench.model().timeline().cursorStepProperty().addListener((_, _, step) -> seen.add(step.intValue()));
            workbench.model().replay().readableStepProperty().addListener((_, _, step) -> {
                read.add(step.intValue());
                if (step.intValue() >= 0) {
                    assertThat(workbench.model().inspector().cards().getValue()).extracting(Card::title)
                            .contains("Step " + step);
                }
            });
        });
        robot.type(KeyCode.P);
        until(() -> phase() == Phase.PLAYING);
        until(() -> phase() == Phase.OFF);
        assertThat(seen.removeLast()).isNegative();
        assertThat(seen).isSorted().startsWith(0)
                .isSubsetOf(IntStream.rangeClosed(0, 12).mapToObj(i -> 10 * i).toList());
        assertThat(seen.size()).isGreaterThan(3);
        assertThat(read.removeLast()).isNegative();
        assertThat(read).startsWith(0).isSubsetOf(seen);
    }

    @Test
    void theCardOfAClickDoesNotRideAlong() throws IOException {
        openWithAFinishedRun();
        robot.clickOn(".timeline-crosshair");
        until(() -> find("#cursor-card").isVisible());
        robot.type(KeyCode.P);
        until(() -> phase() == Phase.PLAYING);
        assertThat(find("#cursor-card").isVisible()).isFalse();
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void theButtonHoldsItAndTheChartsEndAtTheCursor() throws IOException {
        openWithAFinishedRun();
        // Slow enough to be held on a busy machine, too.
        robot.interact(() -> workbench.model().replay().speedProperty().set(ReplaySpeed.SLOW));
        robot.clickOn("#replay");
        until(() -> workbench.model().timeline().cursorStepProperty().get() >= 10);
        robot.clickOn("#replay");
        assertThat(phase()).isEqualTo(Phase.HELD);
        int held = workbench.model().timeline().cursorStepProperty().get();
        screenshot("replay-light", 1440, 900);
        robot.interact(() -> workbench.model().dark().set(true));
        screenshot("replay-dark-small", 1000, 700);
        assertThat(workbench.model().timeline().cursorStepProperty().get()).isEqualTo(held);
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void theCircleMovesAtEveryFrameAndWaitsForNoNetwork() throws IOException {
        openWithAFinishedRun();
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT2).release(KeyCode.CONTROL);
        until(() -> circle().get().isPresent());
        List<Double> frames = new ArrayList<>();
        List<Double> places = new ArrayList<>();
        robot.interact(() -> {
            workbench.model().replay().speedProperty().set(ReplaySpeed.SLOW);
            workbench.model().replay().positionProperty().addListener((_, _, step) -> frames.add(step.doubleValue()));
            circle().addListener((_, _, scene) -> scene.ifPresent(it -> places.add(it.circle().x(3))));
        });
        robot.type(KeyCode.P);
        until(() -> frames.size() >= 30);
        robot.type(KeyCode.P);
        assertThat(phase()).isEqualTo(Phase.HELD);
        assertThat(places.stream().distinct().count()).isGreaterThanOrEqualTo(frames.size() * 95L / 100);
        screenshot("replay-circuit", 1440, 900);
    }

    private ReadOnlyObjectProperty<Optional<CircleScene>> circle() {
        return workbench.model().circuit().circle().sceneProperty();
    }

    @Test
    void inATextFieldPIsALetter() throws IOException {
        openWithAFinishedRun();
        robot.clickOn("#filter").type(KeyCode.P);
        assertThat(this.<TextField>find("#filter").getText()).isEqualTo("p");
        assertThat(phase()).isEqualTo(Phase.OFF);
    }

    private Phase phase() {
        return workbench.model().replay().phaseProperty().get();
    }

    private void openWithAFinishedRun() throws IOException {
        TinyRun.finish(TinyRun.create(folder, TinyRun.configuration(STEPS)));
        open();
        until(() -> workbench.model().runs().chosen().get().filter(run -> run.state() == RunState.FINISHED)
                .isPresent());
    }
}
