package org.grokscope.measure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One form that Δt may have as a function of λ, fitted to single branches (src/site/markdown/science.md, section 6). Delays
 * scatter by factors, so the fit is by least squares on their logarithms. Forms are compared by Akaike's criterion, corrected
 * for few points (Hurvich and Tsai, Biometrika 76, 1989), with k free numbers, the scatter among them:
 *
 * <pre>
 * AICc = n ln(RSS/n) + 2k + 2k(k+1)/(n-k-1)
 * </pre>
 *
 * @param constant C, in steps
 * @param exponent α; 1 but for {@link Form#POWER}
 * @param offset b, in steps; 0 but for {@link Form#OFFSET}
 * @param aicc the less, the better; NaN where there are too few points
 */
public record DelayModel(Form form, double constant, double exponent, double offset, double aicc) {
    /** A form. */
    public enum Form {
        /** Δt = C/λ. */
        INVERSE("C/\u03bb", 1),
        /** Δt = C/λ^α. */
        POWER("C/\u03bb^\u03b1", 2),
        /** Δt = C/λ + b: something takes its time whatever λ is. */
        OFFSET("C/\u03bb + b", 2);

        private final String formula;
        private final int parameters;

        Form(String formula, int parameters) {
            this.formula = formula;
            this.parameters = parameters;
        }

        /** Returns it as a formula. */
        public String formula() {
            return formula;
        }
    }

    /** How much a criterion must be greater before the data are said to prefer another form (Burnham and Anderson, 2002). */
    public static final double CLEAR = 2;

    /** Where the search for b/C looks, as exponents of its distance from the least value it can have. */
    private static final double NEAREST = -12;
    private static final double FARTHEST = 5;
    private static final int PLACES = 400;
    private static final int HALVINGS = 200;

    /**
     * Fits all forms.
     *
     * @param weightDecay λ of each branch, over 0, at least two different ones
     * @param delay Δt of each branch, in steps, over 0
     * @return the best first; those without a criterion last
     */
    public static List<DelayModel> fit(double[] weightDecay, double[] delay) {
        double[] x = Arrays.stream(weightDecay).map(Math::log).toArray();
        double[] y = Arrays.stream(delay).map(Math::log).toArray();
        return Stream.of(inverse(x, y), power(x, y), offset(weightDecay, y))
                .sorted(Comparator.comparingDouble(DelayModel::aicc)).toList();
    }

    /** Returns Δt at a λ, in steps. */
    public double delay(double weightDecay) {
        return constant / Math.pow(weightDecay, exponent) + offset;
    }

    private static DelayModel inverse(double[] x, double[] y) {
        double log = IntStream.range(0, x.length).mapToDouble(i -> y[i] + x[i]).average().orElse(Double.NaN);
        return new DelayModel(Form.INVERSE, Math.exp(log), 1, 0, aicc(Form.INVERSE, y.length, i -> y[i] - log + x[i]));
    }

    private static DelayModel power(double[] x, double[] y) {
        Line line = Line.through(x, y);
        return new DelayModel(Form.POWER, Math.exp(line.intercept()), -line.slope(), 0,
                aicc(Form.POWER, y.length, i -> y[i] - line.intercept() - line.slope() * x[i]));
    }

    /** With r = b/C, log Δt = log C + log(1/λ + r): for a given r, log C is a mean, and only r is to be found. */
    private static DelayModel offset(double[] weightDecay, double[] y) {
        double[] inverse = Arrays.stream(weightDecay).map(it -> 1 / it).toArray();
        double least = -Arrays.stream(inverse).min().orElse(0);
        int best = 0;
        for (int i = 1; i <= PLACES; i++) {
            best = scatter(inverse, y, place(least, i)) < scatter(inverse, y, place(least, best)) ? i : best;
        }
        double low = place(least, Math.max(0, best - 1));
        double high = place(least, Math.min(PLACES, best + 1));
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (slope(inverse, y, middle) > 0) {
                high = middle;
            } else {
                low = middle;
            }
        }
        double r = (low + high) / 2;
        double log = logConstant(inverse, y, r);
        return new DelayModel(Form.OFFSET, Math.exp(log), 1, r * Math.exp(log),
                aicc(Form.OFFSET, y.length, i -> y[i] - log - Math.log(inverse[i] + r)));
    }

    private static double place(double least, int i) {
        return least + Math.exp(NEAREST + (FARTHEST - NEAREST) * i / PLACES);
    }

    private static double logConstant(double[] inverse, double[] y, double r) {
        return IntStream.range(0, y.length).mapToDouble(i -> y[i] - Math.log(inverse[i] + r)).average()
                .orElse(Double.NaN);
    }

    private static double scatter(double[] inverse, double[] y, double r) {
        double log = logConstant(inverse, y, r);
        return squares(y.length, i -> y[i] - log - Math.log(inverse[i] + r));
    }

    /** The derivative of the scatter by r, halved: -Σ e / (1/λ + r). */
    private static double slope(double[] inverse, double[] y, double r) {
        double log = logConstant(inverse, y, r);
        return -IntStream.range(0, y.length)
                .mapToDouble(i -> (y[i] - log - Math.log(inverse[i] + r)) / (inverse[i] + r)).sum();
    }

    private static double squares(int n, IntToDoubleFunction residual) {
        return IntStream.range(0, n).mapToDouble(residual).map(it -> it * it).sum();
    }

    private static double aicc(Form form, int n, IntToDoubleFunction residual) {
        int k = form.parameters + 1;
        return n - k - 1 <= 0
                ? Double.NaN
                : n * Math.log(squares(n, residual) / n) + 2 * k + 2.0 * k * (k + 1) / (n - k - 1);
    }
}
