package org.grokscope.training;

import ai.djl.Device;
import java.time.Duration;
import org.grokscope.settings.RunConfiguration;

/** Trains the paper's run for a moment, to learn how fast this machine is. Nothing is written. */
final class SpeedTrial {
    /** The first calls compile; these steps are not timed. */
    private static final int WARM_UP_STEPS = 15;
    private static final long NANOS = Duration.ofMillis(700).toNanos();
    private static final double SECOND = 1e9;

    private SpeedTrial() {}

    /** Returns steps a second, evaluations left out. */
    static double stepsPerSecond(Device device) {
        try (Trainer trainer = Trainer.begin(RunConfiguration.PAPER, device)) {
            for (int step = 0; step < WARM_UP_STEPS; step++) {
                trainer.step();
            }
            long began = System.nanoTime();
            int steps = 0;
            do {
                trainer.step();
                steps++;
            } while (System.nanoTime() - began < NANOS);
            return steps * SECOND / (System.nanoTime() - began);
        }
    }
}
