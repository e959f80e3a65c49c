package org.grokscope.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.grokscope.task.FourierBasis;
import org.junit.jupiter.api.Test;

class EmbeddingPowerTest {
    @Test
    void aPlantedCircleHasAllThePowerAtItsFrequency() {
        int p = 11;
        float[] embedding = new float[(p + 1) * 2];
        for (int token = 0; token < p; token++) {
            embedding[2 * token] = (float) Math.cos(2 * Math.PI * 3 * token / p);
            embedding[2 * token + 1] = (float) Math.sin(2 * Math.PI * 3 * token / p);
        }
        embedding[2 * p] = 100; // the separator has no part in it
        EmbeddingPower power = EmbeddingPower.of(embedding, FourierBasis.of(p), 2);
        assertThat(power.frequencies()).isEqualTo(5);
        assertThat(power.share(3)).isCloseTo(1, within(1e-6));
    }

    @Test
    void sharesSumToOne() {
        float[] embedding = new float[8 * 4];
        for (int i = 0; i < embedding.length; i++) {
            embedding[i] = (float) Math.sin(i * i);
        }
        double sum = 0;
        for (double share : EmbeddingPower.of(embedding, FourierBasis.of(7), 4).shares()) {
            sum += share;
        }
        assertThat(sum).isCloseTo(1, within(1e-12));
    }
}
