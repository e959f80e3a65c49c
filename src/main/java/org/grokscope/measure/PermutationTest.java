package org.grokscope.measure;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.grokscope.task.Basis;
import org.grokscope.task.RandomStream;
import org.grokscope.text.Labelled;

/**
 * Whether neurons agree on a frequency more than chance would have it: FSD against the FSD* of shuffled activations
 * (src/site/markdown/science.md, section 4). Shuffling the neurons' dominant frequencies, as arXiv 2606.12966 words it,
 * would leave FSD as it is, so what is shuffled is the answers.
 *
 * <pre>
 * p = (1 + #{FSD* ≥ FSD}) / (1 + N)
 * </pre>
 *
 * FSD is discrete, so p is conservative: P(p ≤ α) ≤ α under the null hypothesis.
 */
public final class PermutationTest {
    /** Shuffles at an evaluation. */
    public static final int LIVE_SHUFFLES = 200;
    /** Shuffles on demand. */
    public static final int SHUFFLES = 1000;

    /** What chance is. */
    public enum Null implements Labelled {
        /**
         * One permutation of the answers for all neurons: keeps what neurons share and destroys only the cyclic order.
         * The stricter one.
         */
        RELABELLED("relabelled"),
        /** A permutation of the answers for each neuron. */
        INDEPENDENT("independent");

        private final String label;

        Null(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    private final double observed;
    private final double[] underNull;

    /** @param underNull ascending */
    private PermutationTest(double observed, double[] underNull) {
        this.observed = observed;
        this.underNull = underNull;
    }

    /**
     * Returns the random numbers of the test at a step of a run.
     *
     * @param seed the run's
     */
    public static RandomGenerator randomOf(long seed, int step) {
        return RandomStream.of(seed, "permutation test", step);
    }

    /**
     * Shuffles.
     *
     * @param basis of the answers
     * @param top K of FSD_K, 1 ≤ K &lt; F
     * @param shuffles N, at least 1
     */
    public static PermutationTest of(SumConditionedActivation activation, Basis basis, int top, Null how, int shuffles,
            RandomGenerator random) {
        NeuronBlocks neurons = NeuronBlocks.of(activation, basis);
        int[] identity = IntStream.range(0, basis.places()).toArray();
        // Compared as whole neurons and by one way of computing, so that an equal FSD counts as equal.
        double observed = neurons.degree(top, identity);
        double[] underNull = new double[shuffles];
        for (int shuffle = 0; shuffle < shuffles; shuffle++) {
            underNull[shuffle] = switch (how) {
                case RELABELLED -> neurons.degree(top, RandomStream.shuffled(identity, random));
                case INDEPENDENT -> neurons.degree(top, () -> RandomStream.shuffled(identity, random));
            };
        }
        Arrays.sort(underNull);
        return new PermutationTest(observed, underNull);
    }

    /** Returns FSD_K of the activations as they are; NaN when all neurons are inactive. */
    public double observed() {
        return observed;
    }

    /** Returns the number of shuffles, N. */
    public int shuffles() {
        return underNull.length;
    }

    /** Returns the p-value; NaN when all neurons are inactive. */
    public double p() {
        long atLeast = Arrays.stream(underNull).filter(fsd -> fsd >= observed).count();
        return Double.isNaN(observed) ? Double.NaN : (1.0 + atLeast) / (1 + underNull.length);
    }

    /** Returns the smallest FSD* with at least 95% of the N at or below it; NaN when all neurons are inactive. */
    public double point95() {
        return point95(underNull);
    }

    /**
     * Returns the smallest of values with at least 95% of them at or below it.
     *
     * @param ascending at least one value
     */
    public static double point95(double[] ascending) {
        return ascending[(95 * ascending.length + 99) / 100 - 1];
    }
}
