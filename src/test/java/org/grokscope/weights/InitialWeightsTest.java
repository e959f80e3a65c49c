package org.grokscope.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.grokscope.settings.ModelSettings;
import org.grokscope.tensor.Tensor;
import org.junit.jupiter.api.Test;

class InitialWeightsTest {
    private final Map<String, Tensor> weights = InitialWeights.draw(ModelSettings.PAPER, 97, 42);

    @Test
    void embeddingsAreStandardNormal() {
        float[] values = values("token_embedding.weight");
        double mean = 0;
        double square = 0;
        for (float value : values) {
            mean += value / values.length;
            square += (double) value * value / values.length;
        }
        assertThat(values).hasSize(98 * 128);
        assertThat(mean).isCloseTo(0, within(0.03));
        assertThat(square).isCloseTo(1, within(0.05));
    }

    @Test
    void linearLayersAreUniformWithinOneOverTheRootOfTheirInputs() {
        double bound = 1 / Math.sqrt(512);
        double largest = 0;
        for (float value : values("blocks.1.mlp.down.weight")) {
            largest = Math.max(largest, Math.abs(value));
        }
        assertThat(largest).isBetween(0.99 * bound, bound);
        for (float value : values("blocks.1.mlp.down.bias")) {
            assertThat((double) Math.abs(value)).isLessThanOrEqualTo(bound);
        }
        assertThat(values("head.bias")).doesNotContain(0);
    }

    @Test
    void layerNormsBeginAtOneAndZero() {
        assertThat(values("final_norm.weight")).containsOnly(1);
        assertThat(values("blocks.0.ln1.bias")).containsOnly(0);
    }

    @Test
    void oneSeedGivesOneNetworkAndAnotherGivesAnother() {
        assertThat(InitialWeights.draw(ModelSettings.PAPER, 97, 42).get("head.weight").values())
                .containsExactly(values("head.weight"));
        assertThat(InitialWeights.draw(ModelSettings.PAPER, 97, 43).get("head.weight").values())
                .isNotEqualTo(values("head.weight"));
    }

    private float[] values(String name) {
        return weights.get(name).values();
    }
}
