package org.grokscope.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class AttentionPatternTest {
    @Test
    void chunksOfPairsAreAveragedPerBlockAndHead() {
        AttentionPattern.Accumulator pattern = new AttentionPattern.Accumulator(1, 2, List.of("a", "b", "="));
        pattern.add(0, new float[]{1, 0, 0, /**/ 0, 1, 0, /* next pair */ 0, 0, 1, /**/ 0, 1, 0});
        pattern.add(0, new float[]{0.5f, 0.5f, 0, /**/ 0, 0, 1});
        AttentionPattern means = pattern.finish();
        assertThat(means.weight(0, 0, 0)).isCloseTo(0.5, within(1e-12));
        assertThat(means.weight(0, 0, 2)).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(means.weight(0, 1, 1)).isCloseTo(2.0 / 3, within(1e-12));
    }

    @Test
    void aNetworkWithoutAttentionHasNoBlocks() {
        assertThat(new AttentionPattern.Accumulator(0, 4, List.of("a", "b", "=")).finish().blocks()).isZero();
    }
}
