package org.grokscope.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.grokscope.task.Basis;
import org.grokscope.task.FourierBasis;
import org.junit.jupiter.api.Test;

class EmbeddingCircleTest {
    private static final int P = 97;
    private static final Basis BASIS = FourierBasis.of(P);
    private static final int WIDTH = 16;

    @Test
    void aPlantedCircleIsRecognisedWithAllTokensAtOneRadiusAndInOrder() {
        EmbeddingCircle circle = new TokenEmbedding(planted(14, 3, 0), BASIS, WIDTH).circle(14);
        assertThat(circle.radius()).isCloseTo(3, within(1e-5));
        assertThat(circle.roundness()).isCloseTo(1, within(1e-9));
        for (int token = 0; token < P; token++) {
            assertThat(Math.hypot(circle.x(token), circle.y(token))).isCloseTo(3, within(1e-5));
            double angle = Math.atan2(circle.y(token), circle.x(token));
            double turns = angle / (2 * Math.PI) * P;
            assertThat(Math.floorMod(Math.round(turns), P)).isEqualTo(14 * token % P);
            assertThat(circle.turn(token)).isEqualTo((double) (14 * token % P) / P);
            assertThat(turns).isCloseTo(Math.round(turns), within(1e-4));
        }
    }

    @Test
    void otherFrequenciesDoNotShowThePlantedCircle() {
        // A little noise gives the other planes something to be spanned by.
        TokenEmbedding embedding = new TokenEmbedding(planted(14, 3, 0.01), BASIS, WIDTH);
        assertThat(embedding.circle(14).roundness()).isGreaterThan(0.999);
        assertThat(embedding.circle(15).roundness()).isLessThan(0.5);
        assertThat(embedding.power().keyFrequencies()).containsExactly(14);
        assertThat(embedding.power().fewestHolding(0.9)).isEqualTo(1);
    }

    @Test
    void randomVectorsLeanTowardsARingButAreNotRound() {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            float[] values = new float[P * 128];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) random.nextGaussian();
            }
            TokenEmbedding embedding = new TokenEmbedding(values, BASIS, 128);
            assertThat(embedding.circle(embedding.power().strongest()).roundness()).isBetween(0.3, 0.8);
            assertThat(embedding.power().keyFrequencies()).isEmpty();
        }
    }

    @Test
    void anEmbeddingOfNothingHasNoRoundness() {
        assertThat(new TokenEmbedding(new float[P * WIDTH], BASIS, WIDTH).circle(1).roundness()).isNaN();
    }

    /** A circle of frequency k in two random orthogonal directions of the embedding, offset, with noise. */
    private static float[] planted(int k, double radius, double noise) {
        Random random = new Random(5);
        float[] values = new float[(P + 1) * WIDTH];
        for (int token = 0; token < P; token++) {
            double angle = 2 * Math.PI * k * token / P;
            for (int j = 0; j < WIDTH; j++) {
                // Directions (1, 1, 0, …)/√2 and (1, -1, 0, …)/√2; a constant in a third.
                double along = j == 0
                        ? radius * (Math.cos(angle) + Math.sin(angle)) / Math.sqrt(2)
                        : j == 1 ? radius * (Math.cos(angle) - Math.sin(angle)) / Math.sqrt(2) : j == 2 ? 5 : 0;
                values[token * WIDTH + j] = (float) (along + noise * random.nextGaussian());
            }
        }
        return values;
    }
}
