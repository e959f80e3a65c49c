package org.grokscope.measure;

import java.util.Optional;

/** How far a mean can be trusted: Student's 95% interval, mean ± t(n-1) · s/√n. */
public final class MeanInterval {
    private MeanInterval() {}

    /** Returns the interval of the mean of numbers; none for fewer than two. */
    public static Optional<Interval> of(double... numbers) {
        Spread spread = Spread.of(numbers);
        if (numbers.length < 2) {
            return Optional.empty();
        }
        double reach = StudentT.reach95(numbers.length - 1) * spread.deviation() / Math.sqrt(numbers.length);
        return Optional.of(new Interval(spread.mean() - reach, spread.mean() + reach));
    }
}
