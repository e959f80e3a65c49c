package org.grokscope.measure;

import java.util.List;

/**
 * How much the last position attends to each, itself included: the attention weights of every head of every block, mean
 * over the pairs. The weights of a head sum to 1.
 */
public final class AttentionPattern {
    private final List<String> positions;
    private final double[][][] weights;

    private AttentionPattern(List<String> positions, double[][][] weights) {
        this.positions = positions;
        this.weights = weights;
    }

    /** Returns what stands at each position that is attended to, for example {@code a, b, =}. */
    public List<String> positions() {
        return positions;
    }

    /** Returns the number of blocks with attention; 0 for a network without. */
    public int blocks() {
        return weights.length;
    }

    /** Returns the number of heads a block. */
    public int heads() {
        return weights.length == 0 ? 0 : weights[0].length;
    }

    /** Returns the mean weight of a position, counted from 0, in a head of a block. */
    public double weight(int block, int head, int position) {
        return weights[block][head][position];
    }

    /** Gathers weights that come in chunks of pairs. */
    public static final class Accumulator {
        private final List<String> positions;
        private final double[][][] sums;
        private final long[] counts;

        /**
         * @param blocks with attention; 0 for a network without
         * @param positions what stands at each position
         */
        public Accumulator(int blocks, int heads, List<String> positions) {
            this.positions = List.copyOf(positions);
            this.sums = new double[blocks][heads][positions.size()];
            this.counts = new long[blocks];
        }

        /**
         * Adds pairs.
         *
         * @param weights (pairs, heads, positions), row by row
         */
        public void add(int block, float[] weights) {
            int seen = positions.size();
            int row = sums[block].length * seen;
            for (int i = 0; i < weights.length; i++) {
                sums[block][i % row / seen][i % seen] += weights[i];
            }
            counts[block] += weights.length / row;
        }

        /** Returns the means over all pairs so far. */
        public AttentionPattern finish() {
            double[][][] means = new double[sums.length][][];
            for (int block = 0; block < sums.length; block++) {
                means[block] = new double[sums[block].length][positions.size()];
                for (int head = 0; head < means[block].length; head++) {
                    for (int position = 0; position < positions.size(); position++) {
                        means[block][head][position] = sums[block][head][position] / counts[block];
                    }
                }
            }
            return new AttentionPattern(positions, means);
        }
    }
}
