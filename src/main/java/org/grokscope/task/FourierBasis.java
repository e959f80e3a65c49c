package org.grokscope.task;

import java.util.Arrays;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The basis of a cyclic group: cos(2πkc/n) and sin(2πkc/n) for k = 1..⌊n/2⌋, c the place at which a value stands. The power
 * is |Σ_c x(c) e^(-2πikc/n)|². Where n is even, the last frequency has a cosine alone.
 */
public final class FourierBasis implements Basis {
    private static final Map<Integer, FourierBasis> NATURAL = new ConcurrentHashMap<>();

    private final int size;
    private final int[] order;
    /** What turns a value into its place, for example {@code log}; empty where the value is its place. */
    private final String place;
    private final int[] places;
    private final int n;
    private final int frequencies;
    /** Places c and n - c that are two. */
    private final int pairs;
    private final double[] cosines;
    private final double[] sines;
    /** For many signals, made when first asked for. */
    private volatile @Nullable Folded folded;

    /**
     * Waves at the places that are not folded onto others.
     *
     * @param cosines (F, F)
     * @param sines (F, pairs)
     */
    private record Folded(double[][] cosines, double[][] sines) {}

    private FourierBasis(int size, int[] order, String place) {
        this.size = size;
        this.order = order.clone();
        this.place = place;
        this.n = order.length;
        this.frequencies = n / 2;
        this.pairs = (n - 1) / 2;
        this.places = new int[size];
        Arrays.fill(places, -1);
        cosines = new double[n];
        sines = new double[n];
        for (int i = 0; i < n; i++) {
            places[order[i]] = i;
            cosines[i] = Math.cos(2 * Math.PI * i / n);
            sines[i] = 2 * i == n ? 0 : Math.sin(2 * Math.PI * i / n);
        }
    }

    /** Returns the basis of the values 0..n-1 as they are, those of addition modulo n. */
    public static FourierBasis of(int n) {
        return NATURAL.computeIfAbsent(n, _ -> new FourierBasis(n, IntStream.range(0, n).toArray(), ""));
    }

