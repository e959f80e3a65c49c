package org.grokscope.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import org.grokscope.settings.ParameterLayout;
import org.grokscope.tensor.Tensor;

/**
 * Arrays on a device, by parameter name, in the network's order: the parameters themselves, their gradients or their
 * moments. They are views of one flat array, so that an optimizer takes all of them at once.
 */
public final class NamedArrays {
    private final SequencedMap<String, int[]> shapes;
    private final NDArray flat;
    private final SequencedMap<String, NDArray> arrays = new LinkedHashMap<>();

    private NamedArrays(SequencedMap<String, int[]> shapes, NDArray flat) {
        this.shapes = shapes;
        this.flat = flat;
        int start = 0;
        for (Map.Entry<String, int[]> entry : shapes.entrySet()) {
            int end = start + size(entry.getValue());
            try (NDArray part = flat.get(new NDIndex("{}:{}", start, end))) {
                arrays.put(entry.getKey(), part.reshape(shape(entry.getValue())));
            }
            start = end;
        }
    }

    /**
     * Copies tensors to a manager's device.
     *
     * @param shapes which arrays there must be, for example of {@link ParameterLayout}
     * @throws IllegalArgumentException when a tensor is missing or has another shape
     */
    public static NamedArrays copyOf(NDManager manager, SequencedMap<String, int[]> shapes,
            Map<String, Tensor> tensors) {
        FloatBuffer all = FloatBuffer.allocate(size(shapes));
        shapes.forEach((name, shape) -> {
            Tensor tensor = tensors.get(name);
            if (tensor == null || !Arrays.equals(tensor.shape(), shape)) {
                throw new IllegalArgumentException(
                        "There is no tensor " + name + " of shape " + Arrays.toString(shape) + ".");
            }
            all.put(tensor.values());
        });
        return new NamedArrays(shapes, AlignedArray.of(manager, all.array(), new Shape(all.capacity())));
    }

    /** Makes arrays of zeros on a manager's device. */
    public static NamedArrays zeros(NDManager manager, SequencedMap<String, int[]> shapes) {
        return new NamedArrays(shapes, manager.zeros(new Shape(size(shapes))));
    }

    /** Returns all numbers as one array of one axis; writing to it writes to the arrays. */
    public NDArray flat() {
        return flat;
    }

    /**
     * Returns the numbers of neighbouring arrays as one array of one axis; writing to it writes to them. It lives as long as
     * they do.
     *
     * @param names as they follow each other
     */
    public NDArray stretch(List<String> names) {
        if (names.size() == shapes.size()) {
            return flat;
        }
        int start = 0;
        for (Map.Entry<String, int[]> entry : shapes.entrySet()) {
            if (entry.getKey().equals(names.getFirst())) {
                break;
            }
            start += size(entry.getValue());
        }
        int length = names.stream().mapToInt(name -> size(Objects.requireNonNull(shapes.get(name), name))).sum();
        return flat.get(new NDIndex("{}:{}", start, start + length));
    }

    /** Multiplies all numbers by one, such that the root of the sum of their squares is as given; zeros stay zeros. */
    public void scaleTo(double norm) {
        try (NDArray wide = flat.toType(DataType.FLOAT64, true);
                NDArray squares = wide.square();
                NDArray sum = squares.sum()) {
            double now = Math.sqrt(sum.getDouble());
            if (now > 0) {
                flat.muli((float) (norm / now));
            }
        }
    }

    /** Returns the array of a name there is. */
    public NDArray get(String name) {
        return Objects.requireNonNull(arrays.get(name), name);
    }

    /** Returns the names, in the network's order. */
    public Set<String> names() {
        return arrays.sequencedKeySet();
    }

    /** Returns the arrays, in the network's order. */
    public Collection<NDArray> all() {
        return arrays.sequencedValues();
    }

    /** Copies the arrays into plain Java. */
    public SequencedMap<String, Tensor> tensors() {
        SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();
        float[] all = flat.toFloatArray();
        int start = 0;
        for (Map.Entry<String, int[]> entry : shapes.entrySet()) {
            int end = start + size(entry.getValue());
            tensors.put(entry.getKey(), new Tensor(entry.getValue(), Arrays.copyOfRange(all, start, end)));
            start = end;
        }
        return tensors;
    }

    private static int size(SequencedMap<String, int[]> shapes) {
        return shapes.values().stream().mapToInt(NamedArrays::size).sum();
    }

    private static int size(int[] shape) {
        return Arrays.stream(shape).reduce(1, Math::multiplyExact);
    }

    private static Shape shape(int[] shape) {
        return new Shape(Arrays.stream(shape).asLongStream().toArray());
    }
}
