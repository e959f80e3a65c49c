package org.grokscope.measure;

/** Share of the token embedding's power at each Fourier frequency 1..⌊p/2⌋; the shares sum to 1. */
public final class EmbeddingPower {
    /** Nothing was measured. */
    public static final EmbeddingPower NONE = new EmbeddingPower(new double[0]);

    private final double[] shares;

    /** @param shares the share of frequency k at index k-1 */
    public EmbeddingPower(double[] shares) {
        this.shares = shares.clone();
    }

    /** Returns the number of frequencies, ⌊p/2⌋; 0 when nothing was measured. */
    public int frequencies() {
        return shares.length;
    }

    /** Returns the share of frequency k, 1..⌊p/2⌋. */
    public double share(int k) {
        return shares[k - 1];
    }

    /** Returns all shares, that of frequency k at index k-1. */
    public double[] shares() {
        return shares.clone();
    }
}
