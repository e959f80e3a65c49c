package org.grokscope.foreign;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.grokscope.file.FileProblem;
import org.grokscope.tensor.Tensor;

/**
 * An array in another program's file: where its elements lie, read when they are asked for.
 *
 * @param offset the first element's place in its storage, in elements
 * @param strides elements of the storage from one index of an axis to the next
 */
record ForeignTensor(Storage storage, int offset, int[] shape, int[] strides) {
    /** No network that this program trains has an axis more. */
    private static final int MOST_AXES = 8;

    /** Elements side by side that arrays may share. */
    interface Storage {
        /** Returns what the elements are. */
        ElementType type();

        /** Returns how many there are. */
        int elements();

        /** Reads them all. */
        ByteBuffer read() throws IOException;
    }

    /**
     * Makes sure that all elements lie in the storage.
     *
     * @param name of what holds it, for the sentence
     * @throws FileProblem when one would not
     */
    static ForeignTensor of(String name, Storage storage, long offset, long[] shape, long[] strides)
            throws FileProblem {
        boolean sound = shape.length == strides.length && shape.length <= MOST_AXES && offset >= 0;
        long count = 1;
        long last = offset;
        for (int axis = 0; sound && axis < shape.length; axis++) {
            sound = shape[axis] >= 0 && shape[axis] <= Integer.MAX_VALUE && strides[axis] >= 0
                    && strides[axis] <= Integer.MAX_VALUE;
            count *= sound ? shape[axis] : 0;
            last += sound ? Math.max(0, shape[axis] - 1) * strides[axis] : 0;
            sound &= count <= Integer.MAX_VALUE / Double.BYTES && last <= Integer.MAX_VALUE;
        }
        if (!sound || count > 0 && last >= storage.elements()) {
            throw new FileProblem(name + " holds a tensor that does not fit its data.");
        }
        return new ForeignTensor(storage, (int) offset, Arrays.stream(shape).mapToInt(Math::toIntExact).toArray(),
                Arrays.stream(strides).mapToInt(Math::toIntExact).toArray());
    }

    /** Returns the strides of an array whose elements lie side by side, the last axis running fastest. */
    static long[] rowByRow(long[] shape) {
        long[] strides = new long[shape.length];
        long step = 1;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            strides[axis] = step;
            step *= Math.max(1, shape[axis]);
        }
        return strides;
    }

    /** Returns how many elements it has. */
    int size() {
        return Arrays.stream(shape).reduce(1, Math::multiplyExact);
    }

    /** Returns whether it has these axes. */
    boolean hasShape(int... axes) {
        return Arrays.equals(shape, axes);
    }

    /** Returns it with its axes in another order. */
    ForeignTensor permuted(int... order) {
        return new ForeignTensor(storage, offset, Arrays.stream(order).map(axis -> shape[axis]).toArray(),
                Arrays.stream(order).map(axis -> strides[axis]).toArray());
    }

    /** Reads the elements, the last axis running fastest. */
    double[] values() throws IOException {
        double[] values = new double[size()];
        if (values.length == 0) {
            return values;
        }
        ByteBuffer data = storage.read().order(ByteOrder.LITTLE_ENDIAN);
        int[] index = new int[shape.length];
        int at = offset;
        for (int i = 0; i < values.length; i++) {
            values[i] = storage.type().at(data, at);
            for (int axis = shape.length - 1; axis >= 0; axis--) {
                at += strides[axis];
                if (++index[axis] < shape[axis]) {
                    break;
                }
                at -= index[axis] * strides[axis];
                index[axis] = 0;
            }
        }
        return values;
    }

    /** Reads it as float32, to which float64 is rounded. */
    Tensor tensor() throws IOException {
        return tensor(shape);
    }

    /** Reads it as float32 and with other axes, which hold as many elements. */
    Tensor tensor(int... axes) throws IOException {
        double[] values = values();
        float[] rounded = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            rounded[i] = (float) values[i];
        }
        return new Tensor(axes, rounded);
    }
}
