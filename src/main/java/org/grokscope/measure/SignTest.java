package org.grokscope.measure;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Were a difference as likely over 0 as under it, how likely are signs at least as uneven as these? Exact and two-sided; zeros
 * are dropped before:
 *
 * <pre>
 * p = min(1, 2 · P(X ≤ min(positive, negative))),   X ~ Binomial(positive + negative, 1/2)
 * </pre>
 */
public final class SignTest {
    private SignTest() {}

    /** Returns p; 1 where there is no difference. */
    public static double p(int positive, int negative) {
        double tail = BinomialDistribution.of(positive + negative, 0.5)
                .cumulativeProbability(Math.min(positive, negative));
        return Math.min(1, 2 * tail);
    }
}
