package org.grokscope.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScoreTest {
    @Test
    void theLowestAnswerWinsATie() {
        Score score = new Score(3);
        score.add(new float[]{1, 2, 2, 5, 5, 5}, 0, 2);
        score.add(new float[]{1, 2, 2, 5, 5, 5}, 1, 0);
        assertThat(score.accuracy()).isEqualTo(0.5);
    }

    @Test
    void equalLogitsCostTheLogarithmOfTheirNumber() {
        Score score = new Score(4);
        score.add(new float[]{1000, 1000, 1000, 1000}, 0, 1);
        assertThat(score.loss()).isCloseTo(Math.log(4), within(1e-12));
    }

    @Test
    void aLossThatIsNotFiniteAndNoPairAtAllAreNaN() {
        Score score = new Score(2);
        assertThat(score.loss()).isNaN();
        score.add(new float[]{Float.POSITIVE_INFINITY, 0}, 0, 1);
        assertThat(score.loss()).isNaN();
    }
}
