package org.grokscope.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProductCheckTest {
    private static final int INNER = 128;
    private static final int ROWS = 6;
    private static final int COLUMNS = 80;
    private final float[] x = numbers(ROWS * INNER);
    private final float[] weight = numbers(COLUMNS * INNER);

    @Test
    void aRightProductAgrees() {
        assertThat(ProductCheck.agrees(x, weight, product(), 1e-2)).isTrue();
    }

    @Test
    void aProductOfWhichALaterPartWasNotWrittenDoesNot() {
        float[] half = product();
        Arrays.fill(half, half.length / 2, half.length, 0);
        assertThat(ProductCheck.agrees(x, weight, half, 1e-2)).isFalse();
    }

    @Test
    void whatIsNotANumberDoesNot() {
        float[] product = product();
        product[0] = Float.NaN;
        assertThat(ProductCheck.agrees(x, weight, product, 1e-2)).isFalse();
    }

    private float[] product() {
        float[] product = new float[ROWS * COLUMNS];
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                for (int i = 0; i < INNER; i++) {
                    product[row * COLUMNS + column] += x[row * INNER + i] * weight[column * INNER + i];
                }
            }
        }
        return product;
    }

    private static float[] numbers(int count) {
        Random random = new Random(count);
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = random.nextFloat() - 0.5f;
        }
        return numbers;
    }
}
