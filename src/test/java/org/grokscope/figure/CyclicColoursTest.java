package org.grokscope.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import org.junit.jupiter.api.Test;

class CyclicColoursTest {
    @Test
    void theEndsMeet() {
        assertThat(CyclicColours.at(0)).isEqualTo(CyclicColours.at(1));
    }

    @Test
    void noColourLeavesWhatAScreenCanShow() {
        for (int i = 0; i < 360; i++) {
            Color colour = CyclicColours.at(i / 360.0);
            assertThat(new int[]{colour.getRed(), colour.getGreen(), colour.getBlue()}).doesNotContain(0, 255);
        }
    }

    @Test
    void equalTurnsLookEquallyDifferent() {
        double least = Double.MAX_VALUE;
        double most = 0;
        for (int i = 0; i < 24; i++) {
            double difference = difference(CyclicColours.at(i / 24.0), CyclicColours.at((i + 1) / 24.0));
            least = Math.min(least, difference);
            most = Math.max(most, difference);
        }
        assertThat(most / least).isLessThan(1.2);
    }

    /** Distance in Oklab. */
    private static double difference(Color one, Color other) {
        double[] a = lab(one);
        double[] b = lab(other);
        return Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
    }

    private static double[] lab(Color colour) {
        double r = linear(colour.getRed());
        double g = linear(colour.getGreen());
        double b = linear(colour.getBlue());
        double l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
        double m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
        double s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
        return new double[]{0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
                1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
                0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
    }

    private static double linear(int value) {
        double encoded = value / 255.0;
        return encoded <= 0.04045 ? encoded / 12.92 : Math.pow((encoded + 0.055) / 1.055, 2.4);
    }
}
