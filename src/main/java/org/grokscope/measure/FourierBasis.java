package org.grokscope.measure;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Power spectra over a cyclic group of n elements: |Σ_c x(c) e^(-2πikc/n)|² for k = 1..⌊n/2⌋. */
final class FourierBasis {
    private static final Map<Integer, FourierBasis> BY_LENGTH = new ConcurrentHashMap<>();

    private final int n;
    private final double[] cosines;
    private final double[] sines;

    private FourierBasis(int n) {
        this.n = n;
        cosines = new double[n];
        sines = new double[n];
        for (int i = 0; i < n; i++) {
            cosines[i] = Math.cos(2 * Math.PI * i / n);
            sines[i] = Math.sin(2 * Math.PI * i / n);
        }
    }

    /** Returns the basis of n elements. */
    static FourierBasis of(int n) {
        return BY_LENGTH.computeIfAbsent(n, FourierBasis::new);
    }

    /** Returns the power of a signal of length n at frequency k+1 at index k. */
    double[] power(double[] signal) {
        // Cosines are the same at c and n - c, sines the opposite: half the products are enough.
        double[] power = new double[n / 2];
        double[] even = new double[(n - 1) / 2];
        double[] odd = new double[even.length];
        for (int c = 1; c <= even.length; c++) {
            even[c - 1] = signal[c] + signal[n - c];
            odd[c - 1] = signal[c] - signal[n - c];
        }
        // What is its own opposite: 0, and n/2 where that is whole.
        double middle = n % 2 == 0 ? signal[n / 2] : 0;
        for (int k = 1; k <= power.length; k++) {
            double real = signal[0] + (k % 2 == 0 ? middle : -middle);
            double imaginary = 0;
            int phase = 0;
            for (int c = 0; c < even.length; c++) {
                phase += k;
                if (phase >= n) {
                    phase -= n;
                }
                real += even[c] * cosines[phase];
                imaginary += odd[c] * sines[phase];
            }
            power[k - 1] = real * real + imaginary * imaginary;
        }
        return power;
    }
}
