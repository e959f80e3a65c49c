package org.grokscope.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PairLogitsTest {
    @Test
    void theLowestOfEqualAnswersWins() {
        assertThat(new PairLogits(1, 2, 3, new float[]{0, 4, 1, 4, 2}).answer()).isEqualTo(1);
    }

    @Test
    void probabilitiesSumToOneAndFavourTheGreatestLogit() {
        PairLogits said = new PairLogits(1, 2, 3, new float[]{1000, 999, 0, 998, 0});
        double sum = 0;
        for (int answer = 0; answer < said.answers(); answer++) {
            sum += said.probability(answer);
        }
        assertThat(sum).isCloseTo(1, within(1e-12));
        assertThat(said.probability(0)).isCloseTo(0.665, within(1e-3));
        assertThat(said.answersAboveRight()).isEqualTo(2);
    }
}
