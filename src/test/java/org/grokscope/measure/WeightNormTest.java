package org.grokscope.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WeightNormTest {
    @Test
    void groupsHoldTheirLayerNorms() {
        Map<String, float[]> parameters = new LinkedHashMap<>();
        for (String name : new String[]{"token_embedding.weight", "position_embedding.weight", "blocks.0.ln1.bias",
                "blocks.0.attention.qkv.weight", "blocks.0.attention.output.bias", "blocks.0.ln2.weight",
                "blocks.0.mlp.up.weight", "final_norm.weight", "head.weight"}) {
            parameters.put(name, new float[]{1});
        }
        WeightNorm norm = WeightNorm.of(parameters);
        assertThat(norm.total()).isEqualTo(3);
        assertThat(norm.byGroup()).containsExactly(Map.entry("embeddings", Math.sqrt(2)),
                Map.entry("blocks.0.attention", Math.sqrt(3)), Map.entry("blocks.0.mlp", Math.sqrt(2)),
                Map.entry("head", Math.sqrt(2)));
    }
}
