package org.grokscope.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class PairMarginsTest {
    /** Two tokens, answers a xor b; the network always says 1. */
    private static PairMargins stubborn() {
        PairMargins.Accumulator margins = new PairMargins.Accumulator(2, new int[]{0, 1, 1, 0});
        margins.add(new int[]{0, 1}, new float[]{1, 3, -1, 2});
        margins.add(new int[]{2, 3}, new float[]{0, 0.5f, 4, 5});
        BitSet training = new BitSet();
        training.set(1);
        return margins.finish(training);
    }

    @Test
    void aMarginIsTheRightLogitLessTheGreatestOther() {
        PairMargins margins = stubborn();
        assertThat(margins.margin(0, 0)).isEqualTo(-2);
        assertThat(margins.margin(0, 1)).isEqualTo(3);
        assertThat(margins.margin(1, 0)).isEqualTo(0.5);
        assertThat(margins.margin(1, 1)).isEqualTo(-1);
        assertThat(margins.greatest()).isEqualTo(3);
    }

    @Test
    void trainingPairsAreToldApart() {
        PairMargins margins = stubborn();
        assertThat(margins.training(0, 1)).isTrue();
        assertThat(margins.training(1, 0)).isFalse();
        assertThat(margins.accuracy(true)).isEqualTo(1);
        assertThat(margins.accuracy(false)).isEqualTo(1.0 / 3);
    }
}
