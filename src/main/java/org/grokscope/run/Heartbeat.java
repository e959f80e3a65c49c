package org.grokscope.run;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A sign of life that is given every few seconds, as long as something is held; by one thread for all that a process holds. */
final class Heartbeat implements AutoCloseable {
    /** Often enough that {@link Sightings#SILENCE} holds many. */
    private static final Duration PERIOD = Duration.ofSeconds(5);
    private static final ScheduledExecutorService THREAD = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("heartbeat").daemon().factory());

    private final Runnable beat;
    private final Future<?> beating;
    private boolean ended;

    /** @param beat gives the sign */
    Heartbeat(Runnable beat) {
        this.beat = beat;
        this.beating = THREAD.scheduleWithFixedDelay(this::beat, PERIOD.toMillis(), PERIOD.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private synchronized void beat() {
        if (!ended) {
            beat.run();
        }
    }

    /** Gives no sign any more, once this has returned. */
    @Override
    public void close() {
        beating.cancel(false);
        synchronized (this) {
            ended = true;
        }
    }
}
