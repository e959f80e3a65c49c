package org.grokscope.measure;

/** The vectors of the tokens 0..p-1 as a network holds them. */
public final class TokenEmbedding {
    private final float[] values;
    private final int p;
    private final int width;
    private final EmbeddingPower power;

    /**
     * Takes an embedding.
     *
     * @param values (at least p, width), row by row; rows from p on are left out
     */
    public TokenEmbedding(float[] values, int p, int width) {
        this.values = values.clone();
        this.p = p;
        this.width = width;
        this.power = EmbeddingPower.of(values, p, width);
    }

    /** Returns the number of tokens that are numbers, p. */
    public int p() {
        return p;
    }

    /** Returns the share of its power at each frequency. */
    public EmbeddingPower power() {
        return power;
    }

    /** Returns the tokens on a frequency's plane. */
    public EmbeddingCircle circle(int frequency) {
        return EmbeddingCircle.of(values, p, width, frequency);
    }
}
