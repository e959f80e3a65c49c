package org.grokscope.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.grokscope.measure.FrequencySynchronization;
import org.grokscope.measure.PermutationTest;
import org.grokscope.measure.SumConditionedActivation;
import org.grokscope.task.RandomStream;
import org.grokscope.task.group.IrrepBasis;

/**
 * The null band of a group's irreps: what {@link PermutationTest} finds when the elements are relabelled at random, by
 * matrix products of the tensor library in float64.
 */
final class IrrepNullBand implements NullBand {
    private final IrrepBasis basis;
    private final NDManager manager;
    /** All waves, one below the other. */
    private final double[][] waves;
    /** Where the waves of an irrep end. */
    private final int[] ends;

    /**
     * @param manager of the device to compute on; closed with this
     * @param basis of the answers
     */
    IrrepNullBand(NDManager manager, IrrepBasis basis) {
        this.basis = basis;
        this.manager = manager;
        this.waves = IntStream.rangeClosed(1, basis.frequencies()).boxed()
                .flatMap(k -> Arrays.stream(basis.waves(k))).toArray(double[][]::new);
        this.ends = new int[basis.frequencies()];
        for (int k = 1, end = 0; k <= ends.length; k++) {
            end += basis.waves(k).length;
            ends[k - 1] = end;
        }
    }

    @Override
    public double point95(SumConditionedActivation activation, FrequencySynchronization synchronization, int shuffles,
            RandomGenerator random) {
        // A permutation makes no neuron inactive, nor wakes one.
        int[] speaking = IntStream.range(0, activation.neurons()).filter(neuron -> !synchronization.inactive(neuron))
                .toArray();
        if (speaking.length == 0) {
            return Double.NaN;
        }
        int[] identity = IntStream.range(0, basis.places()).toArray();
        double chance = 1.0 / basis.frequencies();
        try (NDManager scope = manager.newSubManager()) {
            NDArray values = scope.create(activation.byAnswer(speaking), new Shape(basis.size(), speaking.length));
            double[] underNull = new double[shuffles];
            for (int shuffle = 0; shuffle < shuffles; shuffle++) {
                double share = (double) agreeing(values, RandomStream.shuffled(identity, random), speaking.length)
                        / activation.neurons();
                underNull[shuffle] = (share - chance) / (1 - chance);
            }
            Arrays.sort(underNull);
            return PermutationTest.point95(underNull);
        }
    }

    /** Returns how many neurons the irrep has as their strongest that most have. */
    private int agreeing(NDArray values, int[] order, int neurons) {
        double[] relabelled = new double[waves.length * order.length];
        for (int wave = 0; wave < waves.length; wave++) {
            for (int place = 0; place < order.length; place++) {
                relabelled[wave * order.length + order[place]] = waves[wave][place];
            }
        }
        try (NDManager scope = values.getManager().newSubManager()) {
            NDArray products = scope.create(relabelled, new Shape(waves.length, order.length)).matMul(values);
            products.attach(scope);
            return most(products.toDoubleArray(), neurons);
        }
    }

    private int most(double[] products, int neurons) {
        double[] greatest = new double[neurons];
        int[] strongest = new int[neurons];
        double[] power = new double[neurons];
        for (int k = 0, wave = 0; k < ends.length; k++) {
            Arrays.fill(power, 0);
            for (; wave < ends[k]; wave++) {
                for (int i = 0; i < neurons; i++) {
                    double product = products[wave * neurons + i];
                    power[i] += product * product;
                }
            }
            for (int i = 0; i < neurons; i++) {
                if (k == 0 || power[i] > greatest[i]) {
                    greatest[i] = power[i];
                    strongest[i] = k;
                }
            }
        }
        int[] counts = new int[ends.length];
        Arrays.stream(strongest).forEach(k -> counts[k]++);
        return Arrays.stream(counts).max().orElseThrow();
    }

    @Override
    public void close() {
        manager.close();
    }
}
