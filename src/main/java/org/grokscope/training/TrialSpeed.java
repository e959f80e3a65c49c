package org.grokscope.training;

/**
 * What a trial of this machine showed.
 *
 * @param stepsPerSecond of the paper's run, evaluations left out; NaN where there was no trial
 * @param busy whether other programs kept processors busy that training wanted
 */
public record TrialSpeed(double stepsPerSecond, boolean busy) {
    /** There was no trial. */
    public static final TrialSpeed NONE = new TrialSpeed(Double.NaN, false);
}
