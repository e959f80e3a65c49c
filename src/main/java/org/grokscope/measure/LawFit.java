package org.grokscope.measure;

import java.util.Optional;

/**
 * The law fitted to the mean delays of at least two λ.
 *
 * @param paper the paper's estimator, the mean of λ·Δt
 * @param perDraw every draw fitted by itself; none when no draw has grokked at each of the λ
 */
public record LawFit(InverseLaw paper, InverseLaw leastSquares, LogLogSlope slope, Optional<PerDraw> perDraw) {
    /**
     * The range of R² over draws, each fitted by itself with the paper's estimator.
     *
     * @param draws that grokked at every λ at which any did
     */
    public record PerDraw(int draws, double leastR2, double greatestR2) {}
}
