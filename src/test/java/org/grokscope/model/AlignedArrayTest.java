package org.grokscope.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.lang.foreign.MemorySegment;
import java.util.stream.IntStream;
import org.grokscope.settings.ParameterLayout;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.weights.InitialWeights;
import org.junit.jupiter.api.Test;

class AlignedArrayTest {
    /** Of twenty arrays of Java's, each size, hardly all begin at multiples of 64 bytes; these do. */
    @Test
    void itBeginsWhereTheTensorLibraryWouldPutIt() {
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            for (int size : new int[]{1, 24, 4096, 400_000}) {
                float[] values = new float[size];
                values[size - 1] = 3;
                IntStream.range(0, 20).forEach(_ -> {
                    NDArray made = AlignedArray.of(manager, values, new Shape(size));
                    assertThat(address(made) % 64).as("of %d numbers", size).isZero();
                    assertThat(made.toFloatArray()).isEqualTo(values);
                });
            }
        }
    }

    @Test
    void soDoANetworksWeights() {
        RunConfiguration paper = RunConfiguration.PAPER;
        int p = paper.task().p();
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            IntStream.range(0, 20).forEach(seed -> assertThat(address(NamedArrays.copyOf(manager,
                    ParameterLayout.of(paper.model(), p), InitialWeights.draw(paper.model(), p, seed)).flat()) % 64)
                    .isZero());
        }
    }

    private static long address(NDArray array) {
        return MemorySegment.ofBuffer(array.toByteBuffer(true)).address();
    }
}
