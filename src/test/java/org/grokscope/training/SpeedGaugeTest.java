package org.grokscope.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SpeedGaugeTest {
    private static final long MILLISECOND = 1_000_000;
    private final SpeedGauge gauge = new SpeedGauge();
    private long now = 7;
    private int step = 100;

    @Test
    void theStartOfARunIsNotItsSpeed() {
        assertThat(gauge.stepsPerSecond()).isNaN();
        // The network is read and evaluated once, then come forty steps of 10 ms.
        now += 3000 * MILLISECOND;
        gauge.tick(step, now);
        steps(40, 10);
        assertThat(gauge.stepsPerSecond()).isNaN();
        steps(20, 10);
        assertThat(gauge.stepsPerSecond()).isEqualTo(100, within(1e-9));
    }

    /** Turns of two seconds, one of which begins with an evaluation: whether it counts must not hang on where it falls. */
    @Test
    void evaluationsCountWhereverTheyFallInATurn() {
        for (int turn = 0; turn < 60; turn++) {
            gauge.begin(step, now);
            now += 400 * MILLISECOND;
            steps(160, 10);
            now += 5000 * MILLISECOND;
        }
        assertThat(gauge.stepsPerSecond()).isEqualTo(80, within(2.0));
    }

    @Test
    void aMachineThatGetsBusyIsSoonNoticed() {
        gauge.begin(step, now);
        steps(6000, 10);
        steps(600, 50);
        assertThat(gauge.stepsPerSecond()).isEqualTo(20, within(12.0));
        steps(600, 50);
        assertThat(gauge.stepsPerSecond()).isEqualTo(20, within(2.0));
    }

    private void steps(int count, long milliseconds) {
        for (int i = 0; i < count; i++) {
            now += milliseconds * MILLISECOND;
            gauge.tick(++step, now);
        }
    }
}
