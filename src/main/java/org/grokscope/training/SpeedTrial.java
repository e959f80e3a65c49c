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

    /**
     * Takes the time of some steps, in the way that a run would train which has seen how busy the machine is.
     *
     * @param waiting how threads wait for each other
     */
    static TrialSpeed run(Device device, WaitingThreads waiting) {
        OthersLoad others = new OthersLoad();
        try (Trainer trainer = Trainer.begin(RunConfiguration.PAPER, device)) {
            others.measure();
            for (int step = 0; step < WARM_UP_STEPS; step++) {
                trainer.step();
            }
            double load = others.measure().orElse(0);
            if (!NativeSettings.waitingChosen()) {
                waiting.expect(load);
            }
            long began = System.nanoTime();
            int steps = 0;
            do {
                trainer.step();
                steps++;
            } while (System.nanoTime() - began < NANOS);
            return new TrialSpeed(steps * SECOND / (System.nanoTime() - began), waiting.hindered(load));
        }
    }
}
