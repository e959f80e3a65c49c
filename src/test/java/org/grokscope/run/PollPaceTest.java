package org.grokscope.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.grokscope.SharesNothing;
import org.junit.jupiter.api.Test;

@SharesNothing
class PollPaceTest {
    private static final long SECOND = 1_000_000_000L;
    /** Clocks like that of the system may stand anywhere, and pass their greatest number. */
    private static final long START = Long.MAX_VALUE - 5 * SECOND;

    private final PollPace pace = new PollPace();

    private boolean due(long seconds) {
        return pace.due(START + seconds * SECOND);
    }

    private void read(long seconds, boolean news) {
        pace.read(START + seconds * SECOND, news);
    }

    @Test
    void theLongerNothingIsNewTheLaterIsTheNextLook() {
        assertThat(due(0)).isTrue();
        long now = 0;
        for (int pause : new int[]{1, 2, 4, 8, 16, 16, 16}) {
            read(now, false);
            assertThat(due(now + pause - 1)).as("after %d s", now + pause - 1).isFalse();
            now += pause;
            assertThat(due(now)).as("after %d s", now).isTrue();
        }
    }

    @Test
    void whatHasNewsIsLookedAtEveryTime() {
        read(0, false);
        read(1, false);
        read(3, true);
        assertThat(due(3)).isTrue();
        read(3, false);
        assertThat(due(4)).isTrue();
    }
}
