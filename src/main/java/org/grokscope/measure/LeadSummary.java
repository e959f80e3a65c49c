package org.grokscope.measure;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.grokscope.task.RandomStream;

/**
 * Whether leads, one of each unit (a configuration or a prime), are more than chance (src/site/markdown/science.md,
 * section 6).
 *
 * @param count n, the leads there are
 * @param mean in steps; NaN when there is none
 * @param positive leads over 0: the milestone came before grokking
 * @param negative leads under 0: it came after
 * @param signTest p-value of the exact two-sided sign test; 1 when every lead is 0 or there is none
 * @param interval percentile bootstrap 95% interval of the mean, in steps; none for fewer than two leads
 */
public record LeadSummary(int count, double mean, int positive, int negative, double signTest,
        Optional<Interval> interval) {
    /** Resamples of the bootstrap. */
    public static final int RESAMPLES = 100_000;

    private static final double TAIL = 0.025;

    /** Summarises leads, in steps; the order does not matter. */
    static LeadSummary of(double[] leads) {
        double[] ascending = leads.clone();
        Arrays.sort(ascending);
        int positive = (int) Arrays.stream(ascending).filter(lead -> lead > 0).count();
        int negative = (int) Arrays.stream(ascending).filter(lead -> lead < 0).count();
        return new LeadSummary(ascending.length, Arrays.stream(ascending).average().orElse(Double.NaN), positive,
                negative, SignTest.p(positive, negative),
                ascending.length < 2 ? Optional.empty() : Optional.of(bootstrap(ascending)));
    }

    /**
     * The 2.5% and 97.5% points of the mean of n leads drawn with replacement from the n there are (Efron, 1979), read
     * between neighbouring resamples by a straight line. The draws depend on n alone, so equal leads give equal ends.
     */
    private static Interval bootstrap(double[] leads) {
        RandomGenerator random = RandomStream.of(leads.length, "bootstrap", 0);
        double[] means = new double[RESAMPLES];
        for (int resample = 0; resample < RESAMPLES; resample++) {
            double sum = 0;
            for (int draw = 0; draw < leads.length; draw++) {
                sum += leads[random.nextInt(leads.length)];
            }
            means[resample] = sum / leads.length;
        }
        Arrays.sort(means);
        return new Interval(quantile(means, TAIL), quantile(means, 1 - TAIL));
    }

    private static double quantile(double[] ascending, double share) {
        double place = share * (ascending.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, ascending.length - 1);
        return ascending[below] + (place - below) * (ascending[above] - ascending[below]);
    }
}
