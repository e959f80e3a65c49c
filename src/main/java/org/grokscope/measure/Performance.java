package org.grokscope.measure;

/**
 * How well the network answers, over all its training and all its validation pairs. NaN where it was not measured or
 * is not finite.
 *
 * @param trainLoss mean cross-entropy in nats
 * @param trainAccuracy share of right answers, 0 to 1; of equal logits the lowest answer counts
 * @param validationLoss mean cross-entropy in nats
 * @param validationAccuracy share of right answers, 0 to 1
 */
public record Performance(double trainLoss, double trainAccuracy, double validationLoss, double validationAccuracy) {}
