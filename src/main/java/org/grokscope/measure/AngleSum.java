package org.grokscope.measure;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Two tokens added as angles on a circle (src/site/markdown/science.md, section 4): each token's angle is where it lies, and
 * not where it should lie. On a clean circle the sum points at the answer; on a cloud it points anywhere.
 *
 * @param first the angle of a in radians
 * @param second the angle of b, turned the other way for a difference
 * @param circle where the tokens lie
 */
public record AngleSum(double first, double second, EmbeddingCircle circle) {
    /**
     * Adds two tokens.
     *
     * @param sign 1 for a sum, -1 for a difference
     */
    public static AngleSum of(EmbeddingCircle circle, int a, int b, int sign) {
        return new AngleSum(angle(circle, a), sign * angle(circle, b), circle);
    }

    private static double angle(EmbeddingCircle circle, int token) {
        return Math.atan2(circle.y(token), circle.x(token));
    }

    /** Returns the angle that the sum points at, in radians. */
    public double sum() {
        return first + second;
    }

    /** Returns how far a token lies beside the direction of the sum, in degrees from 0 to 180. */
    public double off(int token) {
        double turns = (angle(circle, token) - sum()) / (2 * Math.PI);
        return Math.abs(turns - Math.rint(turns)) * 360;
    }

    /** Returns the tokens that lie nearest to the direction of the sum, the nearest first. */
    public List<Integer> nearest(int count) {
        double[] off = IntStream.range(0, circle.tokens()).mapToDouble(this::off).toArray();
        return IntStream.range(0, off.length).boxed().sorted(Comparator.comparingDouble(token -> off[token]))
                .limit(count).toList();
    }
}
