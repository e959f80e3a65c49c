package org.grokscope.settings;

/**
 * Where a run's randomness comes from.
 *
 * @param seed draws the initial weights and the split
 * @param dataSeed draws the order of the batches
 */
public record Seeds(long seed, long dataSeed) {
    /** Seed 42 for both. */
    public static final Seeds DEFAULT = new Seeds(42, 42);
}
