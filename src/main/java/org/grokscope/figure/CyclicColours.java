package org.grokscope.figure;

import java.awt.Color;

/**
 * Colours of places on a circle: rose, ochre, teal, blue and back to rose. They lie on a circle in the Oklab colour
 * space (B. Ottosson, 2020), so that equal turns look equally different; the circle is tilted towards lightness, so that
 * people who do not see red and green apart still see it go round.
 */
final class CyclicColours {
    private static final double LIGHTNESS = 0.66;
    private static final double RADIUS = 0.13;
    /** How much of the first direction is lightness; the rest of it goes from green to red. */
    private static final double TILT = 0.7;

    private CyclicColours() {}

    /** Returns the colour of a place; 0 and 1 are the same. */
    static Color at(double turn) {
        double first = RADIUS * Math.cos(2 * Math.PI * turn);
        double second = RADIUS * Math.sin(2 * Math.PI * turn);
        return rgb(LIGHTNESS + TILT * first, Math.sqrt(1 - TILT * TILT) * first, second);
    }

    private static Color rgb(double lightness, double greenRed, double blueYellow) {
        double l = cube(lightness + 0.3963377774 * greenRed + 0.2158037573 * blueYellow);
        double m = cube(lightness - 0.1055613458 * greenRed - 0.0638541728 * blueYellow);
        double s = cube(lightness - 0.0894841775 * greenRed - 1.2914855480 * blueYellow);
        return new Color(encoded(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
                encoded(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
                encoded(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s));
    }

    private static double cube(double value) {
        return value * value * value;
    }

    private static int encoded(double linear) {
        double value = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
        return (int) Math.round(255 * Math.clamp(value, 0, 1));
    }
}
