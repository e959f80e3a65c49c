package org.grokscope.training;

import java.time.Duration;

/**
 * Steps a second in a run's own turns, what is longer ago counted less: steady enough that the time left can be told from it,
 * evaluations included, and soon true again when the machine gets busy.
 */
final class SpeedGauge {
    /** Seconds after which a step counts 1/e of a new one: several evaluations at the usual cadence. */
    static final double MEMORY = 15;
    /** What a shorter time says is chance. */
    static final Duration AT_LEAST = Duration.ofMillis(500);
    private long last;
    private int lastStep;
    private boolean running;
    private double steps;
    private double seconds;

    /** A turn begins at a step: the time since the last tick was another run's turn, or a pause. */
    void begin(int step) {
        begin(step, RunningClock.nanos());
    }

    void begin(int step, long now) {
        running = true;
        last = now;
        lastStep = step;
    }

    /** Notes that the run has now taken so many steps. */
    void tick(int step) {
        tick(step, RunningClock.nanos());
    }

    void tick(int step, long now) {
        if (running) {
            double passed = (now - last) * 1e-9;
            double kept = Math.exp(-passed / MEMORY);
            steps = kept * steps + step - lastStep;
            seconds = kept * seconds + passed;
        }
        begin(step, now);
    }

    /** Returns the speed; NaN before it is known. */
    double stepsPerSecond() {
        return seconds * 1e9 < AT_LEAST.toNanos() ? Double.NaN : steps / seconds;
    }
}
