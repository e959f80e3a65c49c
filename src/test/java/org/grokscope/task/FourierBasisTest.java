package org.grokscope.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FourierBasisTest {
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 9, 12, 59, 96, 97, 120})
    void thePowerIsThatOfTheDiscreteFourierTransform(int n) {
        double[] signal = new Random(n).doubles(n).toArray();
        double[] power = FourierBasis.of(n).power(signal);
        assertThat(power).hasSize(n / 2);
        for (int k = 1; k <= n / 2; k++) {
            double real = 0;
            double imaginary = 0;
            for (int c = 0; c < n; c++) {
                real += signal[c] * Math.cos(2 * Math.PI * k * c / n);
                imaginary -= signal[c] * Math.sin(2 * Math.PI * k * c / n);
            }
            assertThat(power[k - 1]).isCloseTo(real * real + imaginary * imaginary, within(1e-10));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5, 12, 13, 96})
    void manySignalsHaveThePowersThatEachHasAlone(int n) {
        Random random = new Random(n);
        int[] order = RandomStream.shuffled(IntStream.rangeClosed(1, n).toArray(), random);
        Basis basis = FourierBasis.of(n + 1, order, "");
        double[][] signals = new double[5][];
        Arrays.setAll(signals, _ -> random.doubles(n + 1).toArray());
        double[][] rows = new double[n][5];
        for (int place = 0; place < n; place++) {
            for (int i = 0; i < 5; i++) {
                rows[place][i] = signals[i][basis.value(place)];
            }
        }
        double[][] powers = basis.powers(rows);
        for (int i = 0; i < 5; i++) {
            double[] plain = new PlainBasis(basis).power(signals[i]);
            for (int k = 0; k < n / 2; k++) {
                assertThat(powers[k][i]).isCloseTo(plain[k], within(1e-10));
                assertThat(basis.power(signals[i])[k]).isCloseTo(plain[k], within(1e-10));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 8, 97})
    void wavesAreOrthogonalAndOfTheLengthItSays(int n) {
        Basis basis = FourierBasis.of(n);
        double[][] all = IntStream.rangeClosed(1, n / 2).boxed().flatMap(k -> Arrays.stream(basis.waves(k)))
                .toArray(double[][]::new);
        assertThat(all).hasNumberOfRows(n - 1);
        for (int i = 0; i < all.length; i++) {
            for (int j = 0; j <= i; j++) {
                double expected = i == j ? basis.squaredNorm(i / 2 + 1) : 0;
                assertThat(product(all[i], all[j])).isCloseTo(expected, within(1e-10));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 6})
    void aValueTurnsWithItsPlaceAndOneThatIsLeftOutDoesNot(int n) {
        Basis basis = FourierBasis.of(n + 1, IntStream.iterate(n, value -> value > 0, value -> value - 1).toArray(),
                "place of");
        assertThat(basis.turn(2, n - 1)).hasValue(2);
        assertThat(basis.turn(2, 1)).hasValue(2 * (n - 1) % n);
        assertThat(basis.turn(2, 0)).isEmpty();
    }

    @Test
    void theFormulaOfATurnHasThePlaceWhereThatIsNotTheValue() {
        assertThat(FourierBasis.of(97).turnFormula(3, "a").replace('\u00a0', ' ')).isEqualTo("3\u00b7a mod 97");
        assertThat(new ModularTask(Operation.MULTIPLY, 97).ownBasis().orElseThrow().turnFormula(1, "a")
                .replace('\u00a0', ' ')).isEqualTo("log a mod 96");
    }

    private static double product(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
    }
}
