package org.grokscope.training;

import java.util.function.Supplier;

/** Training time of one run; pauses, other runs' turns and the time that the process stood still are left out. */
final class Stopwatch {
    private long nanos;
    private long startedAt;
    private boolean running;
    private final long nanosBefore;
    private long measuringNanos;
    private long lapNanos;
    private int lapStep;

    /**
     * @param millis training time before
     * @param step where the first lap begins
     */
    Stopwatch(long millis, int step) {
        // Whatever a checkpoint claims, the numbers stay in their order.
        nanos = Math.clamp(millis, 0, Long.MAX_VALUE / 2_000_000) * 1_000_000;
        nanosBefore = nanos;
        lapNanos = nanos;
        lapStep = step;
    }

    void start() {
        startedAt = RunningClock.nanos();
        running = true;
    }

    void stop() {
        nanos = elapsed();
        running = false;
    }

    long millis() {
        return elapsed() / 1_000_000;
    }

    /** Does something and counts the training time it takes as measuring; what is done while it stands counts nowhere. */
    <T> T measuring(Supplier<T> work) {
        long before = elapsed();
        T result = work.get();
        measuringNanos += elapsed() - before;
        return result;
    }

    /** Returns the share of the time since this stopwatch was made that went into measuring; NaN when there was none. */
    double measuringShare() {
        return (double) measuringNanos / (elapsed() - nanosBefore);
    }

    /** Returns the steps a second since the lap before, and begins another; NaN when no step was taken. */
    double lap(int step) {
        long now = elapsed();
        double speed = step == lapStep ? Double.NaN : (step - lapStep) * 1e9 / (now - lapNanos);
        lapNanos = now;
        lapStep = step;
        return speed;
    }

    private long elapsed() {
        return running ? nanos + RunningClock.nanos() - startedAt : nanos;
    }
}
