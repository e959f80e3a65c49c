package org.grokscope.measure;

import java.nio.FloatBuffer;

/**
 * What each neuron does for each answer: φ_j(c), the mean of neuron j's activation over all pairs whose answer is c
 * (src/site/markdown/science.md, section 4).
 */
public final class SumConditionedActivation {
    private final double[][] phi;

    private SumConditionedActivation(double[][] phi) {
        this.phi = phi;
    }

    /** Wraps φ as neurons × answers; every row has length p. */
    public static SumConditionedActivation of(double[][] phi) {
        double[][] copy = new double[phi.length][];
        for (int neuron = 0; neuron < phi.length; neuron++) {
            copy[neuron] = phi[neuron].clone();
        }
        return new SumConditionedActivation(copy);
    }

    /** Returns the number of neurons. */
    public int neurons() {
        return phi.length;
    }

    /** Returns the number of answers, p. */
    public int p() {
        return phi.length == 0 ? 0 : phi[0].length;
    }

    /** Returns φ_j(c), neuron j's mean activation over the pairs whose answer is c. */
    public double mean(int neuron, int answer) {
        return phi[neuron][answer];
    }

    /**
     * Returns some neurons' means.
     *
     * @return (p, neurons), row by row
     */
    public double[] byAnswer(int... neurons) {
        double[] rows = new double[p() * neurons.length];
        for (int column = 0; column < neurons.length; column++) {
            spread(phi[neurons[column]], rows, column, neurons.length);
        }
        return rows;
    }

    private static void spread(double[] means, double[] rows, int column, int columns) {
        for (int answer = 0; answer < means.length; answer++) {
            rows[answer * columns + column] = means[answer];
        }
    }

    /** Returns neuron j's mean activation for each answer, p of them; not a copy. */
    double[] of(int neuron) {
        return phi[neuron];
    }

    /** Gathers φ from activations that come in chunks of pairs. */
    public static final class Accumulator {
        private final double[][] sums;
        private final float[] row;
        private final int[] counts;

        /** @param p the number of answers */
        public Accumulator(int neurons, int p) {
            this.row = new float[neurons];
            this.sums = new double[p][neurons];
            this.counts = new int[p];
        }

        /**
         * Adds pairs.
         *
         * @param activations (pairs, neurons), row by row
         * @param answers the pairs' answers
         */
        public void add(float[] activations, int[] answers) {
            add(FloatBuffer.wrap(activations), answers);
        }

        /**
         * Adds pairs.
         *
         * @param activations (pairs, neurons), row by row, from the buffer's position on
         * @param answers the pairs' answers
         */
        public void add(FloatBuffer activations, int[] answers) {
            for (int answer : answers) {
                activations.get(row);
                counts[answer]++;
                double[] sum = sums[answer];
                for (int neuron = 0; neuron < row.length; neuron++) {
                    sum[neuron] += row[neuron];
                }
            }
        }

        /** Returns the means over all pairs so far; 0 for an answer that no pair had. */
        public SumConditionedActivation finish() {
            double[][] phi = new double[row.length][sums.length];
            for (int answer = 0; answer < sums.length; answer++) {
                int count = Math.max(1, counts[answer]);
                for (int neuron = 0; neuron < row.length; neuron++) {
                    phi[neuron][answer] = sums[answer][neuron] / count;
                }
            }
            return new SumConditionedActivation(phi);
        }
    }
}
