package org.grokscope.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.IValue;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.grokscope.measure.FrequencySynchronization;
import org.grokscope.measure.PermutationTest;
import org.grokscope.measure.SumConditionedActivation;
import org.grokscope.model.Script;
import org.grokscope.task.RandomStream;

/**
 * The band of FSD by chance, as every evaluation draws it: what {@link PermutationTest} finds under relabelled answers for
 * K = 1, from the same permutations and as float64 finds it there, by matrix products of the tensor library.
 */
final class NullBand implements AutoCloseable {
    /** Permutations a product: their spectra stay in the processor's cache. */
    private static final long TOGETHER = 8;

    private final int p;
    private final NDManager manager;
    private final Script script;
    private final IValue cosines;
    private final IValue sines;
    private final IValue margin;

    /**
     * @param manager of the device to compute on; closed with this
     * @param p the number of answers
     */
    NullBand(NDManager manager, int p) {
        this.p = p;
        this.manager = manager;
        this.script = Script.load(manager, NullBand.class, "Relabelling", "relabelling.torchscript");
        this.cosines = Script.value(waves(Math::cos));
        this.sines = Script.value(waves(Math::sin));
        this.margin = IValue.from(margin(p / 2));
    }

    /**
     * Returns by which share of a neuron's greatest power float32 may be wrong about the difference of two. The two sums
     * behind a power have F = ⌊p/2⌋ products each and err, as one complex number, by at most (F + 3) u √F √2 ‖φ‖, u = 2⁻²⁴
     * and φ without its mean; by Parseval the greatest power is at least ‖φ‖². That makes 4 (F + 3) u √F √2 for two powers;
     * twice that lets terms of second order in.
     */
    private static double margin(int frequencies) {
        return 12 * (frequencies + 3) * Math.sqrt(frequencies) * 0x1p-24;
    }

    /** Returns a wave of 2πkh/p, k and h from 1 to ⌊p/2⌋. */
    private NDArray waves(DoubleUnaryOperator wave) {
        int half = p / 2;
        double[] values = new double[half * half];
        for (int k = 1; k <= half; k++) {
            for (int h = 1; h <= half; h++) {
                values[(k - 1) * half + h - 1] = wave.applyAsDouble(2 * Math.PI * (k * h % p) / p);
            }
        }
        return manager.create(values, new Shape(half, half));
    }

    /**
     * Returns the 95% point of the FSD of relabelled answers; NaN when all neurons are inactive.
     *
     * @param synchronization of the same activation
     * @param shuffles N, at least 1
     * @param random gives the permutations
     */
    double point95(SumConditionedActivation activation, FrequencySynchronization synchronization, int shuffles,
            RandomGenerator random) {
        // A permutation makes no neuron inactive, nor wakes one.
        int[] speaking = IntStream.range(0, activation.neurons()).filter(neuron -> !synchronization.inactive(neuron))
                .toArray();
        if (speaking.length == 0) {
            return Double.NaN;
        }
        try (NDManager scope = manager.newSubManager();
                IValue values = Script
                        .value(scope.create(activation.byAnswer(speaking), new Shape(p, speaking.length)));
                IValue permutations = Script.value(scope.create(orders(shuffles, random), new Shape(shuffles, p)));
                IValue together = IValue.from(TOGETHER);
                IValue result = script.call("agreement", cosines, sines, values, permutations, margin, together)) {
            NDArray agreement = result.toTensor((PtNDManager) scope);
            double chance = 1.0 / (p / 2);
            return PermutationTest.point95(Arrays.stream(agreement.toLongArray())
                    .mapToDouble(most -> ((double) most / activation.neurons() - chance) / (1 - chance)).sorted()
                    .toArray());
        }
    }

    private long[] orders(int shuffles, RandomGenerator random) {
        int[] identity = IntStream.range(0, p).toArray();
        long[] orders = new long[shuffles * p];
        for (int shuffle = 0; shuffle < shuffles; shuffle++) {
            int[] order = RandomStream.shuffled(identity, random);
            for (int place = 0; place < p; place++) {
                orders[shuffle * p + place] = order[place];
            }
        }
        return orders;
    }

    @Override
    public void close() {
        cosines.close();
        sines.close();
        margin.close();
        script.close();
        manager.close();
    }
}
