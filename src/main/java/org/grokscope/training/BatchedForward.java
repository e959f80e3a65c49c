package org.grokscope.training;

import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.grokscope.model.Hook;
import org.grokscope.model.Network;
import org.grokscope.task.Task;

/** Takes pairs through a network, a chunk at a time. Takes no gradients. */
final class BatchedForward {
    /** Pairs a forward pass: enough to keep the processor busy, few enough to stay in its cache. */
    static final int CHUNK = 1024;

    private final Network network;
    private final Task task;
    private final BooleanSupplier wanted;

    BatchedForward(Network network, Task task, BooleanSupplier wanted) {
        this.network = network;
        this.task = task;
        this.wanted = wanted;
    }

    /** Hears what the network says. */
    @FunctionalInterface
    interface Listener {
        /**
         * Called for each chunk.
         *
         * @param pairs the pair indices
         * @param logits (pairs, p), row by row
         */
        void hear(int[] pairs, float[] logits);
    }

    /** Takes all p² pairs through the network, in their order. */
    void overAll(Function<int[], Hook> tapOf, Listener listener) {
        over(IntStream.range(0, task.pairs()).toArray(), tapOf, listener);
    }

    /**
     * Takes pairs through the network.
     *
     * @param tapOf gives each chunk of pair indices its tap
     * @throws CancellationException as soon as nobody wants to know any more
     */
    void over(int[] pairs, Function<int[], Hook> tapOf, Listener listener) {
        for (int start = 0; start < pairs.length; start += CHUNK) {
            if (!wanted.getAsBoolean()) {
                throw new CancellationException("Nobody wants to know any more.");
            }
            int[] chunk = Arrays.copyOfRange(pairs, start, Math.min(start + CHUNK, pairs.length));
            int[] first = Arrays.stream(chunk).map(task::first).toArray();
            int[] second = Arrays.stream(chunk).map(task::second).toArray();
            try (NDManager scope = network.newScope()) {
                listener.hear(chunk, network.logits(scope, first, second, tapOf.apply(chunk)).toFloatArray());
            }
        }
    }
}
