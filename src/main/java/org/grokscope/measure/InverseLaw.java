package org.grokscope.measure;

import java.util.stream.IntStream;

/**
 * Δt = C/λ, fitted to the mean delay of each λ (src/site/markdown/science.md, section 6).
 *
 * @param constant C, in steps
 * @param r2 1 - SSres/SStot of the delays against C/λ; it can be below 0, and is NaN where all delays are the same
 */
public record InverseLaw(double constant, double r2) {
    /**
     * The paper's estimator: C = mean of λ·Δt over the cells.
     *
     * @param weightDecay λ of each cell, over 0
     * @param delay mean Δt of each cell, in steps
     */
    public static InverseLaw byMeanProduct(double[] weightDecay, double[] delay) {
        double constant = IntStream.range(0, delay.length).mapToDouble(i -> weightDecay[i] * delay[i]).average()
                .orElse(Double.NaN);
        return new InverseLaw(constant, r2(constant, weightDecay, delay));
    }

    /**
     * Least squares: C minimises Σ(Δt - C/λ)², so C = Σ(Δt/λ) / Σ(1/λ²).
     *
     * @param weightDecay λ of each cell, over 0
     * @param delay mean Δt of each cell, in steps
     */
    public static InverseLaw byLeastSquares(double[] weightDecay, double[] delay) {
        double above = 0;
        double below = 0;
        for (int i = 0; i < delay.length; i++) {
            above += delay[i] / weightDecay[i];
            below += 1 / (weightDecay[i] * weightDecay[i]);
        }
        return new InverseLaw(above / below, r2(above / below, weightDecay, delay));
    }

    /** Returns Δt at a λ, in steps. */
    public double delay(double weightDecay) {
        return constant / weightDecay;
    }

    private static double r2(double constant, double[] weightDecay, double[] delay) {
        double mean = Spread.of(delay).mean();
        double residual = 0;
        double total = 0;
        for (int i = 0; i < delay.length; i++) {
            double miss = delay[i] - constant / weightDecay[i];
            residual += miss * miss;
            total += (delay[i] - mean) * (delay[i] - mean);
        }
        return total == 0 ? Double.NaN : 1 - residual / total;
    }
}
