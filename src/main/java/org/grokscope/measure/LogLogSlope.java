package org.grokscope.measure;

import java.util.Arrays;
import java.util.Optional;

/**
 * The slope of log Δt against log λ over the mean delays; the law says -1.
 *
 * @param interval 95% (Student t, n-2 degrees of freedom); none for fewer than three cells
 */
public record LogLogSlope(double slope, Optional<Interval> interval) {
    /**
     * Fits the slope by least squares.
     *
     * @param weightDecay λ of each cell, over 0
     * @param delay mean Δt of each cell, in steps, over 0
     */
    public static LogLogSlope of(double[] weightDecay, double[] delay) {
        Line line = Line.through(Arrays.stream(weightDecay).map(Math::log).toArray(),
                Arrays.stream(delay).map(Math::log).toArray());
        return new LogLogSlope(line.slope(), line.slopeInterval());
    }
}
