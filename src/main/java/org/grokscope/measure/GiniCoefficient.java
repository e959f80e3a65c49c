package org.grokscope.measure;

import java.util.Arrays;

/**
 * How unevenly something is shared: 0 when all have the same, (F-1)/F when one has it all
 * (src/site/markdown/science.md, section 4b). Of the embedding power it says how few frequencies the embedding uses
 * (Nanda et al., arXiv 2301.05217).
 *
 * <pre>
 * G = 2 Σ_i i·x_(i) / (F Σ x) - (F+1)/F,   x_(1) ≤ … ≤ x_(F)
 * </pre>
 */
public final class GiniCoefficient {
    private GiniCoefficient() {}

    /**
     * Returns the coefficient; NaN when there is nothing to share.
     *
     * @param amounts none under 0, in any order
     */
    public static double of(double[] amounts) {
        double[] ascending = amounts.clone();
        Arrays.sort(ascending);
        double sum = 0;
        double weighted = 0;
        for (int i = 0; i < ascending.length; i++) {
            sum += ascending[i];
            weighted += (i + 1) * ascending[i];
        }
        return sum > 0
                ? 2 * weighted / (ascending.length * sum) - (ascending.length + 1.0) / ascending.length
                : Double.NaN;
    }
}
