package org.grokscope.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import org.grokscope.run.Tensor;

/** Arrays on a device, by parameter name, in the network's order: the parameters themselves, or their moments. */
public final class NamedArrays {
    private final SequencedMap<String, NDArray> arrays = new LinkedHashMap<>();

    private NamedArrays() {}

    /**
     * Copies tensors to a manager's device.
     *
     * @param shapes which arrays there must be, for example of {@link ParameterLayout}
     * @throws IllegalArgumentException when a tensor is missing or has another shape
     */
    public static NamedArrays copyOf(NDManager manager, SequencedMap<String, int[]> shapes,
            Map<String, Tensor> tensors) {
        NamedArrays copy = new NamedArrays();
        shapes.forEach((name, shape) -> {
            Tensor tensor = tensors.get(name);
            if (tensor == null || !Arrays.equals(tensor.shape(), shape)) {
                throw new IllegalArgumentException(
                        "There is no tensor " + name + " of shape " + Arrays.toString(shape) + ".");
            }
            copy.arrays.put(name, manager.create(tensor.values(), shape(shape)));
        });
        return copy;
    }

    /** Makes arrays of zeros on a manager's device. */
    public static NamedArrays zeros(NDManager manager, SequencedMap<String, int[]> shapes) {
        NamedArrays zeros = new NamedArrays();
        shapes.forEach((name, shape) -> zeros.arrays.put(name, manager.zeros(shape(shape))));
        return zeros;
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
        arrays.forEach((name, array) -> tensors.put(name,
                new Tensor(Arrays.stream(array.getShape().getShape()).mapToInt(Math::toIntExact).toArray(),
                        array.toFloatArray())));
        return tensors;
    }

    private static Shape shape(int[] shape) {
        return new Shape(Arrays.stream(shape).asLongStream().toArray());
    }
}
