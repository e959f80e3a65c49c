package org.grokscope.measure;

/**
 * What was measured at one step: a line of metrics.jsonl. The evaluation at step t comes after t updates.
 *
 * @param step updates taken so far
 * @param wallMillis training time of the run so far, in milliseconds, pauses left out
 * @param weightDecay λ in force at the next update
 * @param stepsPerSecond speed since the evaluation before; NaN at the first
 */
public record Evaluation(int step, long wallMillis, Performance performance, Synchronization synchronization,
        KeyFrequencyLoss keyFrequencyLoss, WeightNorm weightNorm, EmbeddingPower embeddingPower, double weightDecay,
        double stepsPerSecond) {
    /**
     * Returns whether two evaluations agree to the last bit in all but times and speeds. The null band, restricted and
     * excluded loss count only where both have them: runs written before they were measured have none.
     */
    public boolean sameNumbersAs(Evaluation other) {
        return comparableTo(other).equals(other.comparableTo(this));
    }

    private Evaluation comparableTo(Evaluation other) {
        boolean band = !Double.isNaN(other.synchronization.fsdNull95());
        boolean losses = !other.keyFrequencyLoss.equals(KeyFrequencyLoss.NONE);
        return new Evaluation(step, 0, performance, band ? synchronization : synchronization.withoutBand(),
                losses ? keyFrequencyLoss : KeyFrequencyLoss.NONE, weightNorm, embeddingPower, weightDecay, 0);
    }

    /** Returns this evaluation with another λ. */
    public Evaluation withWeightDecay(double other) {
        return new Evaluation(step, wallMillis, performance, synchronization, keyFrequencyLoss, weightNorm,
                embeddingPower, other, stepsPerSecond);
    }
}
