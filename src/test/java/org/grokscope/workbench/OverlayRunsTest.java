package org.grokscope.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import org.grokscope.figure.TimelineRun;
import org.grokscope.run.RunState;
import org.grokscope.workbench.runs.RunsModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Draws runs over each other in the real window. */
@Timeout(180)
class OverlayRunsTest extends WindowTest {
    private RunsModel runs() {
        return workbench.model().runs();
    }

    private List<Label> legend() {
        return ((Parent) this.<ScrollPane>find("#legend").getContent()).getChildrenUnmodifiable().stream()
                .map(Label.class::cast).toList();
    }

    @Test
    void selectedRunsHaveALegendThatLightsUpAndChooses() throws IOException {
        try (SavedRuns saved = new SavedRuns(folder)) {
            String one = saved.save(Runs.run("one", "the first", 1, RunState.FINISHED, 8000));
            String two = saved.save(Runs.run("two", "the second", 2, RunState.FINISHED, 4000));
            open();
            until(() -> legend().size() == 1);
            double charts = chartsTop();
            robot.interact(() -> runs().select(List.of(one, two)));
            until(() -> legend().size() == 2);
            assertThat(legend()).extracting(Label::getText).containsExactly("the second", "the first");
            assertThat(chartsTop()).as("the charts stay where they are").isEqualTo(charts);
            robot.moveTo(legend().getLast());
            until(() -> runs().highlighted().get().equals(Optional.of(one)));
            screenshot("overlay-highlighted", 1000, 700);
            robot.clickOn(legend().getLast());
            until(() -> chosen().head().name().equals("the first"));
            assertThat(runs().selection().get()).containsExactly(two, one);
        }
    }

    @Test
    void aLegendOfManyRunsIsOneLineUntilAPersonWantsToSeeAll() throws IOException {
        try (SavedRuns saved = new SavedRuns(folder)) {
            List<String> all = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                all.add(saved.save(Runs.run("r" + i, "a run with a name of its own " + i, i, RunState.FINISHED, 1000)));
            }
            open();
            until(() -> legend().size() == 1);
            double charts = chartsTop();
            robot.interact(() -> runs().select(all));
            until(() -> legend().size() == 12 && find("#legend-more").isVisible());
            assertThat(chartsTop()).isEqualTo(charts);
            assertThat(this.<Hyperlink>find("#legend-more").getText()).matches("\\+\\d+ more");
            robot.clickOn("#legend-more");
            until(() -> chartsTop() > charts + 20);
            robot.clickOn("#legend-more");
            until(() -> chartsTop() == charts);
        }
    }

    private double chartsTop() {
        Node charts = find(".timeline-crosshair");
        return charts.localToScene(charts.getBoundsInLocal()).getMinY();
    }

    @Test
    void aClickOnACurveChoosesItsRun() throws IOException {
        try (SavedRuns saved = new SavedRuns(folder)) {
            String early = saved.save(Runs.run("early", "short", 1, RunState.FINISHED, 1000));
            String late = saved.save(Runs.run("late", "long", 2, RunState.FINISHED, 8000));
            open();
            robot.interact(() -> runs().select(List.of(late, early)));
            until(() -> runs().shown().get().size() == 2);
            // Right of where the short one ends there is only the long one's weight norm.
            Node charts = find(".timeline-crosshair");
            Bounds area = charts.localToScreen(charts.getBoundsInLocal());
            Point2D found = null;
            for (double y = area.getMaxY() - 40; y > area.getMinY() && found == null; y -= 3) {
                robot.moveTo(area.getMinX() + 0.7 * area.getWidth(), y);
                found = runs().highlighted().get().equals(Optional.of(late))
                        ? new Point2D(area.getMinX() + 0.7 * area.getWidth(), y)
                        : null;
            }
            assertThat(found).isNotNull();
            robot.clickOn(found);
            until(() -> chosen().head().id().equals(late));
            assertThat(runs().selection().get()).containsExactly(early, late);
        }
    }

    @Test
    void aPinnedRunStaysBehindWhateverIsChosen() throws IOException {
        try (SavedRuns saved = new SavedRuns(folder)) {
            String reference = saved.save(Runs.run("reference", "reference", 1, RunState.FINISHED, 8000));
            String other = saved.save(Runs.run("other", "other", 2, RunState.FINISHED, 8000));
            open();
            robot.interact(() -> {
                runs().select(List.of(reference));
                find("#runs").requestFocus();
            });
            robot.type(KeyCode.B);
            robot.interact(() -> runs().select(List.of(other)));
            until(() -> runs().shown().get().size() == 2);
            TimelineRun behind = runs().shown().get().getFirst();
            assertThat(behind.history().head().id()).isEqualTo(reference);
            assertThat(behind.style().dash()).isNotEmpty();
            assertThat(legend()).extracting(Label::getText).containsExactly("other", "reference (baseline)");
            screenshot("baseline", 1440, 900);
            robot.interact(() -> runs().pin(reference));
            assertThat(runs().shown().get()).hasSize(1);
        }
    }
}
