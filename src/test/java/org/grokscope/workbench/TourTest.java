package org.grokscope.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.scene.input.KeyCode;
import org.grokscope.run.RunCopy;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunLibrary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The manual's tour through the sample runs; leaves the pictures that the manual shows. */
@Timeout(180)
class TourTest extends WindowTest {
    private static final Path SAMPLES = Path.of("sample-runs");
    private static final String GROKKED = "add-97-seed-123";
    private static final String FORKED = "add-131-seed-42";

    /** The tour may leave nothing behind in the samples, so it is taken through copies. */
    @BeforeEach
    void openTheSamples() throws IOException {
        for (RunDirectory run : new RunLibrary(SAMPLES).runs()) {
            List<Integer> whole = run.resumableSteps();
            List<Integer> weights = run.checkpointSteps().stream().filter(step -> !whole.contains(step)).toList();
            new RunCopy(Set.copyOf(whole), Set.copyOf(weights)).make(run, folder);
        }
        open();
        robot.interact(() -> workbench.model().runs().select(List.of(GROKKED)));
        until(() -> chosen().head().id().equals(GROKKED));
    }

    @Test
    void theTimelineShowsTheRunWithItsBranches() {
        robot.interact(() -> workbench.model().timeline().slideCursor(2000));
        screenshot("tour-timeline-light", 1440, 900);
        screenshot("tour-timeline-small", 1000, 700);
        robot.interact(() -> workbench.model().dark().set(true));
        screenshot("tour-timeline-dark", 1440, 900);
        assertThat(workbench.model().timeline().cursorStepProperty().get()).isEqualTo(2000);
        assertThat(stage.getTitle()).isEqualTo("add mod 97 \u00b7 seed 123 grokked at 3,200 \u2013 Grokscope");
    }

    @Test
    void theCircuitIsSeenAfterGrokking() {
        page(KeyCode.DIGIT2);
        until(() -> text("#circuit-place").contains("the newest"));
        robot.interact(() -> robot.lookup("#circuit-silence").queryButton().fire());
        until(() -> text("#circuit-place").contains("the newest")
                && spoken("ablation").contains("%") && !spoken("attention").contains("reading"));
        screenshot("tour-circuit-light", 1440, 900);
        screenshot("tour-circuit-small", 1000, 700);
        robot.interact(() -> workbench.model().dark().set(true));
        screenshot("tour-circuit-dark", 1440, 900);
    }

    @Test
    void theForksFollowTheLaw() {
        robot.interact(() -> workbench.model().runs().select(List.of(FORKED)));
        screenshot("tour-branches-light", 1440, 900);
        screenshot("tour-branches-small", 1000, 700);
        page(KeyCode.DIGIT3);
        until(() -> chosen().head().id().equals(FORKED));
        screenshot("tour-forks-light", 1440, 900);
        screenshot("tour-forks-small", 1000, 700);
        robot.interact(() -> workbench.model().dark().set(true));
        screenshot("tour-forks-dark", 1440, 900);
    }

    @Test
    void runsStandSideBySide() {
        robot.interact(() -> workbench.model().runs()
                .select(List.of(GROKKED, "add-53-seed-42", FORKED, "multiply-97-seed-42")));
        screenshot("tour-overlay-light", 1440, 900);
        page(KeyCode.DIGIT4);
        screenshot("tour-compare-light", 1440, 900);
        screenshot("tour-compare-small", 1000, 700);
        robot.interact(() -> workbench.model().dark().set(true));
        screenshot("tour-compare-dark", 1440, 900);
    }

    private void page(KeyCode digit) {
        robot.press(KeyCode.CONTROL).type(digit).release(KeyCode.CONTROL);
    }
}
