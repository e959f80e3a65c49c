package org.grokscope.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DataOrderTest {
    private final int[] train = IntStream.range(100, 150).toArray();

    @Test
    void aStepsBatchDoesNotDependOnTheStepsBefore() {
        DataOrder forward = new DataOrder(train, 16, 7);
        int[][] batches = IntStream.range(0, 20).mapToObj(forward::batch).toArray(int[][]::new);
        for (int step = 19; step >= 0; step--) {
            assertThat(new DataOrder(train, 16, 7).batch(step)).isEqualTo(batches[step]);
        }
    }

    @Test
    void anEpochSeesAPairAtMostOnceAndDropsTheLastShortBatch() {
        DataOrder order = new DataOrder(train, 16, 7);
        assertThat(order.stepsPerEpoch()).isEqualTo(3);
        int[] seen = IntStream.range(3, 6).flatMap(step -> Arrays.stream(order.batch(step))).toArray();
        assertThat(Arrays.stream(seen).distinct().count()).isEqualTo(48);
        assertThat(train).contains(seen);
    }

    @Test
    void epochsAndSeedsDiffer() {
        DataOrder order = new DataOrder(train, 16, 7);
        assertThat(order.batch(0)).isNotEqualTo(order.batch(3));
        assertThat(new DataOrder(train, 16, 8).batch(0)).isNotEqualTo(order.batch(0));
    }

    @Test
    void aTrainingSetSmallerThanABatchIsOneBatch() {
        assertThat(new DataOrder(train, 512, 7).batch(3)).containsExactlyInAnyOrder(train);
    }
}
