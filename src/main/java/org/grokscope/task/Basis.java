package org.grokscope.task;

import java.util.OptionalInt;

/**
 * What a signal over the values of a task, its tokens or answers, is a sum of: for each frequency k = 1..F some
 * orthogonal waves. The constant is none of them. Neurons agree, embeddings have power and circles are drawn in the basis
 * of the task.
 *
 * <p>
 * The values that have a part stand in an order of the basis's own, at the places 0..n-1.
 */
public interface Basis {
    /** Returns how many values there are, 0..size-1, those without a part among them. */
    int size();

    /** Returns how many values have a part, n. */
    int places();

    /** Returns the value at a place. */
    int value(int place);

    /** Returns the number of frequencies, F. */
    int frequencies();

    /**
     * Returns the waves of a frequency, all of one length: what a circle's cosine is comes first, its sine second.
     *
     * @param frequency k, 1..F
     * @return (waves, n), at each place
     */
    double[][] waves(int frequency);

    /** Returns the sum of the squares of a wave of frequency k, 1..F. */
    double squaredNorm(int frequency);

    /**
     * Returns how far round the circle of a frequency a value lies, in n-ths of a turn; empty where it has no part, or the
     * frequency has no circle.
     *
     * @param frequency k, 1..F
     */
    OptionalInt turn(int frequency, int value);

    /**
     * Returns how {@link #turn} comes from a value, in signs, for example {@code 3·a mod 97}.
     *
     * @param frequency k, 1..F
     * @param value what stands for the value, for example {@code a}
     */
    String turnFormula(int frequency, String value);

    /** Returns whether a frequency turns values on a circle; {@link #turn} is empty where none does. */
    default boolean circular() {
        return true;
    }

    /**
     * Returns what people call a frequency.
     *
     * @param frequency k, 1..F
     */
    default String name(int frequency) {
        return Integer.toString(frequency);
    }

    /**
     * Returns how a frequency is spoken of, for example {@code k = 14}.
     *
     * @param frequency k, 1..F
     */
    default String label(int frequency) {
        return circular() ? "k = " + frequency : name(frequency);
    }

    /** Returns what people call so many of its frequencies: {@code frequency} or {@code frequencies}. */
    default String word(int count) {
        return count == 1 ? "frequency" : "frequencies";
    }

    /**
     * Returns the power of a signal: the sum of the squares of its products with the waves of frequency k+1 at index k.
     *
     * @param signal one number a value
     */
    default double[] power(double[] signal) {
        double[][] rows = new double[places()][];
        for (int place = 0; place < rows.length; place++) {
            rows[place] = new double[]{signal[value(place)]};
        }
        double[] power = new double[frequencies()];
        double[][] column = powers(rows);
        for (int k = 0; k < power.length; k++) {
            power[k] = column[k][0];
        }
        return power;
    }

    /**
     * Returns the powers of several signals.
     *
     * @param rows (n, signals): one number a place
     * @return (F, signals), the caller's to change
     */
    default double[][] powers(double[][] rows) {
        double[][] powers = new double[frequencies()][rows[0].length];
        for (int k = 0; k < powers.length; k++) {
            for (double[] wave : waves(k + 1)) {
                for (int i = 0; i < powers[k].length; i++) {
                    double product = 0;
                    for (int place = 0; place < wave.length; place++) {
                        product += wave[place] * rows[place][i];
                    }
                    powers[k][i] += product * product;
                }
            }
        }
        return powers;
    }
}
