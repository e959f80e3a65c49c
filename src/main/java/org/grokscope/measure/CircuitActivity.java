package org.grokscope.measure;

/**
 * What is seen in a network while it answers all pairs.
 *
 * @param site where the neurons are, for example {@code blocks.0.mlp.hidden}
 * @param neurons the frequencies that the site's neurons answer to
 * @param attention from the last position; no blocks in a network without attention
 * @param margins how sure it is of the right answer to each pair
 */
public record CircuitActivity(String site, FrequencySynchronization neurons, AttentionPattern attention,
        PairMargins margins) {}
