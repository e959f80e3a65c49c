package org.grokscope.measure;

/** What the law says of a λ before it was tried. */
public sealed interface DelayPrediction {
    /**
     * A delay.
     *
     * @param delay Δt in steps, C/λ by the paper's estimator
     * @param interval where Δt of another branch lies with 95%, in steps
     */
    record Predicted(double delay, Interval interval) implements DelayPrediction {}

    /** There is no ground for one; the sentence says why. */
    record NoGround(String sentence) implements DelayPrediction {}
}
