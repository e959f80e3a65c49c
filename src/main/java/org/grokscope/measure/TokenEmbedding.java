package org.grokscope.measure;

import org.grokscope.task.Basis;

/** The vectors of the tokens 0..p-1 as a network holds them. */
public final class TokenEmbedding {
    private final float[] values;
    private final Basis basis;
    private final int width;
    private final EmbeddingPower power;

    /**
     * Takes an embedding.
     *
     * @param values (at least p, width), row by row; rows from p on are left out
     * @param basis of the p tokens
     */
    public TokenEmbedding(float[] values, Basis basis, int width) {
        this(values, basis, width, EmbeddingPower.of(values, basis, width));
    }

    /** Takes an embedding whose power is known. */
    public TokenEmbedding(float[] values, Basis basis, int width, EmbeddingPower power) {
        this.values = values.clone();
        this.basis = basis;
        this.width = width;
        this.power = power;
    }

    /** Returns the number of tokens that are numbers, p. */
    public int p() {
        return basis.size();
    }

    /** Returns the share of its power at each frequency. */
    public EmbeddingPower power() {
        return power;
    }

    /** Returns the tokens on a frequency's plane. */
    public EmbeddingCircle circle(int frequency) {
        return EmbeddingCircle.of(values, basis, width, frequency);
    }
}
