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
    void otherWorkOnProcessorsThatTrainingLeavesFreeIsNoMatter() {
        try (WaitingThreads waiting = new WaitingThreads(2, 16, OptionalDouble::empty)) {
            for (int i = 0; i < 5; i++) {
                waiting.heed(13);
            }
            assertThat(waiting.yielding()).isFalse();
        }
    }
}
