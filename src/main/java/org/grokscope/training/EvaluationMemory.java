package org.grokscope.training;

import org.grokscope.settings.RunConfiguration;

/**
 * How much memory a run takes while it is evaluated: every pair's vectors before and after the last MLP and at the head are
 * kept, besides what the libraries work with. Measured with width 128: 0.6 GB at p = 197, 0.9 at 397, 4.0 at 997.
 */
public final class EvaluationMemory {
    private static final long PROGRAM = 450_000_000;
    private static final long A_PAIR = 2_000;
    private static final long A_COMPONENT = 4L * Float.BYTES;

    private EvaluationMemory() {}

    /** Returns about how many bytes that are. */
    public static long bytes(RunConfiguration configuration) {
        long pairs = (long) configuration.task().p() * configuration.task().p();
        return PROGRAM + pairs * (A_PAIR + A_COMPONENT * configuration.model().width());
    }
}
