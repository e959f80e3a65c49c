package org.grokscope.measure;

/** Gathers losses and accuracies of the training and the validation pairs from logits that come in chunks. */
public final class PerformanceAccumulator {
    private final int p;
    private final double[] losses = new double[2];
    private final int[] right = new int[2];
    private final int[] counts = new int[2];

    /** @param p logits a pair */
    public PerformanceAccumulator(int p) {
        this.p = p;
    }

    /**
     * Adds pairs.
     *
     * @param logits (pairs, p), row by row
     * @param answers the right answer of each pair
     * @param training whether each pair is trained on
     */
    public void add(float[] logits, int[] answers, boolean[] training) {
        for (int pair = 0; pair < answers.length; pair++) {
            int part = training[pair] ? 0 : 1;
            int row = pair * p;
            int best = 0;
            for (int answer = 1; answer < p; answer++) {
                if (logits[row + answer] > logits[row + best]) {
                    best = answer;
                }
            }
            double sum = 0;
            for (int answer = 0; answer < p; answer++) {
                sum += Math.exp((double) logits[row + answer] - logits[row + best]);
            }
            losses[part] += Math.log(sum) + logits[row + best] - logits[row + answers[pair]];
            right[part] += best == answers[pair] ? 1 : 0;
            counts[part]++;
        }
    }

    /** Returns the means over all pairs so far. */
    public Performance finish() {
        return new Performance(finite(losses[0] / counts[0]), accuracy(0), finite(losses[1] / counts[1]), accuracy(1));
    }

    private double accuracy(int part) {
        return (double) right[part] / counts[part];
    }

    private static double finite(double value) {
        return Double.isFinite(value) ? value : Double.NaN;
    }
}
