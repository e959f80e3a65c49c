package org.grokscope.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.grokscope.measure.Median;
import org.grokscope.model.NetworkPasses;
import org.grokscope.model.Network;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.task.DataOrder;
import org.grokscope.task.Task;

/**
 * How much the order of two batches matters (arXiv 2602.16967; src/site/markdown/science.md, section 4b): two plain
 * gradient steps, on A and then on B, against B and then A.
 *
 * <pre>
 * ‖θ_AB - θ_BA‖ / (‖η g_A‖·‖η g_B‖) = ‖g_A(θ) + g_B(θ_A) - g_B(θ) - g_A(θ_B)‖ / (η ‖g_A(θ)‖·‖g_B(θ)‖)
 * </pre>
 *
 * The right-hand side is computed, which loses no digits to the size of θ. The network is left as it was, to the bit.
 */
final class CommutatorDefect {
    /** Pairs of batches whose median is taken: the first ones of the run's data order. */
    private static final int PAIRS = 5;
    private static final NDIndex ALL = new NDIndex(":");

    private final Task task;
    private final Network network;
    private final NetworkPasses passes;
    private final double rate;
    private final List<int[]> batches;

    /**
     * @param network is measured, and must live longer
     * @param passes the same network's
     */
    CommutatorDefect(RunConfiguration configuration, Network network, NetworkPasses passes) {
        this.task = configuration.learnedTask();
        this.network = network;
        this.passes = passes;
        this.rate = configuration.optimizer().learningRate();
        DataOrder order = new DataOrder(Trainer.split(configuration).train(), configuration.optimizer().batch(),
                configuration.seeds().dataSeed());
        this.batches = IntStream.range(0, 2 * PAIRS).mapToObj(order::batch).toList();
    }

    /** Returns the median over the fixed pairs of batches; NaN where a gradient vanishes or is not finite. */
    double median() {
        return Median.of(IntStream.range(0, PAIRS)
                .mapToDouble(pair -> of(batches.get(2 * pair), batches.get(2 * pair + 1))).toArray());
    }

    /** Returns the defect of two batches, as pair indices. */
    double of(int[] first, int[] second) {
        NDArray weights = network.parameters().flat();
        try (NDArray before = weights.duplicate();
                NDArray firstHere = gradient(first);
                NDArray secondHere = gradient(second);
                NDArray secondAfterFirst = after(before, firstHere, second);
                NDArray firstAfterSecond = after(before, secondHere, first);
                NDArray oneWay = firstHere.add(secondAfterFirst);
                NDArray otherWay = secondHere.add(firstAfterSecond);
                NDArray difference = oneWay.sub(otherWay)) {
            return norm(difference) / (rate * norm(firstHere) * norm(secondHere));
        }
    }

    /** Returns the gradient on a batch after a plain step along another gradient. */
    private NDArray after(NDArray before, NDArray along, int[] batch) {
        NDArray weights = network.parameters().flat();
        try (NDArray step = along.mul(rate);
                NDArray from = before.toType(DataType.FLOAT64, true);
                NDArray there = from.sub(step);
                NDArray rounded = there.toType(DataType.FLOAT32, false)) {
            weights.set(ALL, rounded);
            return gradient(batch);
        } finally {
            weights.set(ALL, before);
        }
    }

    private NDArray gradient(int[] pairs) {
        passes.exactLossAndGradients(Arrays.stream(pairs).map(task::first).toArray(),
                Arrays.stream(pairs).map(task::second).toArray(), Arrays.stream(pairs).map(task::answer).toArray());
        return passes.gradients().flat().toType(DataType.FLOAT64, true);
    }

    private static double norm(NDArray vector) {
        double sum = 0;
        for (double value : vector.toDoubleArray()) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }
}
