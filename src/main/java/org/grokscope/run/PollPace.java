package org.grokscope.run;

import java.util.concurrent.TimeUnit;

/**
 * How soon a run is looked at again: the longer nothing was new of it, the later. A file server would else be asked several
 * times a second for each of a thousand runs that ended long ago. One thread at a time.
 */
public final class PollPace {
    private static final long SHORTEST = TimeUnit.SECONDS.toNanos(1);
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(16);

    private long pause;
    private long next = Long.MIN_VALUE;

    /**
     * Returns whether it is time to look.
     *
     * @param now in nanoseconds, of {@link System#nanoTime}
     */
    public boolean due(long now) {
        return next == Long.MIN_VALUE || now - next >= 0;
    }

    /**
     * Takes note of a look.
     *
     * @param now in nanoseconds
     * @param news whether anything was new
     */
    public void read(long now, boolean news) {
        pause = news ? 0 : Math.min(LONGEST, Math.max(SHORTEST, 2 * pause));
        next = now + pause;
    }
}
