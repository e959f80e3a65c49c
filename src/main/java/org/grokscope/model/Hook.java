package org.grokscope.model;

import ai.djl.ndarray.NDArray;

/** Sees the activations of a forward pass, and may put others in their place. */
@FunctionalInterface
public interface Hook {
    /** Looks at nothing and changes nothing. */
    Hook NONE = (site, activation) -> activation;

    /**
     * Called as the forward pass comes by a site.
     *
     * @param activation (batch, positions, neurons), and for attention weights (batch, heads, positions, positions); the last
     *        position is the last along its axis, and the only one where the network needs no other
     * @return the activation to go on with: the same, or another of the same shape
     */
    NDArray at(HookPoint site, NDArray activation);
}
