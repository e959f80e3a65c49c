package org.grokscope.tensor;

import java.util.Arrays;

/** Numbers in a rectangular arrangement, row by row. The arrays are shared and not copied: they can be large. */
public final class Tensor {
    private final int[] shape;
    private final float[] values;

    /**
     * @param shape the length of each axis
     * @param values as many as the shape holds, the last axis running fastest
     * @throws IllegalArgumentException when shape and values do not fit
     */
    public Tensor(int[] shape, float[] values) {
        if (Arrays.stream(shape).reduce(1, Math::multiplyExact) != values.length) {
            throw new IllegalArgumentException(
                    values.length + " values do not fill the shape " + Arrays.toString(shape) + ".");
        }
        this.shape = shape.clone();
        this.values = values;
    }

    /** Returns the length of each axis. */
    public int[] shape() {
        return shape.clone();
    }

    /** Returns the values, the last axis running fastest; not a copy. */
    public float[] values() {
        return values;
    }

    /** Returns whether no value is infinite or NaN. */
    public boolean finite() {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tensor tensor && Arrays.equals(shape, tensor.shape)
                && Arrays.equals(values, tensor.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(shape) + Arrays.hashCode(values);
    }
}
