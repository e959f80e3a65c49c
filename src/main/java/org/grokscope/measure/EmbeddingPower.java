package org.grokscope.measure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.grokscope.task.Basis;
import org.jspecify.annotations.Nullable;

/** Share of the token embedding's power at each frequency 1..F; the shares sum to 1. */
public final class EmbeddingPower {
    /** How many even shares a key frequency holds at least: random vectors never give one so much. */
    private static final double KEY_SHARES = 2;

    /** Nothing was measured. */
    public static final EmbeddingPower NONE = new EmbeddingPower(new double[0]);

    private final double[] shares;

    /** @param shares the share of frequency k at index k-1 */
    public EmbeddingPower(double[] shares) {
        this.shares = shares.clone();
    }

    /**
     * Measures a token embedding: the power of its columns, in the Fourier basis by the discrete Fourier transform along
     * the tokens, summed over the columns, as a share of the sum over all frequencies.
     *
     * @param embedding (at least p, width), row by row; rows from p on are left out
     * @param basis of the p tokens
     */
    public static EmbeddingPower of(float[] embedding, Basis basis, int width) {
        double[] sum = new double[basis.frequencies()];
        for (int j = 0; j < width; j++) {
            double[] power = basis.power(column(embedding, j, basis.size(), width));
            for (int k = 0; k < sum.length; k++) {
                sum[k] += power[k];
            }
        }
        double total = Arrays.stream(sum).sum();
        return new EmbeddingPower(Arrays.stream(sum).map(power -> power / total).toArray());
    }

    private static double[] column(float[] rows, int column, int count, int width) {
        double[] values = new double[count];
        for (int row = 0; row < count; row++) {
            values[row] = rows[row * width + column];
        }
        return values;
    }

    /** Returns the number of frequencies, F; 0 when nothing was measured. */
    public int frequencies() {
        return shares.length;
    }

    /** Returns the share of frequency k, 1..F. */
    public double share(int k) {
        return shares[k - 1];
    }

    /** Returns all shares, that of frequency k at index k-1. */
    public double[] shares() {
        return shares.clone();
    }

    /** Returns the share each frequency would have if all had the same. */
    public double evenShare() {
        return 1.0 / shares.length;
    }

    /** Returns the strongest frequency, the lowest of equals. */
    public int strongest() {
        return strongestFirst().getFirst();
    }

    /** Returns the frequencies that hold at least twice an even share, the strongest first. */
    public List<Integer> keyFrequencies() {
        return strongestFirst().stream().filter(k -> share(k) >= KEY_SHARES * evenShare()).toList();
    }

    /** Returns the fewest frequencies that together hold at least this share. */
    public int fewestHolding(double share) {
        double held = 0;
        int count = 0;
        for (int k : strongestFirst()) {
            if (held >= share) {
                break;
            }
            held += share(k);
            count++;
        }
        return count;
    }

    /** Returns all frequencies, the strongest first; of equals the lowest. */
    List<Integer> strongestFirst() {
        return IntStream.rangeClosed(1, shares.length).boxed()
                .sorted(Comparator.comparingDouble((Integer k) -> -share(k))).toList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EmbeddingPower power && Arrays.equals(shares, power.shares);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(shares);
    }

    @Override
    public String toString() {
        return Arrays.toString(shares);
    }
}
