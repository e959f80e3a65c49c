package org.grokscope.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WaitingThreadsTest {
    private static final int PROCESSORS = 2;

    @BeforeAll
    static void load() {
        Compute.load(DeviceChoice.CPU, 2);
    }

    @Test
    void yieldsWhenOthersAreBusyForSomeLooksAndSpinsAgainAfterMore() {
        try (WaitingThreads waiting = new WaitingThreads(2, PROCESSORS, OptionalDouble::empty)) {
            waiting.heed(1.5);
            assertThat(waiting.yielding()).isFalse();
            waiting.heed(1.5);
            assertThat(waiting.yielding()).isTrue();
            for (int look = 0; look < 5; look++) {
                waiting.heed(0.05);
                assertThat(waiting.yielding()).isTrue();
            }
            waiting.heed(0.05);
            assertThat(waiting.yielding()).isFalse();
        }
    }

    @Test
    void aMomentOfOtherWorkChangesNothing() {
        try (WaitingThreads waiting = new WaitingThreads(2, PROCESSORS, OptionalDouble::empty)) {
            for (int i = 0; i < 5; i++) {
                waiting.heed(2);
                waiting.heed(0);
            }
            assertThat(waiting.yielding()).isFalse();
        }
    }

    @Test
    void aLoadThatHasBeenThereForAWhileIsHeededAtOnce() {
        try (WaitingThreads waiting = new WaitingThreads(2, PROCESSORS, OptionalDouble::empty)) {
            waiting.expect(0.1);
            assertThat(waiting.yielding()).isFalse();
            assertThat(waiting.hindered(0.1)).isFalse();
            waiting.expect(1.5);
            assertThat(waiting.yielding()).isTrue();
            assertThat(waiting.hindered(1.5)).isTrue();
        }
        try (WaitingThreads alone = new WaitingThreads(1, 1, OptionalDouble::empty)) {
            alone.expect(1);
            assertThat(alone.yielding()).as("one thread waits for nobody").isFalse();
        }
    }

    @Test
    void otherWorkOnProcessorsThatTrainingLeavesFreeIsNoMatter() {
        try (WaitingThreads waiting = new WaitingThreads(2, 16, OptionalDouble::empty)) {
            for (int i = 0; i < 5; i++) {
                waiting.heed(13);
            }
            assertThat(waiting.yielding()).isFalse();
        }
    }
}
