package org.grokscope.measure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a network can still do when one part of it says nothing: accuracy over all p² pairs with the output of a block's
 * attention or MLP set to zero (src/site/markdown/science.md, section 4).
 *
 * @param intact accuracy of the whole network, 0 to 1
 * @param without accuracy without each part, named {@code blocks.0.attention}, {@code blocks.0.mlp} and so on, in the
 *        network's order
 */
public record Ablation(double intact, Map<String, Double> without) {
    public Ablation {
        without = Collections.unmodifiableMap(new LinkedHashMap<>(without));
    }
}
