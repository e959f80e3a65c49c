package org.grokscope.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.grokscope.figure.SampleHistories;
import org.grokscope.measure.Milestone;
import org.grokscope.run.Environment;
import org.grokscope.run.GrokPrediction;
import org.grokscope.run.GrokPredictor;
import org.grokscope.run.Lineage;
import org.grokscope.run.RunHead;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunEstimateTest {
    private static final MachineSpeed SPEED = new MachineSpeed(new Environment("cpu", "EPYC", 2, new TreeMap<>()),
            List.of(new MachineSpeed.Measured(RunConfiguration.PAPER, 2, 50)));

    @Test
    void timeIsStepsOverSpeed() {
        RunEstimate estimate = estimate(1, planned(0, 3000, 5000));
        assertThat(estimate.shortest()).isEqualTo(60);
        assertThat(estimate.longest()).isEqualTo(100);
        assertThat(estimate.takesOverAnHour()).isFalse();
        assertThat(estimate(1, planned(0, 3000, 200_000)).takesOverAnHour()).isTrue();
    }

    @Test
    void runsThatTakeTurnsWaitForEachOther() {
        assertThat(estimate(1, planned(0, 5000, 5000), planned(0, 5000, 5000)).longest()).isEqualTo(200);
        assertThat(estimate(2, planned(0, 5000, 5000), planned(0, 5000, 5000)).longest()).isEqualTo(100);
    }

    @Test
    void aBranchTakesTheStepsItHasToTake() {
        assertThat(estimate(1, planned(2000, 3000, 5000)).longest()).isEqualTo(60);
    }

    @Test
    void withoutASpeedThereIsNoEstimate() {
        assertThat(RunEstimate.of(List.of(planned(0, 1, 1)), new MachineSpeed(SPEED.here(), List.of()), 2, 1))
                .isEmpty();
    }

    @Test
    void aRunOf8000StepsWritesAHundredMegabytes() {
        // 16 checkpoints of the cadence and up to 5 beside, each of three times 1.69 MB.
        assertThat(TrainingCost.bytes(RunConfiguration.PAPER, 8000)).isBetween(100_000_000L, 110_000_000L);
    }

    @Test
    void aRunThatTrainsIsExpectedToEndAfterThePredictedGrokkingAndSoIsABranch() {
        RunHistory live = stopping(SampleHistories.live(1500), null);
        GrokPrediction predicted = GrokPredictor.of(live).orElseThrow();
        ExpectedEnd end = new ExpectedEnd(predicted.low() + 500, Math.min(8000, predicted.high() + 500), 1);
        assertThat(ExpectedEnd.of(List.of(), live)).contains(end);
        assertThat(ExpectedEnd.of(List.of(), stopping(live, new Lineage("parent", 1000, List.of("weightDecay")))))
                .contains(end);
        assertThat(ExpectedEnd.of(List.of(), stopping(SampleHistories.live(100), null))).as("before it memorised")
                .isEmpty();
        assertThat(ExpectedEnd.of(List.of(), stopping(SampleHistories.grokked(), null))).as("its end is known")
                .isEmpty();
    }

    private static RunHistory stopping(RunHistory run, @Nullable Lineage lineage) {
        RunHead head = run.head();
        return new RunHistory(new RunHead(head.id(), head.name(), head.created(),
                head.configuration().ending(8000, 500), lineage, head.environment()), run.state(), run.evaluations(),
                run.events(), run.checkpoints(), run.milestones(), run.leftOut());
    }

    @Test
    void aRunIsExpectedToEndWhereRunsWithTheSameSettingsDid() {
        RunHistory grokked = SampleHistories.grokked();
        int step = grokked.milestones().step(Milestone.GROKKED).getAsInt();
        RunConfiguration settings = grokked.head().configuration().ending(8000, 500).withSeed(7);
        assertThat(ExpectedEnd.of(List.of(grokked), settings)).isEqualTo(new ExpectedEnd(step + 500, step + 500, 1));
        assertThat(ExpectedEnd.of(List.of(grokked), settings.ending(8000, 0)))
                .isEqualTo(new ExpectedEnd(8000, 8000, 0));
        assertThat(ExpectedEnd.of(List.of(grokked), settings.with(Settings.P, 53)))
                .isEqualTo(new ExpectedEnd(8000, 8000, 0));
        RunHistory never = SampleHistories.until(1000, 100, RunState.FINISHED);
        assertThat(ExpectedEnd.of(List.of(grokked, never), settings)).isEqualTo(new ExpectedEnd(step + 500, 8000, 2));
    }

    private static RunEstimate.Planned planned(int from, int earliest, int latest) {
        return new RunEstimate.Planned(RunConfiguration.PAPER, from, earliest, latest);
    }

    private static RunEstimate estimate(int atOnce, RunEstimate.Planned... runs) {
        return RunEstimate.of(List.of(runs), SPEED, 2, atOnce).orElseThrow();
    }
}
