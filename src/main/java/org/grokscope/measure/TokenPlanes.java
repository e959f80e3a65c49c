package org.grokscope.measure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.grokscope.task.Basis;

/**
 * The tokens on the planes of several frequencies at one evaluation (src/site/markdown/science.md, section 4), 16 bits a
 * coordinate: what an {@link EmbeddingCircle} says, to half of one 32,767th of the plane's greatest coordinate.
 */
public final class TokenPlanes {
    /** What the planes of one evaluation take at most where they are kept, in bytes. */
    public static final int MOST_BYTES = 25_000;

    private static final int BYTES_BESIDES = 12;
    private static final int BYTES_A_PLANE = 8;
    private static final int BYTES_A_TOKEN = 4;
    /** Half a step of the grid, and a little for the rounding of the scale. */
    private static final double NEAR = 0.51;

    private final int step;
    private final int peak;
    private final List<Plane> planes;

    /**
     * One plane.
     *
     * @param frequency k, 1..F
     * @param scale what one unit of the coordinates is; NaN where the embedding was not finite
     * @param coordinates x and y of token a at index 2a and 2a + 1
     */
    public record Plane(int frequency, float scale, short[] coordinates) {
        private static Plane of(EmbeddingCircle circle) {
            double greatest = 0;
            for (int token = 0; token < circle.tokens(); token++) {
                greatest = Math.max(greatest, Math.max(Math.abs(circle.x(token)), Math.abs(circle.y(token))));
            }
            float scale = (float) (greatest / Short.MAX_VALUE);
            short[] coordinates = new short[2 * circle.tokens()];
            for (int token = 0; token < circle.tokens(); token++) {
                coordinates[2 * token] = rounded(circle.x(token), scale);
                coordinates[2 * token + 1] = rounded(circle.y(token), scale);
            }
            return new Plane(circle.frequency(), scale, coordinates);
        }

        private static short rounded(double value, float scale) {
            return scale > 0 ? (short) Math.clamp(Math.round(value / scale), -Short.MAX_VALUE, Short.MAX_VALUE) : 0;
        }

        /** Returns whether a circle is what this plane was made of, as far as it can tell. */
        public boolean near(EmbeddingCircle circle) {
            double grid = NEAR * scale;
            for (int token = 0; token < circle.tokens(); token++) {
                if (Math.abs(circle.x(token) - (double) scale * coordinates[2 * token]) > grid
                        || Math.abs(circle.y(token) - (double) scale * coordinates[2 * token + 1]) > grid) {
                    return false;
                }
            }
            return circle.tokens() * 2 == coordinates.length;
        }

        /**
         * Returns the tokens where the plane has them.
         *
         * @param basis of the tokens
         */
        public EmbeddingCircle circle(Basis basis) {
            double[] x = new double[coordinates.length / 2];
            double[] y = new double[x.length];
            for (int token = 0; token < x.length; token++) {
                x[token] = (double) scale * coordinates[2 * token];
                y[token] = (double) scale * coordinates[2 * token + 1];
            }
            return EmbeddingCircle.at(basis, frequency, x, y);
        }
    }

    /**
     * Takes planes.
     *
     * @param peak the frequency that most neurons settled on; 0 when there is none
     */
    public TokenPlanes(int step, int peak, List<Plane> planes) {
        this.step = step;
        this.peak = peak;
        this.planes = List.copyOf(planes);
    }

    /**
     * Projects an embedding: on the plane of the neurons' peak first, then on those of its own strongest frequencies, as many
     * as there is room for.
     *
     * @param peak the frequency that most neurons settled on; 0 when there is none
     */
    public static TokenPlanes of(int step, TokenEmbedding embedding, int peak) {
        Set<Integer> frequencies = new LinkedHashSet<>();
        if (peak > 0) {
            frequencies.add(peak);
        }
        frequencies.addAll(embedding.power().strongestFirst());
        List<Plane> planes = new ArrayList<>();
        frequencies.stream().limit(count(embedding.p(), embedding.power().frequencies()))
                .forEach(k -> planes.add(Plane.of(embedding.circle(k))));
        return new TokenPlanes(step, peak, planes);
    }

    /** Returns how many planes an evaluation has: all of them where {@value #MOST_BYTES} bytes are enough. */
    public static int count(int tokens, int frequencies) {
        return Math.min(frequencies, (MOST_BYTES - BYTES_BESIDES) / (BYTES_A_PLANE + BYTES_A_TOKEN * tokens));
    }

    /** Returns the step of the evaluation. */
    public int step() {
        return step;
    }

    /** Returns the frequency that most neurons settled on; 0 when there is none. */
    public int peak() {
        return peak;
    }

    /** Returns the planes: that of the peak first, then the strongest of the embedding. */
    public List<Plane> planes() {
        return planes;
    }
}
