package org.grokscope.measure;

/** Mean loss and accuracy over pairs that come one by one. */
public final class Score {
    private final int p;
    private double losses;
    private int right;
    private int pairs;

    /** @param p logits a pair */
    public Score(int p) {
        this.p = p;
    }

    /**
     * Adds a pair: whether the greatest logit is the right answer's, of equals the lowest answer's, and the cross-entropy
     * log Σ_c e^(logit(c)) - logit(right).
     *
     * @param logits (pairs, p), row by row
     * @param pair which row
     * @param answer the right answer
     */
    public void add(float[] logits, int pair, int answer) {
        int row = pair * p;
        int best = 0;
        for (int other = 1; other < p; other++) {
            if (logits[row + other] > logits[row + best]) {
                best = other;
            }
        }
        double sum = 0;
        for (int other = 0; other < p; other++) {
            sum += Math.exp((double) logits[row + other] - logits[row + best]);
        }
        add(Math.log(sum) + logits[row + best] - logits[row + answer], best == answer);
    }

    /**
     * Adds a pair whose loss is known.
     *
     * @param loss cross-entropy in nats
     * @param right whether the right answer has the greatest logit
     */
    public void add(double loss, boolean right) {
        losses += loss;
        this.right += right ? 1 : 0;
        pairs++;
    }

    /**
     * Adds pairs whose accuracy is not asked for.
     *
     * @param losses cross-entropies in nats, from one index to before another
     */
    public void add(double[] losses, int from, int to) {
        for (int pair = from; pair < to; pair++) {
            add(losses[pair], false);
        }
    }

    /** Returns the mean cross-entropy in nats; NaN when it is not finite or there was no pair. */
    public double loss() {
        double mean = losses / pairs;
        return Double.isFinite(mean) ? mean : Double.NaN;
    }

    /** Returns the share of right answers, 0 to 1; NaN when there was no pair. */
    public double accuracy() {
        return (double) right / pairs;
    }
}
