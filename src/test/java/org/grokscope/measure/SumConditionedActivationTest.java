package org.grokscope.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SumConditionedActivationTest {
    @Test
    void averagesOverThePairsOfEachAnswerHoweverTheyAreChunked() {
        SumConditionedActivation.Accumulator accumulator = new SumConditionedActivation.Accumulator(2, 3);
        accumulator.add(new float[]{1, 10, 3, 30}, new int[]{0, 0});
        accumulator.add(new float[]{5, 50, 8, 80}, new int[]{0, 2});
        SumConditionedActivation activation = accumulator.finish();
        assertThat(activation.of(0)).containsExactly(3, 0, 8);
        assertThat(activation.of(1)).containsExactly(30, 0, 80);
    }
}
