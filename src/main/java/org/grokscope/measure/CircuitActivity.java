package org.grokscope.measure;

import java.util.Optional;

/**
 * What is seen in a network while it answers all pairs.
 *
 * @param site where the neurons are, for example {@code blocks.0.mlp.hidden}
 * @param neurons the frequencies that the site's neurons answer to
 * @param attention from the last position; no blocks in a network without attention
 * @param margins how sure it is of the right answer to each pair
 * @param phases which answers the last block's neurons are active for and push; empty where it has no MLP, or the answers
 *        lie on no circle
 */
public record CircuitActivity(String site, FrequencySynchronization neurons, AttentionPattern attention,
        PairMargins margins, Optional<NeuronPhases> phases) {}
