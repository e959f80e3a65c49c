package org.grokscope.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import org.grokscope.task.FourierBasis;
import org.junit.jupiter.api.Test;

class AngleSumTest {
    private static final int P = 97;
    private static final EmbeddingCircle CIRCLE = circle(36, 1);

    /** All tokens at their angles. */
    private static EmbeddingCircle circle(int k, double radius) {
        double[] x = new double[P];
        double[] y = new double[P];
        for (int token = 0; token < P; token++) {
            x[token] = radius * Math.cos(2 * Math.PI * k * token / P);
            y[token] = radius * Math.sin(2 * Math.PI * k * token / P);
        }
        return EmbeddingCircle.at(FourierBasis.of(P), k, x, y);
    }

    @Test
    void onACleanCircleTheSumPointsAtTheAnswer() {
        for (int a = 0; a < P; a += 7) {
            for (int b = 0; b < P; b += 5) {
                AngleSum sum = AngleSum.of(CIRCLE, a, b, 1);
                assertThat(sum.nearest(1)).containsExactly((a + b) % P);
                assertThat(sum.off((a + b) % P)).isCloseTo(0, within(1e-6));
                assertThat(AngleSum.of(CIRCLE, a, b, -1).nearest(1)).containsExactly(Math.floorMod(a - b, P));
            }
        }
    }

    @Test
    void theNeighboursLieAWholeNumberOfNinetySeventhsOfATurnOff() {
        AngleSum sum = AngleSum.of(CIRCLE, 3, 4, 1);
        assertThat(sum.nearest(3).subList(1, 3)).allSatisfy(
                token -> assertThat(sum.off(token)).isCloseTo(360.0 / P, within(1e-6)));
    }

    @Test
    void betweenTwoCirclesTheTokensGoStraight() {
        CirclePath path = new CirclePath(new TreeMap<>(Map.of(100, CIRCLE, 300, circle(36, 3))));
        assertThat(path.at(200).radius()).isCloseTo(2, within(1e-12));
        assertThat(path.at(0)).isSameAs(CIRCLE);
        assertThat(path.at(5000).radius()).isCloseTo(3, within(1e-12));
        assertThat(path.at(250.5).x(5)).isCloseTo(CIRCLE.x(5) * (1 + 2 * 150.5 / 200), within(1e-12));
        assertThat(path.steps()).containsExactly(100, 300);
    }
}
