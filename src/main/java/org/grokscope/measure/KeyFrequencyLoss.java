package org.grokscope.measure;

/**
 * What the network can do with its key frequencies alone, and without them: hidden-layer analogues of the measures of
 * Nanda et al. (arXiv 2301.05217). NaN where not measured.
 *
 * @param restricted loss in nats over all pairs, with only the key frequencies kept
 * @param excluded loss in nats over the training pairs, with the key frequencies taken out
 */
public record KeyFrequencyLoss(double restricted, double excluded) {
    /** Nothing was measured. */
    public static final KeyFrequencyLoss NONE = new KeyFrequencyLoss(Double.NaN, Double.NaN);
}
