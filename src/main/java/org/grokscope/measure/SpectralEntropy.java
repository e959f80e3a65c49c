package org.grokscope.measure;

import java.util.Arrays;

/**
 * In how many directions vectors spread (arXiv 2604.13123; src/site/markdown/science.md, section 4b): the entropy of
 * the eigenvalues of their covariance, each as a share s of their sum, over that of d equal ones.
 *
 * <pre>
 * H = -Σ s ln s / ln d
 * </pre>
 *
 * 1 when all directions are alike, 0 when there is only one. Here the vectors are those that enter the head, of all
 * pairs.
 */
public final class SpectralEntropy {
    private SpectralEntropy() {}

    /**
     * Returns the entropy; NaN when the vectors do not differ.
     *
     * @param eigenvalues d of them, at least 2; rounding may put some under 0, which count as 0
     */
    public static double of(double[] eigenvalues) {
        double sum = Arrays.stream(eigenvalues).map(value -> Math.max(0, value)).sum();
        if (!(sum > 0)) {
            return Double.NaN;
        }
        double entropy = 0;
        for (double value : eigenvalues) {
            if (value > 0) {
                entropy -= value / sum * Math.log(value / sum);
            }
        }
        return entropy / Math.log(eigenvalues.length);
    }
}
