package org.grokscope.measure;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.grokscope.task.Basis;

/**
 * How far neurons agree on a frequency (arXiv 2606.12966; src/site/markdown/science.md, section 4):
 *
 * <pre>
 * par_K(k) = share of neurons with k among their K strongest frequencies
 * FSD_K    = (max_k par_K(k) - K/F) / (1 - K/F),   F frequencies in all
 * </pre>
 *
 * Inactive neurons dominate nothing and stay in the denominator; they have no part in the rank statistics. Where all
 * neurons are inactive, numbers are NaN and the peak frequency is 0.
 */
public final class FrequencySynchronization {
    private final List<NeuronSpectrum> spectra;
    private final int frequencies;

    private FrequencySynchronization(List<NeuronSpectrum> spectra, int frequencies) {
        this.spectra = spectra;
        this.frequencies = frequencies;
    }

    /**
     * Takes the spectra of all neurons of a site.
     *
     * @param basis of the answers
     */
    public static FrequencySynchronization of(SumConditionedActivation activation, Basis basis) {
        return new FrequencySynchronization(IntStream.range(0, activation.neurons())
                .mapToObj(neuron -> NeuronSpectrum.of(activation.of(neuron), basis)).toList(), basis.frequencies());
    }

    /**
     * Returns the share of neurons with each frequency among their K strongest: that of frequency k at index k-1.
     *
     * @param top K, 1 ≤ K ≤ F
     */
    public double[] participation(int top) {
        if (top < 1 || top > frequencies) {
            throw new IllegalArgumentException("K must lie between 1 and " + frequencies + ".");
        }
        double[] share = new double[frequencies];
        for (NeuronSpectrum spectrum : spectra) {
            if (!spectrum.inactive()) {
                for (int k : spectrum.strongest(top)) {
                    share[k - 1] += 1.0 / spectra.size();
                }
            }
        }
        return share;
    }

    /** Returns how many neurons have each frequency as their strongest: that of frequency k at index k-1. */
    public int[] dominated() {
        int[] counts = new int[frequencies];
        active().forEach(spectrum -> counts[spectrum.dominant() - 1]++);
        return counts;
    }

    /** Returns FSD_K; NaN when all neurons are inactive, or there is but one frequency to agree on. */
    public double degree(int top) {
        if (allInactive() || frequencies == 1) {
            return Double.NaN;
        }
        double chance = (double) top / frequencies;
        return (Arrays.stream(participation(top)).max().orElseThrow() - chance) / (1 - chance);
    }

    /** Returns FSD_K; NaN also where there are not more than K frequencies. */
    public double degreeIfAny(int top) {
        return top < frequencies ? degree(top) : Double.NaN;
    }

    /** Returns the frequency most neurons have as their strongest, the lowest of equals; 0 when all are inactive. */
    public int peakFrequency() {
        if (allInactive()) {
            return 0;
        }
        double[] share = participation(1);
        int best = 0;
        for (int k = 1; k < share.length; k++) {
            if (share[k] > share[best]) {
                best = k;
            }
        }
        return best + 1;
    }

    /** Returns whether a neuron has no power to speak of. */
    public boolean inactive(int neuron) {
        return spectra.get(neuron).inactive();
    }

    /** Returns the number of neurons, inactive ones among them. */
    public int neurons() {
        return spectra.size();
    }

    /** Returns the number of frequencies, F. */
    public int frequencies() {
        return frequencies;
    }

    /** Returns the Fourier ranks of the neurons that are not inactive, ascending. */
    public int[] ranks() {
        return active().stream().mapToInt(NeuronSpectrum::rank).sorted().toArray();
    }

    /** Returns the median Fourier rank; of an even count the mean of the middle two. */
    public double medianRank() {
        return Median.of(Arrays.stream(ranks()).asDoubleStream().toArray());
    }

    /** Returns the share of neurons whose Fourier rank is 1. */
    public double rankOneShare() {
        return active().stream().mapToInt(spectrum -> spectrum.rank() == 1 ? 1 : 0).average().orElse(Double.NaN);
    }

    /** Returns the mean share of a neuron's power that its strongest frequency holds. */
    public double meanStrongestShare() {
        return active().stream().mapToDouble(NeuronSpectrum::strongestShare).average().orElse(Double.NaN);
    }

    private boolean allInactive() {
        return active().isEmpty();
    }

    private List<NeuronSpectrum> active() {
        return spectra.stream().filter(spectrum -> !spectrum.inactive()).toList();
    }
}
