package org.grokscope.measure;

import java.util.Optional;

/**
 * The least-squares line through points, y = intercept + slope·x.
 *
 * @param slopeError standard error of the slope with n-2 degrees of freedom; NaN for fewer than three points
 */
record Line(int points, double slope, double intercept, double slopeError) {
    /** Fits a line; the slope is NaN where all x are the same. */
    static Line through(double[] x, double[] y) {
        int n = x.length;
        double meanX = Spread.of(x).mean();
        double meanY = Spread.of(y).mean();
        double xx = 0;
        double xy = 0;
        for (int i = 0; i < n; i++) {
            xx += (x[i] - meanX) * (x[i] - meanX);
            xy += (x[i] - meanX) * (y[i] - meanY);
        }
        double slope = xx == 0 ? Double.NaN : xy / xx;
        double intercept = meanY - slope * meanX;
        double residual = 0;
        for (int i = 0; i < n; i++) {
            double miss = y[i] - intercept - slope * x[i];
            residual += miss * miss;
        }
        return new Line(n, slope, intercept, n < 3 ? Double.NaN : Math.sqrt(residual / (n - 2) / xx));
    }

    /** Returns the 95% interval of the slope (Student t, n-2 degrees of freedom); none for fewer than three points. */
    Optional<Interval> slopeInterval() {
        if (points < 3) {
            return Optional.empty();
        }
        double reach = StudentT.reach95(points - 2) * slopeError;
        return Optional.of(new Interval(slope - reach, slope + reach));
    }
}
