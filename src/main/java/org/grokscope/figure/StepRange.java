package org.grokscope.figure;

import java.util.List;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;

/**
 * A stretch of the step axis.
 *
 * @param lower the step at the left end
 * @param upper the step at the right end, greater than lower
 */
public record StepRange(double lower, double upper) {
    private static final double[] ROUND = {1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10};
    private static final int LEAST_EVALUATIONS = 5;

    /** @throws IllegalArgumentException when the stretch is empty or not finite */
    public StepRange {
        if (!(lower < upper) || !Double.isFinite(upper - lower)) {
            throw new IllegalArgumentException("There is no range of steps from " + lower + " to " + upper + ".");
        }
    }

    /** Returns the number of steps it spans. */
    public double length() {
        return upper - lower;
    }

    /** Returns whether a step lies in it. */
    public boolean contains(double step) {
        return step >= lower && step <= upper;
    }

    /**
     * Returns the stretch that shows runs whole. While one of them can still grow, it ends at a round step, so that
     * the axis rests most of the time.
     */
    public static StepRange whole(List<TimelineRun> runs) {
        double upper = 0;
        for (TimelineRun run : runs) {
            upper = Math.max(upper, end(run.history()));
        }
        return new StepRange(0, upper > 0 ? upper : 1000);
    }

    /** Returns this stretch, or one that goes on to the round step after another that lies beyond its end. */
    public StepRange reaching(double step) {
        return step <= upper ? this : new StepRange(lower, roundUp(step));
    }

    private static double end(RunHistory history) {
        int last = history.lastStep();
        boolean grows = history.state() == RunState.NEW || history.state() == RunState.TRAINING
                || history.state() == RunState.PAUSED;
        int cadence = history.head().configuration().evaluation().evaluateEvery();
        if (!grows) {
            return last > 0 ? last : (double) cadence * LEAST_EVALUATIONS;
        }
        int planned = Math.max(history.head().configuration().schedule().steps(), last);
        return Math.min(planned, roundUp(Math.max(last, cadence * LEAST_EVALUATIONS)));
    }

    private static double roundUp(double step) {
        double decade = Math.pow(10, Math.floor(Math.log10(step)));
        for (double round : ROUND) {
            if (round * decade >= step) {
                return round * decade;
            }
        }
        return 10 * decade;
    }
}
