package org.grokscope.training;

/** Steps a second over the last few seconds of a run's own turns, smoothed so that the number can be read. */
final class SpeedGauge {
    private static final long WINDOW_NANOS = 500_000_000;
    private static final double NEW_SHARE = 0.3;
    private long windowStart;
    private int windowStep;
    private boolean running;
    private double smoothed = Double.NaN;

    /** Leaves out the time since the last tick: it was another run's turn, or a pause. */
    void restart() {
        running = false;
    }

    /** Notes that the run has now taken so many steps. */
    void tick(int step) {
        tick(step, RunningClock.nanos());
    }

    void tick(int step, long now) {
        if (!running) {
            running = true;
            windowStart = now;
            windowStep = step;
        } else if (now - windowStart >= WINDOW_NANOS) {
            double recent = (step - windowStep) * 1e9 / (now - windowStart);
            smoothed = Double.isNaN(smoothed) ? recent : smoothed + NEW_SHARE * (recent - smoothed);
            windowStart = now;
            windowStep = step;
        }
    }

    double stepsPerSecond() {
        return smoothed;
    }
}
