package org.grokscope.measure;

import java.util.BitSet;

/**
 * How sure a network is of the right answer to each pair: the right logit less the greatest other one. Over 0 the answer is
 * right.
 */
public final class PairMargins {
    private final int tokens;
    private final float[] margins;
    private final BitSet training;

    private PairMargins(int tokens, float[] margins, BitSet training) {
        this.tokens = tokens;
        this.margins = margins;
        this.training = training;
    }

    /** Takes the logits of all pairs, chunk by chunk. */
    public static final class Accumulator {
        private final int tokens;
        private final int[] answers;
        private final float[] margins;

        /**
         * Begins with none.
         *
         * @param tokens p
         * @param answers the right ones of all pairs by index
         */
        public Accumulator(int tokens, int[] answers) {
            this.tokens = tokens;
            this.answers = answers.clone();
            this.margins = new float[answers.length];
        }

        /**
         * Takes some pairs.
         *
         * @param pairs pair indices
         * @param logits (pairs, answers), row by row
         */
        public void add(int[] pairs, float[] logits) {
            int count = logits.length / Math.max(1, pairs.length);
            for (int i = 0; i < pairs.length; i++) {
                int right = answers[pairs[i]];
                float other = Float.NEGATIVE_INFINITY;
                for (int answer = 0; answer < count; answer++) {
                    if (answer != right) {
                        other = Math.max(other, logits[i * count + answer]);
                    }
                }
                margins[pairs[i]] = logits[i * count + right] - other;
            }
        }

        /**
         * Ends.
         *
         * @param training the indices of the pairs that are trained on
         */
        public PairMargins finish(BitSet training) {
            return new PairMargins(tokens, margins.clone(), (BitSet) training.clone());
        }
    }

    /** Returns the number of tokens, p. */
    public int tokens() {
        return tokens;
    }

    /** Returns the margin of a pair in logits. */
    public double margin(int a, int b) {
        return margins[a * tokens + b];
    }

    /** Returns whether a pair is answered rightly. */
    public boolean right(int a, int b) {
        return margin(a, b) > 0;
    }

    /** Returns whether a pair is one of those that are trained on. */
    public boolean training(int a, int b) {
        return training.get(a * tokens + b);
    }

    /** Returns the share of right answers among the training pairs, or among the others. */
    public double accuracy(boolean trained) {
        int all = 0;
        int right = 0;
        for (int pair = 0; pair < margins.length; pair++) {
            if (training.get(pair) == trained) {
                all++;
                right += margins[pair] > 0 ? 1 : 0;
            }
        }
        return (double) right / all;
    }

    /** Returns the greatest margin, whichever way; at least a little over 0. */
    public double greatest() {
        double greatest = 1e-9;
        for (float margin : margins) {
            greatest = Math.max(greatest, Math.abs(margin));
        }
        return greatest;
    }
}
