package org.grokscope.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class OthersLoadTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void whatOthersTookIsAllThatWasTakenLessOnesOwn() {
        OthersLoad load = new OthersLoad();
        assertThat(load.measure("cpu  1000 0 100 5000 30 0 0 20 0 0", 5, 0)).isEmpty();
        // Two seconds: 220 + 20 + 40 ticks busy, of which 1.5 s are ours, and idle and disk do not count.
        assertThat(load.measure("cpu  1220 0 120 5100 90 0 0 60 0 0", 6.5, 2 * SECOND).orElseThrow())
                .isCloseTo(0.65, within(1e-9));
    }

    @Test
    void neverLessThanNothing() {
        OthersLoad load = new OthersLoad();
        load.measure("cpu  1000 0 100 5000 30 0 0 20 0 0", 5, 0);
        assertThat(load.measure("cpu  1010 0 100 5000 30 0 0 20 0 0", 9, SECOND).orElseThrow()).isZero();
    }
}
