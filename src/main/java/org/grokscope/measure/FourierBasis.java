package org.grokscope.measure;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Power spectra over the cyclic group of p answers: |Σ_c x(c) e^(-2πikc/p)|² for k = 1..⌊p/2⌋. */
final class FourierBasis {
    private static final Map<Integer, FourierBasis> BY_P = new ConcurrentHashMap<>();

    private final int p;
    private final double[] cosines;
    private final double[] sines;

    private FourierBasis(int p) {
        this.p = p;
        cosines = new double[p];
        sines = new double[p];
        for (int i = 0; i < p; i++) {
            cosines[i] = Math.cos(2 * Math.PI * i / p);
            sines[i] = Math.sin(2 * Math.PI * i / p);
        }
    }

    /** Returns the basis of p answers. */
    static FourierBasis of(int p) {
        return BY_P.computeIfAbsent(p, FourierBasis::new);
    }

    /** Returns the power of a signal of length p at frequency k+1 at index k. */
    double[] power(double[] signal) {
        // Cosines are the same at c and p - c, sines the opposite: half the products are enough; p is odd.
        double[] power = new double[p / 2];
        double[] even = new double[power.length];
        double[] odd = new double[power.length];
        for (int c = 1; c <= power.length; c++) {
            even[c - 1] = signal[c] + signal[p - c];
            odd[c - 1] = signal[c] - signal[p - c];
        }
        for (int k = 1; k <= power.length; k++) {
            double real = signal[0];
            double imaginary = 0;
            int phase = 0;
            for (int c = 0; c < even.length; c++) {
                phase += k;
                if (phase >= p) {
                    phase -= p;
                }
                real += even[c] * cosines[phase];
                imaginary += odd[c] * sines[phase];
            }
            power[k - 1] = real * real + imaginary * imaginary;
        }
        return power;
    }
}
