package org.grokscope.training;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * A clock that stands while the whole process does: stopped from a terminal, suspended by a cluster, or with the lid of its
 * laptop closed. Somebody looks at it a few times a second; a much longer gap between two looks is one in which nothing ran.
 * The system's time of day has no part in it.
 */
final class RunningClock {
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    /** Longer than a thread ever waits for a processor on a machine that is merely busy. */
    static final Duration GAP = Duration.ofSeconds(3);
    private static final RunningClock PROCESS = watched();

    private final LongSupplier system;
    private long last;
    private long stopped;

    /** @param system nanoseconds that only go forward */
    RunningClock(LongSupplier system) {
        this.system = system;
        this.last = system.getAsLong();
    }

    private static RunningClock watched() {
        RunningClock clock = new RunningClock(System::nanoTime);
        Thread.ofPlatform().name("clock").daemon().start(() -> {
            while (true) {
                LockSupport.parkNanos(LOOK_EVERY.toNanos());
                clock.look();
            }
        });
        return clock;
    }

    /** Returns the nanoseconds that this process has been running since some moment. */
    static long nanos() {
        return PROCESS.look();
    }

    /** Looks at the clock; whoever comes first after a gap takes it out. */
    synchronized long look() {
        long now = system.getAsLong();
        if (now - last > GAP.toNanos()) {
            stopped += now - last;
        }
        last = now;
        return now - stopped;
    }
}
