package org.grokscope.measure;

import java.util.Arrays;
import org.grokscope.task.Basis;

/**
 * The power of one neuron at each frequency of a basis; in the Fourier basis P(k) = |Σ_c φ(c) e^(-2πikc/p)|², k =
 * 1..⌊p/2⌋ (src/site/markdown/science.md, section 4). Ties go to the lowest frequency.
 */
public final class NeuronSpectrum {
    /** A neuron whose power is this small a share of its constant part says nothing. */
    private static final double INACTIVITY = 1e-12;
    /** The share of the power that the rank must hold. */
    private static final double RANK_SHARE = 0.9;

    private final double[] power;
    private final double total;
    private final boolean inactive;

    private NeuronSpectrum(double[] power, double constant) {
        this.power = power;
        double sum = 0;
        for (double value : power) {
            sum += value;
        }
        this.total = sum;
        this.inactive = sum <= INACTIVITY * constant * constant;
    }

    /** Takes the spectrum of one neuron's mean activations, one an answer. */
    public static NeuronSpectrum of(double[] phi, Basis basis) {
        double constant = 0;
        for (int place = 0; place < basis.places(); place++) {
            constant += phi[basis.value(place)];
        }
        return new NeuronSpectrum(basis.power(phi), constant);
    }

    /** Returns the number of frequencies, F. */
    public int frequencies() {
        return power.length;
    }

    /** Returns the power at frequency k, 1..F. */
    public double power(int k) {
        return power[k - 1];
    }

    /** Returns whether the neuron has no power to speak of; it dominates nothing and has no rank. */
    public boolean inactive() {
        return inactive;
    }

    /**
     * Returns some of the strongest frequencies, the strongest first.
     *
     * @param count at most F
     */
    public int[] strongest(int count) {
        // By insertion: a sort of all takes longer, and only a few are ever asked for.
        int[] best = new int[count];
        int found = 0;
        for (int k = 1; k <= power.length; k++) {
            int place = found;
            while (place > 0 && power[best[place - 1] - 1] < power[k - 1]) {
                place--;
            }
            if (place < count) {
                found = Math.min(found + 1, count);
                System.arraycopy(best, place, best, place + 1, found - place - 1);
                best[place] = k;
            }
        }
        return best;
    }

    /** Returns the strongest frequency, the lowest of equals. */
    public int dominant() {
        int best = 0;
        for (int k = 1; k < power.length; k++) {
            if (power[k] > power[best]) {
                best = k;
            }
        }
        return best + 1;
    }

    /** Returns the rank: the fewest frequencies that hold 90% of the power. */
    public int rank() {
        double[] sorted = power.clone();
        Arrays.sort(sorted);
        double held = 0;
        int rank = 0;
        while (rank < sorted.length && held < RANK_SHARE * total) {
            held += sorted[sorted.length - 1 - rank];
            rank++;
        }
        return rank;
    }

    /** Returns the share of the power that the strongest frequency holds: R² at rank 1. */
    public double strongestShare() {
        return share(dominant());
    }

    /** Returns the share of the power that frequency k holds, 1..F. */
    public double share(int k) {
        return power[k - 1] / total;
    }
}
