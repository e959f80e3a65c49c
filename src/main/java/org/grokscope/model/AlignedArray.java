package org.grokscope.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * Numbers of Java's as an operand of products. {@link NDManager#create} leaves them in Java's memory, where they begin at some
 * multiple of 16 bytes, another one in each process; the tensor library's own begins at multiples of 64. MKL gives the same bits
 * only for operands that lie alike ("Obtaining Numerically Reproducible Results" in its developer guide).
 */
public final class AlignedArray {
    private AlignedArray() {}

    /**
     * Copies numbers into the tensor library's memory.
     *
     * @param manager has the array then
     */
    public static NDArray of(NDManager manager, float[] values, Shape shape) {
        try (NDArray lent = manager.create(values, shape)) {
            return lent.duplicate();
        }
    }
}
