package org.grokscope.measure;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.grokscope.task.Basis;

/**
 * The activations of many neurons, laid out such that their spectra can be taken again and again under permutations of
 * the answers: a block of neurons at a time, a row for each place of the basis, so that the innermost loops run over neighbouring
 * numbers and a block's rows stay in the processor's cache.
 *
 * <p>
 * A spectrum is that of {@link NeuronSpectrum} to rounding.
 */
final class NeuronBlocks {
    private static final int BLOCK = 128;

    private final double[][][] blocks;
    private final Basis basis;
    private final int neurons;
    private final int speaking;

    private NeuronBlocks(double[][][] blocks, Basis basis, int neurons, int speaking) {
        this.blocks = blocks;
        this.basis = basis;
        this.neurons = neurons;
        this.speaking = speaking;
    }

    /** Lays out the neurons that are not inactive: a permutation of the answers makes no neuron inactive, nor wakes one. */
    static NeuronBlocks of(SumConditionedActivation activation, Basis basis) {
        int[] speaking = IntStream.range(0, activation.neurons())
                .filter(neuron -> !NeuronSpectrum.of(activation.of(neuron), basis).inactive()).toArray();
        double[][][] blocks = new double[(speaking.length + BLOCK - 1) / BLOCK][basis.places()][BLOCK];
        for (int i = 0; i < speaking.length; i++) {
            double[] phi = activation.of(speaking[i]);
            for (int place = 0; place < basis.places(); place++) {
                blocks[i / BLOCK][place][i % BLOCK] = phi[basis.value(place)];
            }
        }
        return new NeuronBlocks(blocks, basis, activation.neurons(), speaking.length);
    }

    /**
     * Returns FSD_K with one permutation of the answers for all neurons; NaN when all are inactive.
     *
     * @param order place c takes the activation of the answer at place order[c]
     */
    double degree(int top, int[] order) {
        double[][] permuted = new double[basis.places()][];
        return degree(top, block -> {
            for (int c = 0; c < permuted.length; c++) {
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
        double[][] permuted = new double[basis.places()][BLOCK];
        return degree(top, block -> {
            for (int i = 0; i < inBlock(block); i++) {
                int[] order = orders.get();
                for (int c = 0; c < permuted.length; c++) {
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
        int[] counts = new int[basis.frequencies()];
        for (int block = 0; block < blocks.length; block++) {
            count(basis.powers(permutedBlock.apply(block)), inBlock(block), top, counts);
        }
        double chance = (double) top / counts.length;
        return ((double) Arrays.stream(counts).max().orElseThrow() / neurons - chance) / (1 - chance);
    }

    private int inBlock(int block) {
        return Math.min(BLOCK, speaking - block * BLOCK);
    }

    /** Counts each neuron at its K strongest frequencies, the lowest of equals; takes these out of the power. */
    private static void count(double[][] power, int inBlock, int top, int[] counts) {
        double[] greatest = new double[BLOCK];
        int[] strongest = new int[BLOCK];
        for (int nth = 0; nth < top; nth++) {
            Arrays.fill(greatest, Double.NEGATIVE_INFINITY);
            for (int k = 0; k < power.length; k++) {
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
