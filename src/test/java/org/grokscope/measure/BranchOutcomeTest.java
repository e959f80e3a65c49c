package org.grokscope.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.grokscope.measure.BranchOutcome.Aftermath;
import org.grokscope.measure.BranchOutcome.Cause;
import org.grokscope.measure.BranchOutcome.Course;
import org.grokscope.measure.BranchOutcome.Grokked;
import org.grokscope.measure.BranchOutcome.GrokkedBeforeFork;
import org.grokscope.measure.BranchOutcome.NotGrokked;
import org.junit.jupiter.api.Test;

/** A fork at step 1,000, evaluated every 100 steps; its evaluations begin with its parent's. */
class BranchOutcomeTest {
    private static final int FORK = 1000;

    @Test
    void theDelayIsCountedFromTheFork() {
        assertThat(outcome(2000, step -> step >= 1700 ? 0.96 : 0.1, step -> 25, Course.ENDED))
                .isEqualTo(new Grokked(1700, 700, 25, Aftermath.KEPT));
    }

    @Test
    void aParentThatHadGrokkedLeavesNoDelay() {
        assertThat(outcome(2000, step -> step >= 1000 ? 0.96 : 0.1, step -> 25, Course.ENDED))
                .isEqualTo(new GrokkedBeforeFork(1000));
    }

    @Test
    void whatIsLostAfterGrokkingIsSaid() {
        assertThat(outcome(3000, step -> step == 1700 ? 0.96 : 0.1, step -> 25, Course.ENDED))
                .isEqualTo(new Grokked(1700, 700, 25, Aftermath.DESTABILISED));
        assertThat(outcome(3000, step -> step >= 1700 ? 0.96 : 0.1, step -> 25, Course.DIVERGED))
                .isEqualTo(new Grokked(1700, 700, 25, Aftermath.DIVERGED));
    }

    @Test
    void whatHasNotGrokkedBoundsTheDelayFromBelow() {
        assertThat(outcome(3000, step -> 0.1, step -> 25, Course.OPEN))
                .isEqualTo(new NotGrokked(2000, Cause.NOT_YET));
        assertThat(outcome(3000, step -> 0.1, step -> 25, Course.ENDED))
                .isEqualTo(new NotGrokked(2000, Cause.ENDED));
        assertThat(outcome(3000, step -> 0.1, step -> Double.NaN, Course.DIVERGED))
                .isEqualTo(new NotGrokked(2000, Cause.DIVERGED));
    }

    @Test
    void aNormUnderOneIsACollapse() {
        assertThat(outcome(3000, step -> 0.01, step -> step > 2000 ? 0.9 : 20, Course.ENDED))
                .isEqualTo(new NotGrokked(2000, Cause.COLLAPSED));
        assertThat(outcome(3000, step -> 0.01, step -> step == 2000 ? 0.9 : 20, Course.ENDED))
                .isEqualTo(new NotGrokked(2000, Cause.ENDED));
    }

    @Test
    void aBranchNotYetEvaluatedHasTakenNoSteps() {
        assertThat(outcome(FORK, step -> 0.1, step -> 40, Course.OPEN)).isEqualTo(new NotGrokked(0, Cause.NOT_YET));
    }

    @Test
    void theRateOfTheNormIsTheSlopeOfItsLogarithm() {
        List<Evaluation> evaluations = evaluations(3000, step -> 0.1,
                step -> step < FORK ? 100 : 40 * Math.exp(-0.0007 * (step - FORK)));
        assertThat(WeightNormDecay.rate(evaluations, FORK, 2200).orElseThrow()).isCloseTo(0.0007, within(1e-12));
        assertThat(WeightNormDecay.rate(evaluations, 2950, 3000)).isEmpty();
    }

    private static BranchOutcome outcome(int last, IntToDoubleFunction accuracy, IntToDoubleFunction norm,
            Course course) {
        List<Evaluation> evaluations = evaluations(last, accuracy, norm);
        return BranchOutcome.of(evaluations, Milestones.of(evaluations, Thresholds.PAPER), FORK, course);
    }

    private static List<Evaluation> evaluations(int last, IntToDoubleFunction accuracy, IntToDoubleFunction norm) {
        return IntStream.rangeClosed(0, last / 100).map(i -> 100 * i)
                .mapToObj(
                        step -> Evaluation.at(step).performance(new Performance(0, 1, 1, accuracy.applyAsDouble(step)))
                                .set(Measure.WEIGHT_NORM, norm.applyAsDouble(step)).build())
                .toList();
    }
}
