package org.grokscope.measure;

/**
 * How much the last position attends to a, b and itself: the attention weights of every head of every block, mean over
 * the pairs. The three weights of a head sum to 1.
 */
public final class AttentionPattern {
    /** Positions that are attended to: a, b and the separator. */
    public static final int POSITIONS = 3;

    private final double[][][] weights;

    private AttentionPattern(double[][][] weights) {
        this.weights = weights;
    }

    /** Returns the number of blocks with attention; 0 for a network without. */
    public int blocks() {
        return weights.length;
    }

    /** Returns the number of heads a block. */
    public int heads() {
        return weights.length == 0 ? 0 : weights[0].length;
    }

    /** Returns the mean weight of a position, 0 to 2, in a head of a block. */
    public double weight(int block, int head, int position) {
        return weights[block][head][position];
    }

    /** Gathers weights that come in chunks of pairs. */
    public static final class Accumulator {
        private final double[][][] sums;
        private final long[] counts;

        /** @param blocks with attention; 0 for a network without */
        public Accumulator(int blocks, int heads) {
            this.sums = new double[blocks][heads][POSITIONS];
            this.counts = new long[blocks];
        }

        /**
         * Adds pairs.
         *
         * @param weights (pairs, heads, 3), row by row
         */
        public void add(int block, float[] weights) {
            int row = sums[block].length * POSITIONS;
            for (int i = 0; i < weights.length; i++) {
                sums[block][i % row / POSITIONS][i % POSITIONS] += weights[i];
            }
            counts[block] += weights.length / row;
        }

        /** Returns the means over all pairs so far. */
        public AttentionPattern finish() {
            double[][][] means = new double[sums.length][][];
            for (int block = 0; block < sums.length; block++) {
                means[block] = new double[sums[block].length][POSITIONS];
                for (int head = 0; head < means[block].length; head++) {
                    for (int position = 0; position < POSITIONS; position++) {
                        means[block][head][position] = sums[block][head][position] / counts[block];
                    }
                }
            }
            return new AttentionPattern(means);
        }
    }
}
