package org.grokscope.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.grokscope.SharesNothing;
import org.grokscope.figure.SampleCircuits;
import org.junit.jupiter.api.Test;

@SharesNothing
class CircuitDifferenceTest {
    private static final CircuitReading GROKKED = SampleCircuits.grokked(97).reading();
    private static final CircuitReading RANDOM = SampleCircuits.random(97).reading();

    @Test
    void aNetworkDoesNotDifferFromItself() {
        CircuitDifference none = CircuitDifference.between(GROKKED, GROKKED).orElseThrow();
        assertThat(none.power()).isEmpty();
        assertThat(none.neurons()).isEmpty();
        assertThat(none.answeredByFirstAlone()).hasValue(0);
    }

    @Test
    void theFrequenciesThatOneAloneUsesAreNamedTheMostDifferentFirst() {
        CircuitDifference both = CircuitDifference.between(RANDOM, GROKKED).orElseThrow();
        assertThat(both.power()).startsWith(13, 31, 47);
        assertThat(both.power()).isSortedAccordingTo((a, b) -> Double.compare(distance(b), distance(a)));
        assertThat(both.neurons().getFirst()).isEqualTo(13);
    }

    private static double distance(int k) {
        return Math.abs(GROKKED.embedding().power().share(k) - RANDOM.embedding().power().share(k));
    }

    @Test
    void pairsAreCountedThatOneAloneAnswers() {
        CircuitDifference both = CircuitDifference.between(GROKKED, RANDOM).orElseThrow();
        PairMargins grokked = GROKKED.activity().orElseThrow().margins();
        PairMargins random = RANDOM.activity().orElseThrow().margins();
        int right = 0;
        int rightByChance = 0;
        for (int a = 0; a < 97; a++) {
            for (int b = 0; b < 97; b++) {
                right += grokked.right(a, b) ? 1 : 0;
                rightByChance += random.right(a, b) ? 1 : 0;
            }
        }
        assertThat(both.answeredByFirstAlone().orElseThrow() - both.answeredBySecondAlone().orElseThrow())
                .isEqualTo(right - rightByChance).isPositive();
    }

    @Test
    void networksOfOtherTokensAreNotCompared() {
        assertThat(CircuitDifference.between(GROKKED, SampleCircuits.grokked(53).reading())).isEmpty();
    }

    @Test
    void ofANetworkThatWasNotWatchedNeuronsAndPairsAreNotKnown() {
        CircuitDifference half = CircuitDifference.between(GROKKED, CircuitReading.of(RANDOM.embedding()))
                .orElseThrow();
        assertThat(half.power()).isNotEmpty();
        assertThat(half.neurons()).isEmpty();
        assertThat(half.answeredByFirstAlone()).isEmpty();
    }
}
