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
        double[] power = new double[p / 2];
        for (int k = 1; k <= power.length; k++) {
            double real = 0;
            double imaginary = 0;
            int phase = 0;
            for (int c = 0; c < p; c++) {
                real += signal[c] * cosines[phase];
                imaginary -= signal[c] * sines[phase];
                phase += k;
                if (phase >= p) {
                    phase -= p;
                }
            }
            power[k - 1] = real * real + imaginary * imaginary;
        }
        return power;
    }
}
