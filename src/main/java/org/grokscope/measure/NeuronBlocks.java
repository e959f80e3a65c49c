package org.grokscope.measure;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The activations of many neurons, laid out such that their spectra can be taken again and again under permutations of
 * the answers: a block of neurons at a time, a row for each answer, so that the innermost loops run over neighbouring
 * numbers and a block's rows stay in the processor's cache.
 *
 * <p>
 * A spectrum is that of {@link NeuronSpectrum} to rounding. The real part sees only φ(h) + φ(p-h) and the imaginary part
 * only φ(h) - φ(p-h), which halves the work; p is odd.
 *
 * <p>
 * Every row is an array of its own and every loop over a row indexes all arrays alike: only then can the compiler tell
 * that rows do not overlap, and use the processor's vectors. It is twice as fast.
 */
final class NeuronBlocks {
    private static final int BLOCK = 128;

    private final double[][][] blocks;
    private final int p;
    private final int half;
    private final int neurons;
    private final int speaking;
    private final double[][] cosines;
    private final double[][] sines;

    private NeuronBlocks(double[][][] blocks, int p, int neurons, int speaking) {
        this.blocks = blocks;
        this.p = p;
        this.half = p / 2;
        this.neurons = neurons;
        this.speaking = speaking;
        this.cosines = new double[half][half];
        this.sines = new double[half][half];
        for (int k = 1; k <= half; k++) {
            for (int h = 1; h <= half; h++) {
                double angle = 2 * Math.PI * (k * h % p) / p;
                cosines[k - 1][h - 1] = Math.cos(angle);
                sines[k - 1][h - 1] = Math.sin(angle);
            }
        }
    }

    /** Lays out the neurons that are not inactive: a permutation of the answers makes no neuron inactive, nor wakes one. */
    static NeuronBlocks of(SumConditionedActivation activation) {
        int p = activation.p();
        int[] speaking = IntStream.range(0, activation.neurons())
                .filter(neuron -> !NeuronSpectrum.of(activation.of(neuron)).inactive()).toArray();
        double[][][] blocks = new double[(speaking.length + BLOCK - 1) / BLOCK][p][BLOCK];
        for (int i = 0; i < speaking.length; i++) {
            double[] phi = activation.of(speaking[i]);
            for (int c = 0; c < p; c++) {
                blocks[i / BLOCK][c][i % BLOCK] = phi[c];
            }
        }
        return new NeuronBlocks(blocks, p, activation.neurons(), speaking.length);
    }

    /**
     * Returns FSD_K with one permutation of the answers for all neurons; NaN when all are inactive.
     *
     * @param order place c takes the activation of answer order[c]
     */
    double degree(int top, int[] order) {
        double[][] permuted = new double[p][];
        return degree(top, block -> {
            for (int c = 0; c < p; c++) {
                permuted[c] = blocks[block][order[c]];
            }
            return permuted;
        });
    }

    /**
     * Returns FSD_K with a permutation of the answers for each neuron; NaN when all are inactive.
     *
     * @param orders one after the other, as many as are asked for
     */
    double degree(int top, Supplier<int[]> orders) {
        double[][] permuted = new double[p][BLOCK];
        return degree(top, block -> {
            for (int i = 0; i < inBlock(block); i++) {
                int[] order = orders.get();
                for (int c = 0; c < p; c++) {
                    permuted[c][i] = blocks[block][order[c]][i];
                }
            }
            return permuted;
        });
    }

    private double degree(int top, IntFunction<double[][]> permutedBlock) {
        if (speaking == 0) {
            return Double.NaN;
        }
        int[] counts = new int[half];
        for (int block = 0; block < blocks.length; block++) {
            count(power(permutedBlock.apply(block)), inBlock(block), top, counts);
        }
        double chance = (double) top / half;
        return ((double) Arrays.stream(counts).max().orElseThrow() / neurons - chance) / (1 - chance);
    }

    private int inBlock(int block) {
        return Math.min(BLOCK, speaking - block * BLOCK);
    }

    /** Returns the power of each neuron of a block at each frequency, (F, BLOCK). */
    private double[][] power(double[][] block) {
        double[][] even = new double[half][BLOCK];
        double[][] odd = new double[half][BLOCK];
        for (int h = 1; h <= half; h++) {
            fold(block[h], block[p - h], even[h - 1], odd[h - 1]);
        }
        double[][] power = new double[half][];
        for (int k = 0; k < half; k++) {
            double[] real = block[0].clone();
            double[] imaginary = new double[BLOCK];
            addProduct(real, cosines[k], even);
            addProduct(imaginary, sines[k], odd);
            for (int i = 0; i < BLOCK; i++) {
                real[i] = real[i] * real[i] + imaginary[i] * imaginary[i];
            }
            power[k] = real;
        }
        return power;
    }

    private static void fold(double[] one, double[] other, double[] even, double[] odd) {
        for (int i = 0; i < BLOCK; i++) {
            even[i] = one[i] + other[i];
        }
        for (int i = 0; i < BLOCK; i++) {
            odd[i] = one[i] - other[i];
        }
    }

    /** Adds Σ_h factors(h) · rows(h) to a row, four terms at once: the sum is loaded and stored less often. */
    private static void addProduct(double[] sum, double[] factors, double[][] rows) {
        int h = 0;
        for (; h + 4 <= rows.length; h += 4) {
            add(sum, factors[h], rows[h], factors[h + 1], rows[h + 1], factors[h + 2], rows[h + 2], factors[h + 3],
                    rows[h + 3]);
        }
        for (; h < rows.length; h++) {
            add(sum, factors[h], rows[h]);
        }
    }

    private static void add(double[] sum, double a, double[] x, double b, double[] y, double c, double[] z, double d,
            double[] w) {
        for (int i = 0; i < BLOCK; i++) {
            sum[i] += a * x[i] + b * y[i] + c * z[i] + d * w[i];
        }
    }

    private static void add(double[] sum, double a, double[] x) {
        for (int i = 0; i < BLOCK; i++) {
            sum[i] += a * x[i];
        }
    }

    /** Counts each neuron at its K strongest frequencies, the lowest of equals; takes these out of the power. */
    private void count(double[][] power, int inBlock, int top, int[] counts) {
        double[] greatest = new double[BLOCK];
        int[] strongest = new int[BLOCK];
        for (int nth = 0; nth < top; nth++) {
            Arrays.fill(greatest, Double.NEGATIVE_INFINITY);
            for (int k = 0; k < half; k++) {
                double[] row = power[k];
                for (int i = 0; i < inBlock; i++) {
                    if (row[i] > greatest[i]) {
                        greatest[i] = row[i];
                        strongest[i] = k;
                    }
                }
            }
            for (int i = 0; i < inBlock; i++) {
                counts[strongest[i]]++;
                power[strongest[i]][i] = Double.NEGATIVE_INFINITY;
            }
        }
    }
}
