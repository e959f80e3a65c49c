package org.grokscope.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RunningClockTest {
    private final AtomicLong system = new AtomicLong(1_000);
    private final RunningClock clock = new RunningClock(system::get);

    @Test
    void standsWhileNobodyLooks() {
        long before = clock.look();
        pass(Duration.ofSeconds(1));
        assertThat(clock.look() - before).isEqualTo(Duration.ofSeconds(1).toNanos());
        pass(Duration.ofDays(1));
        assertThat(clock.look() - before).isEqualTo(Duration.ofSeconds(1).toNanos());
        pass(Duration.ofMillis(250));
        assertThat(clock.look() - before).isEqualTo(Duration.ofMillis(1250).toNanos());
    }

    @Test
    void countsTheWaitsOfABusyMachine() {
        long before = clock.look();
        pass(RunningClock.GAP);
        assertThat(clock.look() - before).isEqualTo(RunningClock.GAP.toNanos());
    }

    private void pass(Duration time) {
        system.addAndGet(time.toNanos());
    }
}
