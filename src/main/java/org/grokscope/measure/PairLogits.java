package org.grokscope.measure;

import java.util.stream.IntStream;

/** What a network says to one pair. */
public final class PairLogits {
    private final int a;
    private final int b;
    private final int right;
    private final float[] logits;

    /**
     * Takes what it said.
     *
     * @param right the right answer
     * @param logits one an answer, p of them
     */
    public PairLogits(int a, int b, int right, float[] logits) {
        this.a = a;
        this.b = b;
        this.right = right;
        this.logits = logits.clone();
    }

    /** Returns the first operand. */
    public int a() {
        return a;
    }

    /** Returns the second operand. */
    public int b() {
        return b;
    }

    /** Returns the right answer. */
    public int right() {
        return right;
    }

    /** Returns the number of answers, p. */
    public int answers() {
        return logits.length;
    }

    /** Returns the logit of an answer. */
    public double logit(int answer) {
        return logits[answer];
    }

    /** Returns the network's answer: that of the greatest logit, the lowest of equals. */
    public int answer() {
        int best = 0;
        for (int answer = 1; answer < logits.length; answer++) {
            if (logits[answer] > logits[best]) {
                best = answer;
            }
        }
        return best;
    }

    /** Returns the probability that the softmax gives an answer. */
    public double probability(int answer) {
        double greatest = logits[answer()];
        double sum = IntStream.range(0, logits.length).mapToDouble(each -> Math.exp(logits[each] - greatest)).sum();
        return Math.exp(logits[answer] - greatest) / sum;
    }

    /** Returns how many answers have a greater logit than the right one. */
    public long answersAboveRight() {
        return IntStream.range(0, logits.length).filter(answer -> logits[answer] > logits[right]).count();
    }
}
