package org.grokscope.measure;

/** Gathers losses and accuracies of the training and the validation pairs from logits that come in chunks. */
public final class PerformanceAccumulator {
    private final Score train;
    private final Score validation;

    /** @param p logits a pair */
    public PerformanceAccumulator(int p) {
        this.train = new Score(p);
        this.validation = new Score(p);
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
            (training[pair] ? train : validation).add(logits, pair, answers[pair]);
        }
    }

    /**
     * Adds a pair whose loss is known.
     *
     * @param loss cross-entropy in nats
     * @param right whether the right answer has the greatest logit
     * @param training whether the pair is trained on
     */
    public void add(double loss, boolean right, boolean training) {
        (training ? train : validation).add(loss, right);
    }

    /** Returns the means over all pairs so far. */
    public Performance finish() {
        return new Performance(train.loss(), train.accuracy(), validation.loss(), validation.accuracy());
    }
}
