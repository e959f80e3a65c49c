package org.grokscope.measure;

import java.util.Arrays;

/**
 * The mean of a few numbers and how far they scatter.
 *
 * @param mean NaN when there is none
 * @param deviation standard deviation with n-1; NaN for fewer than two numbers
 */
public record Spread(int count, double mean, double deviation) {
    /** Measures numbers. */
    public static Spread of(double... values) {
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
        return new Spread(values.length, mean,
                values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1)));
    }

    /** Returns the coefficient of variation, deviation over mean; NaN for fewer than two numbers. */
    public double variation() {
        return deviation / mean;
    }
}
