package org.grokscope.workbench.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.grokscope.figure.GrokGhost;
import org.grokscope.figure.SampleHistories;
import org.grokscope.figure.StepRange;
import org.grokscope.figure.StepScale;
import org.grokscope.figure.TimelineRun;
import org.grokscope.measure.Panel;
import org.grokscope.run.GrokPrediction;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;
import org.junit.jupiter.api.Test;

class TimelineModelTest {
    private final TimelineModel model = new TimelineModel();

    @Test
    void aLiveRunIsFollowed() {
        show(SampleHistories.live(1600));
        assertThat(visible()).isEqualTo(new StepRange(0, 2000));
        show(SampleHistories.live(2100));
        assertThat(visible()).isEqualTo(new StepRange(0, 2500));
    }

    @Test
    void aZoomedViewStaysPutWhileTheRunGrows() {
        show(SampleHistories.live(1600));
        model.zoom(0.5, 0.5);
        show(SampleHistories.live(2100));
        assertThat(visible()).isEqualTo(new StepRange(500, 1500));
        assertThat(model.followingProperty().get()).isFalse();
    }

    @Test
    void fittingFollowsAgain() {
        show(SampleHistories.live(1600));
        model.zoom(0.5, 0.5);
        model.fit();
        show(SampleHistories.live(2100));
        assertThat(visible()).isEqualTo(new StepRange(0, 2500));
    }

    @Test
    void aClickLeavesTheAxisAsItIsAndAForkThatIsAskedForDoesNot() {
        show(SampleHistories.live(1600));
        model.ghostsProperty().set(List.of(GrokGhost.of(new GrokPrediction(1600, 2000, 2400, 3000))));
        StepRange before = visible();
        assertThat(before.upper()).isGreaterThan(2400);
        model.placeCursor(1000, 0);
        GrokPrediction later = new GrokPrediction(1000, 2000, 5200, 9000);
        model.ghostsProperty().set(List.of(GrokGhost.of(later)));
        assertThat(visible()).isEqualTo(before);
        model.ghostsProperty().set(List.of(GrokGhost.of(later, 2, false)));
        assertThat(visible().upper()).isGreaterThan(5200);
    }

    @Test
    void aVeiledTimelineShowsTheCursorAndReadsOutNothingAfterIt() {
        show(SampleHistories.grokked());
        model.veiledProperty().set(true);
        model.zoom(0, 0.25);
        model.cursorStepProperty().set(3000);
        assertThat(visible().contains(3000)).isTrue();
        model.hover(2900);
        assertThat(model.hoverStepProperty().get()).isEqualTo(2900);
        model.hover(3100);
        assertThat(model.hoverStepProperty().get()).isEqualTo(TimelineModel.NONE);
    }

    @Test
    void zoomingKeepsTheStepUnderThePointer() {
        show(SampleHistories.grokked());
        for (boolean log : new boolean[]{false, true}) {
            model.fit();
            model.logAxisProperty().set(log);
            StepScale scale = new StepScale(log, 100);
            double before = scale.stepAt(0.6, visible(), 0, 1);
            model.zoom(0.6, 0.5);
            assertThat(scale.stepAt(0.6, visible(), 0, 1)).isCloseTo(before, within(1e-6));
        }
    }

    @Test
    void zoomingOutEndsAtTheWholeRun() {
        show(SampleHistories.grokked());
        model.zoom(0.3, 0.5);
        model.zoom(0.3, 5);
        assertThat(visible()).isEqualTo(new StepRange(0, 8000));
        assertThat(model.followingProperty().get()).isTrue();
    }

    @Test
    void zoomingInEndsAtAFewEvaluations() {
        show(SampleHistories.grokked());
        for (int i = 0; i < 100; i++) {
            model.zoom(0.5, 0.8);
        }
        assertThat(visible().length()).isBetween(400.0, 500.0);
    }

    @Test
    void panningStopsAtTheEnds() {
        show(SampleHistories.grokked());
        model.zoom(0, 0.5);
        model.pan(visible(), -0.5);
        assertThat(visible()).isEqualTo(new StepRange(0, 4000));
        model.pan(visible(), 0.25);
        assertThat(visible()).isEqualTo(new StepRange(1000, 5000));
        model.pan(visible(), 9);
        assertThat(visible()).isEqualTo(new StepRange(4000, 8000));
    }

    @Property(tries = 200)
    void noGestureLeavesTheRun(@ForAll @Size(min = 1, max = 12) List<@DoubleRange(max = 1) Double> gestures,
            @ForAll boolean log) {
        TimelineModel any = new TimelineModel();
        any.logAxisProperty().set(log);
        any.runsProperty().set(List.of(TimelineRun.primary(SampleHistories.live(700), Color.BLUE)));
        for (double gesture : gestures) {
            any.zoom(gesture, 0.4 + gesture);
            any.pan(any.visibleProperty().get(), 3 * gesture - 1.5);
            assertThat(any.visibleProperty().get().lower()).isGreaterThanOrEqualTo(-1e-9);
            assertThat(any.visibleProperty().get().upper()).isLessThanOrEqualTo(800);
        }
    }

    @Test
    void anotherRunIsShownWhole() {
        show(SampleHistories.live(1600));
        model.zoom(0.5, 0.2);
        model.runsProperty().set(List.of());
        show(SampleHistories.grokked());
        assertThat(visible()).isEqualTo(new StepRange(0, 8000));
    }

