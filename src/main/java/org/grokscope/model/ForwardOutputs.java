package org.grokscope.model;

import ai.djl.ndarray.NDArray;
import org.jspecify.annotations.Nullable;

/**
 * What the measures need of a forward pass, at the last position. The arrays hold until the next pass.
 *
 * @param logits (pairs, p)
 * @param standardSite the activation of {@link HookPoint#standard}, (pairs, neurons)
 * @param representation what enters the head, behind the last LayerNorm, (pairs, width)
 * @param lastMlp null where there is no MLP
 */
public record ForwardOutputs(NDArray logits, NDArray standardSite, NDArray representation,
        @Nullable LastMlp lastMlp) {
    /**
     * The last block's MLP.
     *
     * @param hidden its hidden layer, after its activation, (pairs, MLP width)
     * @param residual the residual stream x that it reads, (pairs, width)
     * @param output x plus what it adds, (pairs, width)
     */
    public record LastMlp(NDArray hidden, NDArray residual, NDArray output) {}
}
