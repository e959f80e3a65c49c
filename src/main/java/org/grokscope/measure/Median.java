package org.grokscope.measure;

import java.util.Arrays;

/** The middle of numbers; of an even count the mean of the middle two. */
public final class Median {
    private Median() {}

    /** Returns the median, in any order; NaN of none. */
    public static double of(double[] numbers) {
        double[] ascending = numbers.clone();
        Arrays.sort(ascending);
        int middle = ascending.length / 2;
        if (ascending.length == 0) {
            return Double.NaN;
        }
        return ascending.length % 2 == 1 ? ascending[middle] : (ascending[middle - 1] + ascending[middle]) / 2;
    }
}
