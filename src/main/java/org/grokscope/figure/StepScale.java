package org.grokscope.figure;

import java.util.List;

/**
 * Where steps stand on the axis. The logarithmic scale is matplotlib's "symlog": from the first evaluation on every
 * decade is equally long; the stretch from step 0 to it, on which a logarithm is not defined, is drawn linearly.
 *
 * @param logarithmic whether the axis is logarithmic
 * @param linearTo the step up to which a logarithmic axis is linear: the first evaluation after step 0
 */
public record StepScale(boolean logarithmic, double linearTo) {
    /** Length of the linear stretch, in decades. */
    private static final double LINEAR_DECADES = 0.35;

    /** @throws IllegalArgumentException when the linear stretch is empty */
    public StepScale {
        if (!(linearTo > 0)) {
            throw new IllegalArgumentException("A step scale is linear up to a positive step, not " + linearTo + ".");
        }
    }

    /** Returns the scale for runs: the primary one's first evaluation counts, or the first run's. */
    public static StepScale of(boolean logarithmic, List<TimelineRun> runs) {
        double cadence = TimelineRun.primaryOf(runs).or(() -> runs.stream().findFirst())
                .map(run -> run.history().head().configuration().evaluation().evaluateEvery()).orElse(100);
        return new StepScale(logarithmic, cadence);
    }

    /** Returns the position of a step, in steps or decades. */
    public double position(double step) {
        if (!logarithmic) {
            return step;
        }
        double ratio = step / linearTo;
        return LINEAR_DECADES * Math.min(ratio, 1) + (ratio > 1 ? Math.log10(ratio) : 0);
    }

    /** Returns the step at a position: the inverse of {@link #position}. */
    public double step(double position) {
        if (!logarithmic) {
            return position;
        }
        return position <= LINEAR_DECADES
                ? linearTo * position / LINEAR_DECADES
                : linearTo * Math.pow(10, position - LINEAR_DECADES);
    }

    /** Returns the x coordinate of a step on an axis that shows a range between left and left + width. */
    public double xOf(double step, StepRange visible, double left, double width) {
        double low = position(visible.lower());
        return left + width * (position(step) - low) / (position(visible.upper()) - low);
    }

    /** Returns the step at an x coordinate: the inverse of {@link #xOf}. */
    public double stepAt(double x, StepRange visible, double left, double width) {
        double low = position(visible.lower());
        return step(low + (position(visible.upper()) - low) * (x - left) / width);
    }
}
