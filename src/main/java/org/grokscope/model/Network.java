package org.grokscope.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Map;
import org.grokscope.settings.LossPrecision;
import org.grokscope.settings.ModelSettings;
import org.grokscope.settings.ProductPrecision;
import org.grokscope.tensor.Tensor;

/** A network that answers pairs of tokens, whatever it is made of. One thread at a time. */
public interface Network extends AutoCloseable {
    /**
     * Puts the network that some settings ask for on a manager's device.
     *
     * @param tokens how many operands there are
     * @param weights by the names of {@link ParameterLayout}
     * @throws IllegalArgumentException when a parameter is missing or has another shape
     */
    static Network of(NDManager parent, ModelSettings settings, int tokens, Map<String, Tensor> weights) {
        return new Transformer(parent, settings, tokens, weights);
    }

    /** Returns the parameters; they live as long as the network. */
    NamedArrays parameters();

    /** Returns a manager on the network's device for the arrays of one pass; the caller closes it. */
    NDManager newScope();

    /**
     * Runs the network.
     *
     * @param scope takes every array of this pass; its closing frees them
     * @param first the operands a, one a pair
     * @param second the operands b
     * @param tap sees the activations on the way
     * @return logits (pairs, answers)
     */
    NDArray logits(NDManager scope, int[] first, int[] second, Hook tap);

    /**
     * Finishes a forward pass from the residual stream behind the last block.
     *
     * @param residual (pairs, width), at the last position
     * @return logits (pairs, answers)
     */
    NDArray readOut(NDArray residual);

    /**
     * Returns what a block's MLP adds to the residual stream for a hidden layer, its bias included.
     *
     * @param hidden (…, MLP width), after its activation
     * @return (…, width)
     */
    NDArray mlpOutput(int block, NDArray hidden);

    /**
     * Returns the quickest way to train it and to look at it; to be closed before the network.
     *
     * @param loss in which a training pass computes the cross-entropy of its logits
     * @param products of which it computes the layers' products
     */
    NetworkPasses passes(LossPrecision loss, ProductPrecision products);

    /** Frees the parameters. */
    @Override
    void close();
}
