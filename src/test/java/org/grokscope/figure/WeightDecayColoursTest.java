package org.grokscope.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WeightDecayColoursTest {
    private static final double[] USUAL = {1, 2, 3, 5, 10};
    /** What differs by this much is told apart at a glance (CIE 1976 ΔE). */
    private static final double CLEARLY = 20;
    /** Seeing without the red, the green or the blue receptors (Machado et al. 2009, severity 1), on linear light. */
    private static final double[][] PROTAN = {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216},
            {-0.003882, -0.048116, 1.051998}};
    private static final double[][] DEUTAN = {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413},
            {-0.011820, 0.042940, 0.968881}};
    private static final double[][] TRITAN = {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602},
            {0.004733, 0.691367, 0.303900}};
    private static final double[][] ALL = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};

    static Stream<double[][]> visions() {
        return Stream.of(ALL, PROTAN, DEUTAN, TRITAN);
    }

    @ParameterizedTest
    @MethodSource("visions")
    void theUsualOnesAndTheControlKeepApartInEveryColourVision(double[][] vision) {
        List<Color> colours = colours();
        for (int i = 0; i < colours.size(); i++) {
            for (int j = 0; j < i; j++) {
                double[] one = lab(colours.get(i), vision);
                double[] other = lab(colours.get(j), vision);
                assertThat(Math.hypot(Math.hypot(one[0] - other[0], one[1] - other[1]), one[2] - other[2]))
                        .as("%s and %s", colours.get(i), colours.get(j)).isGreaterThan(CLEARLY);
            }
        }
    }

    @Test
    void eachStandsOutFromLightAndDarkGround() {
        List<Color> all = new ArrayList<>(colours());
        all.add(WeightDecayColours.of(0.1, false));
        all.add(WeightDecayColours.of(40, false));
        for (Color colour : all) {
            assertThat(1.05 / (luminance(colour) + 0.05)).as("%s on white", colour).isGreaterThan(3);
            assertThat((luminance(colour) + 0.05) / (luminance(FigureStyle.DARK.background()) + 0.05))
                    .as("%s on dark", colour).isGreaterThan(3);
        }
    }

    @Test
    void shapesDifferToo() {
        assertThat(Stream.of(1.0, 2.0, 3.0, 5.0, 10.0).map(value -> WeightDecayShape.of(value, false)))
                .doesNotHaveDuplicates().doesNotContain(WeightDecayShape.of(1, true));
    }

    @Test
    void everyNumberHasAColour() {
        for (double weightDecay : new double[]{0, 0.01, 0.1, 0.3, 1.5, 4, 9.99, 20, 1000}) {
            assertThat(WeightDecayColours.of(weightDecay, false)).isNotNull();
        }
        assertThat(WeightDecayColours.of(2, true)).isEqualTo(WeightDecayColours.of(7, true));
    }

    private static List<Color> colours() {
        List<Color> colours = new ArrayList<>(List.of(WeightDecayColours.of(1, true)));
        for (double weightDecay : USUAL) {
            colours.add(WeightDecayColours.of(weightDecay, false));
        }
        return colours;
    }

    private static double luminance(Color colour) {
        double[] light = linear(colour);
        return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2];
    }

    private static double[] linear(Color colour) {
        float[] parts = colour.getRGBColorComponents(null);
        double[] light = new double[3];
        for (int i = 0; i < 3; i++) {
            light[i] = parts[i] <= 0.04045 ? parts[i] / 12.92 : Math.pow((parts[i] + 0.055) / 1.055, 2.4);
        }
        return light;
    }

    /** Returns CIELAB of a colour as an eye sees it. */
    private static double[] lab(Color colour, double[][] vision) {
        double[] light = linear(colour);
        double[] seen = new double[3];
        for (int i = 0; i < 3; i++) {
            seen[i] = Math.clamp(vision[i][0] * light[0] + vision[i][1] * light[1] + vision[i][2] * light[2], 0, 1);
        }
        double x = root((0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.95047);
        double y = root(0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2]);
        double z = root((0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.08883);
        return new double[]{116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double root(double t) {
        return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16.0 / 116;
    }
}
