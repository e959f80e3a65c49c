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
import org.grokscope.model.Script;
import org.grokscope.model.ScriptValue;
import org.grokscope.task.FourierBasis;
import org.grokscope.task.RandomStream;

/**
 * The null band of a cyclic group: from the same permutations as {@link PermutationTest}, and as float64 finds it there,
 * by matrix products of the tensor library.
 */
final class FourierNullBand implements NullBand {
    /** Permutations a product: their spectra stay in the processor's cache. */
    private static final long TOGETHER = 8;

    private final FourierBasis basis;
    private final NDManager manager;
    private final Script script;
    private final ScriptValue cosines;
    private final ScriptValue sines;
    private final ScriptValue margin;

    /**
     * @param manager of the device to compute on; closed with this
     * @param basis of the answers
     */
    FourierNullBand(NDManager manager, FourierBasis basis) {
        this.basis = basis;
        this.manager = manager;
        this.script = Script.load(manager, FourierNullBand.class, "Relabelling", "relabelling.torchscript");
        this.cosines = ScriptValue.of(waves(0));
        this.sines = ScriptValue.of(waves(1));
        this.margin = ScriptValue.of(margin(basis.frequencies()));
    }

    /**
     * Returns by which share of a neuron's greatest power float32 may be wrong about the difference of two. The two sums
     * behind a power have F = ⌊n/2⌋ products each and err, as one complex number, by at most (F + 3) u √F √2 ‖φ‖, u = 2⁻²⁴
     * and φ without its mean; by Parseval the greatest power is at least ‖φ‖². That makes 4 (F + 3) u √F √2 for two powers;
     * twice that lets terms of second order in.
     */
    private static double margin(int frequencies) {
        return 12 * (frequencies + 3) * Math.sqrt(frequencies) * 0x1p-24;
    }

    /** Returns cosines (0) or sines (1) of 2πkh/n, k and h from 1 to ⌊n/2⌋, by which the folded rows are multiplied. */
    private NDArray waves(int number) {
        int half = basis.frequencies();
        double[] values = new double[half * half];
        for (int k = 1; k <= half; k++) {
            double[][] waves = basis.waves(k);
            for (int h = 1; h <= half && number < waves.length; h++) {
                // Of an even number of places the middle one is folded onto itself, and so stands there twice.
                values[(k - 1) * half + h - 1] = waves[number][h] * (2 * h == basis.places() ? 0.5 : 1);
            }
        }
        return manager.create(values, new Shape(half, half));
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
        try (NDManager scope = manager.newSubManager();
                ScriptValue values = ScriptValue
                        .of(scope.create(activation.byAnswer(speaking), new Shape(basis.size(), speaking.length)));
                ScriptValue permutations = ScriptValue
                        .of(scope.create(orders(shuffles, random), new Shape(shuffles, basis.places())));
                ScriptValue together = ScriptValue.of(TOGETHER);
                ScriptValue result = script.call("agreement", cosines, sines, values, permutations, margin, together)) {
            NDArray agreement = result.array(scope);
            double chance = 1.0 / basis.frequencies();
            return PermutationTest.point95(Arrays.stream(agreement.toLongArray())
                    .mapToDouble(most -> ((double) most / activation.neurons() - chance) / (1 - chance)).sorted()
                    .toArray());
        }
    }

    private long[] orders(int shuffles, RandomGenerator random) {
        int[] identity = IntStream.range(0, basis.places()).toArray();
        long[] orders = new long[shuffles * identity.length];
        for (int shuffle = 0; shuffle < shuffles; shuffle++) {
            int[] order = RandomStream.shuffled(identity, random);
            for (int place = 0; place < order.length; place++) {
                orders[shuffle * order.length + place] = basis.value(order[place]);
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
