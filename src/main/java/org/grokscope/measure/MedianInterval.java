package org.grokscope.measure;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Where the median behind some numbers lies, whatever their distribution: between the k-th least and the k-th greatest, with
 * the greatest k for which that is so with a probability of at least 95%.
 */
public final class MedianInterval {
    private static final double TAIL = 0.025;

    private MedianInterval() {}

    /** Returns the interval; none for fewer than six numbers, which cannot say so much. */
    public static Optional<Interval> of(double... numbers) {
        double[] ascending = numbers.clone();
        Arrays.sort(ascending);
        int n = ascending.length;
        BinomialDistribution under = BinomialDistribution.of(n, 0.5);
        int k = 0;
        while (k < n && under.cumulativeProbability(k) <= TAIL) {
            k++;
        }
        return k == 0 ? Optional.empty() : Optional.of(new Interval(ascending[k - 1], ascending[n - k]));
    }
}
