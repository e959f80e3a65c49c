import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** Some numbers of the same kind, one a round. */
record Sample(double[] values) {
    double median() {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    double lowest() {
        return Arrays.stream(values).min().orElse(Double.NaN);
    }

    double highest() {
        return Arrays.stream(values).max().orElse(Double.NaN);
    }

    Sample map(DoubleUnaryOperator of) {
        return new Sample(Arrays.stream(values).map(of).toArray());
    }

    /** Returns the ratio round by round: what slowed the machine in a round slowed both. */
    Sample over(Sample other) {
        return new Sample(IntStream.range(0, values.length).mapToDouble(i -> values[i] / other.values[i]).toArray());
    }

    /**
     * Takes these as speeds without something that was measured more often than it usually happens, so that it shows.
     *
     * @param with the speeds with it
     * @param measuredEvery the steps from one time to the next in them
     * @param usuallyEvery the steps from one time to the next as people run it
     * @return the share of the time that it usually takes
     */
    Sample lostTo(Sample with, int measuredEvery, int usuallyEvery) {
        return new Sample(IntStream.range(0, values.length).mapToDouble(i -> {
            double each = measuredEvery * (1 / with.values[i] - 1 / values[i]);
            return each / (usuallyEvery / values[i] + each);
        }).toArray());
    }

    /** Returns shares as percent with their spread. */
    String percent() {
        return "%.1f%% (%.1f to %.1f)".formatted(100 * median(), 100 * lowest(), 100 * highest());
    }
}
