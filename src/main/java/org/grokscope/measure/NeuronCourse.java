package org.grokscope.measure;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How the frequencies inside one neuron fared as its network trained: which of them won.
 *
 * @param site where the neuron is, for example {@code blocks.1.mlp.hidden}
 * @param neuron index in its layer
 * @param steps ascending
 * @param shares of the neuron's power at each step: that of frequency k at index k-1; all 0 where it was inactive
 */
public record NeuronCourse(String site, int neuron, List<Integer> steps, List<double[]> shares) {
    public NeuronCourse {
        steps = List.copyOf(steps);
        shares = shares.stream().map(double[]::clone).toList();
    }

    /** Returns the number of frequencies, F. */
    public int frequencies() {
        return shares.isEmpty() ? 0 : shares.getFirst().length;
    }

    /**
     * Returns the share of a frequency at a step.
     *
     * @param at index of the step
     * @param k frequency, 1..F
     */
    public double share(int at, int k) {
        return shares.get(at)[k - 1];
    }

    /** Returns the frequency that holds most in the end, the lowest of equals; 0 where the neuron is inactive. */
    public int winner() {
        int best = 0;
        for (int k = 1; k <= frequencies(); k++) {
            double share = share(steps.size() - 1, k);
            if (share > (best == 0 ? 0 : share(steps.size() - 1, best))) {
                best = k;
            }
        }
        return best;
    }

    /** Returns the frequencies that ever held at least a share, those that held most at any step first. */
    public List<Integer> leading(double share, int most) {
        return IntStream.rangeClosed(1, frequencies()).boxed().filter(k -> greatest(k) >= share)
                .sorted(Comparator.comparingDouble((Integer k) -> -greatest(k))).limit(most).toList();
    }

    private double greatest(int k) {
        return shares.stream().mapToDouble(at -> at[k - 1]).max().orElse(0);
    }
}
