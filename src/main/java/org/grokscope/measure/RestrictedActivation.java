package org.grokscope.measure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.grokscope.task.Basis;

/**
 * What is left of a hidden layer when only some frequencies of its activation over the answers are kept
 * (src/site/markdown/science.md, section 4; the hidden-layer analogue of what Nanda et al., arXiv 2301.05217, do to the
 * logits); in the Fourier basis:
 *
 * <pre>
 * h′_j(s) = mean_c φ_j(c) + (2/p) Σ_k Σ_c φ_j(c) cos(2πk(s-c)/p)
 * </pre>
 *
 * The excluded activation is the activation itself less the cosine sum, h′_j(s) - mean_c φ_j(c). With all F frequencies,
 * h′_j(s) = φ_j(s). An answer that has no part in the basis keeps the mean.
 */
public final class RestrictedActivation {
    /** Frequencies that restricted and excluded loss are about, where there are as many. */
    public static final int KEY_FREQUENCIES = 7;

    private final double[][] kept;
    private final double[] means;

    /** @param kept (p, neurons) */
    private RestrictedActivation(double[][] kept, double[] means) {
        this.kept = kept;
        this.means = means;
    }

    /**
     * Chooses the key frequencies: the min(7, F) that most neurons have as their strongest, those of no neuron
     * included, ties to the lowest.
     *
     * @return the frequency with the highest participation first
     */
    public static int[] keyFrequencies(FrequencySynchronization synchronization) {
        double[] participation = synchronization.participation(1);
        return IntStream.rangeClosed(1, participation.length).boxed()
                .sorted(Comparator.comparingDouble((Integer k) -> -participation[k - 1])).limit(KEY_FREQUENCIES)
                .mapToInt(Integer::intValue).toArray();
    }

    /**
     * Keeps frequencies.
     *
     * @param basis of the answers
     * @param frequencies among 1..F, each once
     */
    public static RestrictedActivation of(SumConditionedActivation activation, Basis basis, int... frequencies) {
        int places = basis.places();
        int neurons = activation.neurons();
        double[] rows = activation.byAnswer(IntStream.range(0, neurons).toArray());
        double[] means = new double[neurons];
        for (int place = 0; place < places; place++) {
            add(means, 1.0 / places, rows, basis.value(place));
        }
        double[][] kept = new double[activation.p()][];
        Arrays.setAll(kept, _ -> means.clone());
        // cos(2πk(s-c)/p) = cos(2πks/p) cos(2πkc/p) + sin(2πks/p) sin(2πkc/p)
        for (int k : frequencies) {
            for (double[] wave : basis.waves(k)) {
                keep(kept, rows, basis, wave, basis.squaredNorm(k));
            }
        }
        return new RestrictedActivation(kept, means);
    }

    /** Adds wave(s) Σ_c wave(c) φ(c) / ‖wave‖² to row s. */
    private static void keep(double[][] kept, double[] rows, Basis basis, double[] wave, double squaredNorm) {
        double[] sum = new double[kept[0].length];
        for (int place = 0; place < wave.length; place++) {
            add(sum, wave[place], rows, basis.value(place));
        }
        for (int place = 0; place < wave.length; place++) {
            add(kept[basis.value(place)], wave[place] / squaredNorm, sum, 0);
        }
    }

    private static void add(double[] sum, double factor, double[] rows, int row) {
        int start = row * sum.length;
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * rows[start + i];
        }
    }

    /** Returns h′_j(s) of neuron j on a pair with answer s. */
    public double of(int neuron, int answer) {
        return kept[answer][neuron];
    }

    /** Returns mean_c φ_j(c). */
    public double mean(int neuron) {
        return means[neuron];
    }

    /** Returns h′ for every answer, and in a last row the means: (p + 1, neurons), row by row. */
    public float[] rowsAndMean() {
        int neurons = means.length;
        float[] rows = new float[(kept.length + 1) * neurons];
        for (int row = 0; row <= kept.length; row++) {
            double[] values = row < kept.length ? kept[row] : means;
            for (int neuron = 0; neuron < neurons; neuron++) {
                rows[row * neurons + neuron] = (float) values[neuron];
            }
        }
        return rows;
    }
}
