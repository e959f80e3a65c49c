package org.grokscope.measure;

/**
 * The inter/intra-class distance ratio, ILDR (arXiv 2604.20923; src/site/markdown/science.md, section 4b): the mean
 * squared distance between the centroids of two answers, over all pairs of answers, over the mean squared distance of a
 * vector to the centroid of its own answer. Large where vectors of one answer lie close together and far from the
 * others'.
 */
public final class DistanceRatio {
    private DistanceRatio() {}

    /**
     * Returns the ratio; NaN when fewer than two answers occur, or every vector lies on its centroid.
     *
     * <p>With N vectors x and n_c of them for answer c, and C answers that occur, the two means are
     *
     * <pre>
     * between = 2 (C Σ_c ‖μ_c‖² - ‖Σ_c μ_c‖²) / (C (C-1)),   within = (Σ ‖x‖² - Σ_c n_c ‖μ_c‖²) / N
     * </pre>
     *
     * @param sums (answers, d), row by row: the sum of the vectors of each answer
     * @param counts how many vectors each answer has
     * @param squares Σ ‖x‖² over all vectors
     */
    public static double of(double[] sums, double[] counts, double squares) {
        int width = sums.length / counts.length;
        double[] total = new double[width];
        double vectors = 0;
        double centroidSquares = 0;
        double weighted = 0;
        int answers = 0;
        for (int answer = 0; answer < counts.length; answer++) {
            if (counts[answer] > 0) {
                double norm = addCentroid(sums, answer * width, counts[answer], total);
                answers++;
                vectors += counts[answer];
                centroidSquares += norm;
                weighted += counts[answer] * norm;
            }
        }
        double within = squares - weighted;
        // What rounding leaves of vectors that lie on their centroids is no distance.
        if (answers < 2 || within <= 1e-12 * squares) {
            return Double.NaN;
        }
        double between = 2 * (answers * centroidSquares - squaredNorm(total)) / (answers * (answers - 1.0));
        return between * vectors / within;
    }

    /** Adds a centroid to the sum of all; returns its squared norm. */
    private static double addCentroid(double[] sums, int from, double count, double[] total) {
        double norm = 0;
        for (int i = 0; i < total.length; i++) {
            double value = sums[from + i] / count;
            total[i] += value;
            norm += value * value;
        }
        return norm;
    }

    private static double squaredNorm(double[] vector) {
        double sum = 0;
        for (double value : vector) {
            sum += value * value;
        }
        return sum;
    }
}
