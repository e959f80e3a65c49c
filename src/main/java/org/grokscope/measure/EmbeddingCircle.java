package org.grokscope.measure;

import java.util.OptionalInt;
import org.grokscope.task.Basis;

/**
 * The tokens on the cosine–sine plane of a frequency k (src/site/markdown/science.md, section 4), in the Fourier basis:
 *
 * <pre>
 * u = Σ_a cos(2πka/p) E[a],   v = Σ_a sin(2πka/p) E[a],   orthonormalised;
 * token a sits at (E[a]·u, E[a]·v)
 * </pre>
 *
 * With a circuit on k the points lie on a circle about the origin, token a at the angle 2πka/p. The plane is chosen
 * after the embedding, so that even random vectors lean towards a ring; {@link #roundness} tells how far.
 */
public final class EmbeddingCircle {
    private final Basis basis;
    private final int frequency;
    private final double[] x;
    private final double[] y;
    private final double radius;

    private EmbeddingCircle(Basis basis, int frequency, double[] x, double[] y) {
        this.basis = basis;
        this.frequency = frequency;
        this.x = x;
        this.y = y;
        double sum = 0;
        for (int token = 0; token < x.length; token++) {
            sum += Math.hypot(x[token], y[token]);
        }
        this.radius = sum / x.length;
    }

    /**
     * Projects an embedding.
     *
     * @param embedding (at least p, width), row by row; rows from p on are left out
     * @param basis of the p tokens
     * @param frequency k, 1..F
     */
    static EmbeddingCircle of(float[] embedding, Basis basis, int width, int frequency) {
        if (frequency < 1 || frequency > basis.frequencies()) {
            throw new IllegalArgumentException("A frequency lies between 1 and " + basis.frequencies() + ".");
        }
        double[] cosine = wave(basis, frequency, 0);
        double[] sine = wave(basis, frequency, 1);
        double[] u = new double[width];
        double[] v = new double[width];
        for (int place = 0; place < cosine.length; place++) {
            int row = basis.value(place) * width;
            for (int j = 0; j < width; j++) {
                u[j] += cosine[place] * embedding[row + j];
                v[j] += sine[place] * embedding[row + j];
            }
        }
        normalise(u);
        double shared = dot(u, v);
        for (int j = 0; j < width; j++) {
            v[j] -= shared * u[j];
        }
        normalise(v);
        double[] x = new double[basis.size()];
        double[] y = new double[x.length];
        for (int token = 0; token < x.length; token++) {
            for (int j = 0; j < width; j++) {
                x[token] += embedding[token * width + j] * u[j];
                y[token] += embedding[token * width + j] * v[j];
            }
        }
        return new EmbeddingCircle(basis, frequency, x, y);
    }

    /**
     * Takes the tokens where they lie on a plane.
     *
     * @param basis of the p tokens
     * @param frequency k, 1..F
     * @param x along the cosine, one a token
     * @param y along the sine, one a token
     */
    public static EmbeddingCircle at(Basis basis, int frequency, double[] x, double[] y) {
        return new EmbeddingCircle(basis, frequency, x.clone(), y.clone());
    }

    /**
     * Returns the tokens on their straight way from here to another circle of the same frequency.
     *
     * @param share of the way, 0..1
     */
    public EmbeddingCircle towards(EmbeddingCircle other, double share) {
        double[] newX = new double[x.length];
        double[] newY = new double[y.length];
        for (int token = 0; token < x.length; token++) {
            newX[token] = x[token] + share * (other.x[token] - x[token]);
            newY[token] = y[token] + share * (other.y[token] - y[token]);
        }
        return new EmbeddingCircle(basis, frequency, newX, newY);
    }

    /** Returns a wave at each place; nothing where the frequency has none of that number. */
    private static double[] wave(Basis basis, int frequency, int number) {
        double[][] waves = basis.waves(frequency);
        return number < waves.length ? waves[number] : new double[basis.places()];
    }

    /** Returns k. */
    public int frequency() {
        return frequency;
    }

    /** Returns the number of tokens, p. */
    public int tokens() {
        return x.length;
    }

    /** Returns where a token lies along the cosine. */
    public double x(int token) {
        return x[token];
    }

    /** Returns where a token lies along the sine. */
    public double y(int token) {
        return y[token];
    }

    /**
     * Returns how far round the circle a token lies, as a share of a full turn: (k·a mod p)/p in the Fourier basis; NaN for
     * one that has no part in the basis.
     */
    public double turn(int token) {
        OptionalInt turn = basis.turn(frequency, token);
        return turn.isPresent() ? (double) turn.getAsInt() / basis.places() : Double.NaN;
    }

    /** Returns the greatest distance of a token from the origin. */
    public double extent() {
        double farthest = 0;
        for (int token = 0; token < x.length; token++) {
            farthest = Math.max(farthest, Math.hypot(x[token], y[token]));
        }
        return farthest;
    }

    /** Returns the mean distance of the tokens from the origin. */
    public double radius() {
        return radius;
    }

    /**
     * Returns how much of the points' scatter is one even turn at frequency k: with z = x + iy and Z its discrete
     * Fourier transform over the tokens, |Z(k)|² / Σ_{m≠0} |Z(m)|². It is 1 when all tokens lie on a circle at their
     * angles, and NaN when they all lie on one point.
     */
    public double roundness() {
        double[] cosines = wave(basis, frequency, 0);
        double[] sines = wave(basis, frequency, 1);
        int p = cosines.length;
        double meanX = 0;
        double meanY = 0;
        double real = 0;
        double imaginary = 0;
        double total = 0;
        for (int place = 0; place < p; place++) {
            int token = basis.value(place);
            double cosine = cosines[place];
            double sine = sines[place];
            meanX += x[token] / p;
            meanY += y[token] / p;
            real += x[token] * cosine + y[token] * sine;
            imaginary += y[token] * cosine - x[token] * sine;
            total += x[token] * x[token] + y[token] * y[token];
        }
        double scatter = total / p - meanX * meanX - meanY * meanY;
        return scatter > 0
                ? Math.clamp((real * real + imaginary * imaginary) / ((double) p * p) / scatter, 0, 1)
                : Double.NaN;
    }

    /** Gives a vector the length 1; one that is 0 stays so. */
    private static void normalise(double[] vector) {
        double length = Math.sqrt(dot(vector, vector));
        for (int j = 0; j < vector.length && length > 0; j++) {
            vector[j] /= length;
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }
}
