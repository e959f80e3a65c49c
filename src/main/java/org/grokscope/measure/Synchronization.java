package org.grokscope.measure;

/**
 * How far the neurons of a site agree on a frequency. Numbers are NaN, and the frequency 0, where there is nothing to
 * say: all neurons are inactive, or it was not measured.
 *
 * @param fsd Frequency Synchronization Degree for K = 1; 1 is all neurons on one frequency
 * @param peakFrequency the frequency most neurons have settled on, 1..⌊p/2⌋
 * @param fsdNull95 95% point of the FSD under the null hypothesis
 * @param medianRank median Fourier rank of the neurons that are not inactive
 * @param rankOneShare share of those neurons whose Fourier rank is 1
 */
public record Synchronization(double fsd, int peakFrequency, double fsdNull95, double medianRank,
        double rankOneShare) {
    /** Nothing was measured. */
    public static final Synchronization NONE = new Synchronization(Double.NaN, 0, Double.NaN, Double.NaN, Double.NaN);

    /** Returns the same with the null hypothesis not measured. */
    Synchronization withoutBand() {
        return new Synchronization(fsd, peakFrequency, Double.NaN, medianRank, rankOneShare);
    }
}
