package org.grokscope.figure;

import java.util.Arrays;
import java.util.List;

/**
 * One chart as numbers, for a program that draws it itself: what stands on its axes, and in which looks.
 *
 * @param title along the vertical axis, with the unit
 * @param logarithmic whether its values are laid out by powers of ten
 * @param low the lower end of the vertical axis; NaN leaves it to whoever draws
 * @param high the upper end
 * @param curves from the back to the front; those without a number are left out
 * @param levels lines across
 * @param heat whether it is a heat map, which no curve tells
 */
public record CurveAxis(String title, boolean logarithmic, double low, double high, List<Curve> curves,
        List<Level> levels, boolean heat) {
    /**
     * A curve.
     *
     * @param run whose it is, by its id
     * @param name of what is drawn
     * @param label in the key
     * @param width of the line in units of a page
     * @param steps ascending
     * @param values at the steps; NaN is a gap
     */
    public record Curve(String run, String name, String label, SeriesStyle style, float width, double[] steps,
            double[] values) {
        /** Returns the same under another label; an empty one is not in the key. */
        public Curve called(String other) {
            return new Curve(run, name, other, style, width, steps, values);
        }
    }

    /** A line across at a value. */
    public record Level(double value, SeriesStyle style) {}

    public CurveAxis {
        curves = curves.stream().filter(curve -> Arrays.stream(curve.values()).anyMatch(Double::isFinite)).toList();
        levels = List.copyOf(levels);
    }
}
