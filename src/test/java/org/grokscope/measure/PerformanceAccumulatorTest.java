package org.grokscope.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PerformanceAccumulatorTest {
    private final PerformanceAccumulator accumulator = new PerformanceAccumulator(3);

    @Test
    void ofEqualLogitsTheLowestAnswerCounts() {
        accumulator.add(new float[]{1, 1, 0, 1, 1, 0}, new int[]{0, 1}, new boolean[]{true, false});
        assertThat(accumulator.finish().trainAccuracy()).isEqualTo(1);
        assertThat(accumulator.finish().validationAccuracy()).isZero();
    }

    @Test
    void equalLogitsCostTheLogarithmOfTheAnswers() {
        accumulator.add(new float[]{7, 7, 7, 7, 7, 7}, new int[]{0, 2}, new boolean[]{true, false});
        assertThat(accumulator.finish().trainLoss()).isCloseTo(Math.log(3), within(1e-12));
        assertThat(accumulator.finish().validationLoss()).isCloseTo(Math.log(3), within(1e-12));
    }

    @Test
    void largeLogitsDoNotOverflow() {
        accumulator.add(new float[]{1e6f, 0, 0}, new int[]{1}, new boolean[]{true});
        assertThat(accumulator.finish().trainLoss()).isEqualTo(1e6);
    }

    @Test
    void aLossThatIsNotFiniteIsNotANumber() {
        accumulator.add(new float[]{Float.POSITIVE_INFINITY, 0, 0}, new int[]{1}, new boolean[]{true});
        assertThat(accumulator.finish().trainLoss()).isNaN();
    }
}
