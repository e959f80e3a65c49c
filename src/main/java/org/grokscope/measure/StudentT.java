package org.grokscope.measure;

import org.apache.commons.statistics.distribution.TDistribution;

/** Student's t distribution, as far as intervals need it. */
final class StudentT {
    private static final double UPPER_TAIL = 0.025;
    private static final double WIDER_TAIL = 0.05;

    private StudentT() {}

    /** Returns how many standard errors a two-sided 95% interval reaches to either side. */
    static double reach95(int degreesOfFreedom) {
        return TDistribution.of(degreesOfFreedom).inverseSurvivalProbability(UPPER_TAIL);
    }

    /** Returns how many standard errors a two-sided 90% interval reaches to either side. */
    static double reach90(int degreesOfFreedom) {
        return TDistribution.of(degreesOfFreedom).inverseSurvivalProbability(WIDER_TAIL);
    }
}
