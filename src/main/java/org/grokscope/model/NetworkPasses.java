package org.grokscope.model;

import java.util.function.Consumer;

/** Whole passes of a {@link Network} over pairs, with buffers that one leaves for the next. One thread at a time. */
public interface NetworkPasses extends AutoCloseable {
    /** Returns the gradients, which every training pass overwrites; they live as long as this. */
    NamedArrays gradients();

    /**
     * Writes the gradients of the mean cross-entropy of pairs.
     *
     * @param first the operands a, one a pair
     * @param second the operands b
     * @param answers the right answers
     * @return the mean cross-entropy, in nats
     */
    double lossAndGradients(int[] first, int[] second, int[] answers);

    /** As {@link #lossAndGradients}, of float32 numbers whatever the training passes compute with: to measure gradients. */
    double exactLossAndGradients(int[] first, int[] second, int[] answers);

    /**
     * Looks at pairs without training on them.
     *
     * @param viewer is shown what there was to see, and must copy what it keeps
     */
    void look(int[] first, int[] second, Consumer<ForwardOutputs> viewer);

    /** Frees the gradients and the buffers; the network stays. */
    @Override
    void close();
}