    @Test
    void theCursorPrefersACheckpointWithinReach() {
        show(SampleHistories.grokked());
        model.placeCursor(1040, 60);
        assertThat(cursor()).isEqualTo(1000);
        model.placeCursor(1140, 60);
        assertThat(cursor()).isEqualTo(1100);
    }

    @Test
    void aSlidingCursorStopsAtTheNearestEvaluationAndNotAtCheckpoints() {
        show(SampleHistories.grokked());
        model.slideCursor(1049);
        assertThat(cursor()).isEqualTo(1000);
        model.slideCursor(1051);
        assertThat(cursor()).isEqualTo(1100);
    }

    @Test
    void aCursorSlidBeforeTheRunStandsAtItsFirstEvaluation() {
        show(SampleHistories.grokked());
        model.slideCursor(-500);
        assertThat(cursor()).isZero();
    }

    @Test
    void aCursorSlidToTheEndGoesAlongWithTheRun() {
        show(SampleHistories.live(1600));
        model.slideCursor(1000);
        model.slideCursor(1551);
        assertThat(cursor()).isEqualTo(TimelineModel.NONE);
    }

    @Test
    void aCursorSlidShortOfTheEndStaysWhereItIsWhileTheRunGrows() {
        show(SampleHistories.live(1600));
        model.slideCursor(1500);
        show(SampleHistories.live(1700));
        assertThat(cursor()).isEqualTo(1500);
    }

    @Test
    void aCursorCannotBeSlidWithoutEvaluations() {
        show(SampleHistories.empty());
        model.slideCursor(100);
        assertThat(cursor()).isEqualTo(TimelineModel.NONE);
    }

    @Test
    void theLastStepIsThatOfThePrimaryRunsLastEvaluation() {
        model.runsProperty().set(List.of(new TimelineRun(SampleHistories.grokked(), Color.RED, false, 0),
                TimelineRun.primary(SampleHistories.live(1600), Color.BLUE)));
        assertThat(model.lastStep()).isEqualTo(1600);
    }

    @Test
    void withoutEvaluationsTheLastStepIsTheFirst() {
        show(SampleHistories.empty());
        assertThat(model.lastStep()).isZero();
    }

    @Test
    void withoutARunTheLastStepIsTheFirst() {
        assertThat(model.lastStep()).isZero();
    }

    @Test
    void theCursorStepsThroughCheckpointsOrEvaluations() {
        show(SampleHistories.grokked());
        model.placeCursor(1100, 0);
        model.moveCursor(true, false);
        assertThat(cursor()).isEqualTo(1500);
        model.moveCursor(false, true);
        assertThat(cursor()).isEqualTo(1400);
        model.moveCursor(false, false);
        assertThat(cursor()).isEqualTo(1000);
        model.cursorToEnd(true, false);
        model.moveCursor(true, false);
        assertThat(cursor()).isEqualTo(8000);
    }

    @Test
    void theFirstArrowKeyStartsAtAnEnd() {
        show(SampleHistories.grokked());
        model.moveCursor(true, false);
        assertThat(cursor()).isZero();
    }

    @Test
    void aCursorOutOfSightIsBroughtIntoView() {
        show(SampleHistories.grokked());
        model.zoom(0, 0.25);
        model.cursorToEnd(true, false);
        assertThat(visible()).isEqualTo(new StepRange(6000, 8000));
    }

    @Test
    void aCursorBeyondARunThatWasCutBackIsTakenAway() {
        show(SampleHistories.live(1600));
        model.placeCursor(1600, 0);
        show(SampleHistories.live(1000));
        assertThat(cursor()).isEqualTo(TimelineModel.NONE);
    }

    @Test
    void hoveringSnapsToTheNearestEvaluation() {
        show(SampleHistories.grokked());
        model.hover(2549);
        assertThat(model.hoverStepProperty().get()).isEqualTo(2500);
    }

    @Test
    void aRunWithoutEvaluationsHasNoCursor() {
        show(SampleHistories.empty());
        model.placeCursor(10, 100);
        model.moveCursor(true, false);
        model.hover(10);
        assertThat(cursor()).isEqualTo(TimelineModel.NONE);
        assertThat(model.hoverStepProperty().get()).isEqualTo(TimelineModel.NONE);
    }

    @Test
    void panelsKeepTheirOrderAndTheLastOneStays() {
        model.showPanel(Panel.LOSS, true);
        assertThat(model.panelsProperty().get()).startsWith(Panel.ACCURACY, Panel.LOSS,
                Panel.FSD);
        for (Panel panel : Panel.values()) {
            model.showPanel(panel, false);
        }
        assertThat(model.panelsProperty().get()).containsExactly(Panel.WEIGHT_NORM);
    }

    @Test
    void aPausedRunKeepsItsAxis() {
        show(SampleHistories.live(1600));
        show(SampleHistories.until(1600, 100, RunState.PAUSED));
        assertThat(visible()).isEqualTo(new StepRange(0, 2000));
    }

    private void show(RunHistory history) {
        model.runsProperty().set(List.of(TimelineRun.primary(history, Color.BLUE)));
    }

    private StepRange visible() {
        return model.visibleProperty().get();
    }

    private int cursor() {
        return model.cursorStepProperty().get();
    }
}