    /**
     * Returns the basis of values in another order.
     *
     * @param size how many values there are
     * @param order which of them have a part, at least 2, each once, as they follow each other in the group
     * @param place the sign of the function from a value to its place, for example {@code log}
     */
    public static FourierBasis of(int size, int[] order, String place) {
        return new FourierBasis(size, order, place);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int places() {
        return n;
    }

    @Override
    public int value(int place) {
        return order[place];
    }

    @Override
    public int frequencies() {
        return frequencies;
    }

    @Override
    public double[][] waves(int frequency) {
        double[] cosine = new double[n];
        double[] sine = new double[n];
        for (int place = 0; place < n; place++) {
            int turn = turnAt(frequency, place);
            cosine[place] = cosines[turn];
            sine[place] = sines[turn];
        }
        return 2 * frequency == n ? new double[][]{cosine} : new double[][]{cosine, sine};
    }

    @Override
    public double squaredNorm(int frequency) {
        return 2 * frequency == n ? n : n / 2.0;
    }

    @Override
    public OptionalInt turn(int frequency, int value) {
        int place = places[value];
        return place < 0 ? OptionalInt.empty() : OptionalInt.of(turnAt(frequency, place));
    }

    @Override
    public String turnFormula(int frequency, String value) {
        String argument = place.isEmpty() ? value : place + "\u00a0" + value;
        return (frequency == 1 ? "" : frequency + "\u00b7") + argument + "\u00a0mod\u00a0" + n;
    }

    private int turnAt(int frequency, int place) {
        return (int) ((long) frequency * place % n);
    }

    @Override
    public double[] power(double[] signal) {
        // Cosines are the same at c and n - c, sines the opposite: half the products are enough.
        double[] even = new double[frequencies];
        double[] odd = new double[pairs];
        for (int c = 1; c <= pairs; c++) {
            double one = signal[order[c]];
            double other = signal[order[n - c]];
            even[c - 1] = one + other;
            odd[c - 1] = one - other;
        }
        if (pairs < frequencies) {
            even[pairs] = signal[order[frequencies]];
        }
        double[] power = new double[frequencies];
        for (int k = 1; k <= frequencies; k++) {
            double real = signal[order[0]];
            double imaginary = 0;
            int phase = 0;
            for (int c = 0; c < pairs; c++) {
                phase = after(phase, k);
                real += even[c] * cosines[phase];
                imaginary += odd[c] * sines[phase];
            }
            if (pairs < frequencies) {
                real += even[pairs] * cosines[after(phase, k)];
            }
            power[k - 1] = real * real + imaginary * imaginary;
        }
        return power;
    }

    private int after(int phase, int k) {
        int next = phase + k;
        return next >= n ? next - n : next;
    }

    /**
     * {@inheritDoc}
     *
     * <p>
     * Every row is an array of its own and every loop over a row indexes all arrays alike: only then can the compiler tell
     * that rows do not overlap, and use the processor's vectors. It is twice as fast.
     */
    @Override
    public double[][] powers(double[][] rows) {
        int signals = rows[0].length;
        double[][] even = new double[frequencies][signals];
        double[][] odd = new double[pairs][signals];
        for (int c = 1; c <= pairs; c++) {
            fold(rows[c], rows[n - c], even[c - 1], odd[c - 1]);
        }
        if (pairs < frequencies) {
            even[pairs] = rows[frequencies];
        }
        Folded waves = folded();
        double[][] powers = new double[frequencies][];
        for (int k = 0; k < frequencies; k++) {
            double[] real = rows[0].clone();
            double[] imaginary = new double[signals];
            addProduct(real, waves.cosines()[k], even);
            addProduct(imaginary, waves.sines()[k], odd);
            addSquares(real, imaginary);
            powers[k] = real;
        }
        return powers;
    }

    private Folded folded() {
        Folded made = folded;
        if (made == null) {
            made = new Folded(new double[frequencies][frequencies], new double[frequencies][pairs]);
            for (int k = 1; k <= frequencies; k++) {
                for (int c = 1; c <= frequencies; c++) {
                    made.cosines()[k - 1][c - 1] = cosines[turnAt(k, c)];
                }
                for (int c = 1; c <= pairs; c++) {
                    made.sines()[k - 1][c - 1] = sines[turnAt(k, c)];
                }
            }
            folded = made;
        }
        return made;
    }

    private static void fold(double[] one, double[] other, double[] even, double[] odd) {
        for (int i = 0; i < one.length; i++) {
            even[i] = one[i] + other[i];
        }
        for (int i = 0; i < one.length; i++) {
            odd[i] = one[i] - other[i];
        }
    }

    /** Adds Σ_c factors(c) · rows(c) to a row, four terms at once: the sum is loaded and stored less often. */
    private static void addProduct(double[] sum, double[] factors, double[][] rows) {
        int c = 0;
        for (; c + 4 <= rows.length; c += 4) {
            add(sum, factors[c], rows[c], factors[c + 1], rows[c + 1], factors[c + 2], rows[c + 2], factors[c + 3],
                    rows[c + 3]);
        }
        for (; c < rows.length; c++) {
            add(sum, factors[c], rows[c]);
        }
    }

    private static void add(double[] sum, double a, double[] x, double b, double[] y, double c, double[] z, double d,
            double[] w) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += a * x[i] + b * y[i] + c * z[i] + d * w[i];
        }
    }

    private static void add(double[] sum, double a, double[] x) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += a * x[i];
        }
    }

    private static void addSquares(double[] real, double[] imaginary) {
        for (int i = 0; i < real.length; i++) {
            real[i] = real[i] * real[i] + imaginary[i] * imaginary[i];
        }
    }
}
