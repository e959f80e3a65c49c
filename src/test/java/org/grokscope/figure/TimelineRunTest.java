package org.grokscope.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.List;
import org.grokscope.measure.Evaluation;
import org.grokscope.run.RunState;
import org.junit.jupiter.api.Test;

class TimelineRunTest {
    private static final TimelineRun RUN = TimelineRun.primary(SampleHistories.grokked(), Color.BLUE);

    @Test
    void theNearestEvaluationIsFound() {
        assertThat(RUN.history().nearestEvaluation(1049)).map(Evaluation::step).contains(1000);
        assertThat(RUN.history().nearestEvaluation(1050)).map(Evaluation::step).contains(1000);
        assertThat(RUN.history().nearestEvaluation(1051)).map(Evaluation::step).contains(1100);
        assertThat(RUN.history().nearestEvaluation(-5)).map(Evaluation::step).contains(0);
        assertThat(RUN.history().nearestEvaluation(1e9)).map(Evaluation::step).contains(8000);
    }

    @Test
    void aRunWithoutEvaluationsHasNoNearestOne() {
        assertThat(SampleHistories.empty().nearestEvaluation(0)).isEmpty();
    }

    @Test
    void aForkIsDrawnFromItsForkPointOn() {
        TimelineRun fork = new TimelineRun(SampleHistories.grokked(), Color.RED, false, 1700);
        assertThat(fork.drawn().getFirst().step()).isEqualTo(1700);
        assertThat(fork.drawn().getLast().step()).isEqualTo(8000);
    }

    @Test
    void theAxisOfAFinishedRunEndsWithIt() {
        assertThat(StepRange.whole(List.of(RUN))).isEqualTo(new StepRange(0, 8000));
    }

    @Test
    void theAxisOfALiveRunEndsAtARoundStepNotPastItsPlannedEnd() {
        assertThat(wholeOf(1600, RunState.TRAINING)).isEqualTo(new StepRange(0, 2000));
        assertThat(wholeOf(1900, RunState.TRAINING)).isEqualTo(new StepRange(0, 2000));
        assertThat(wholeOf(7900, RunState.TRAINING)).isEqualTo(new StepRange(0, 8000));
    }

    private static StepRange wholeOf(int lastStep, RunState state) {
        return StepRange.whole(List.of(TimelineRun.primary(SampleHistories.until(lastStep, 100, state), Color.BLUE)));
    }
}
