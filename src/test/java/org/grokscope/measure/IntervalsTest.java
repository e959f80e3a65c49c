package org.grokscope.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalsTest {
    /** By a Python program of its own, in float64. */
    @ParameterizedTest
    @CsvSource({"8,10,0.49016247153664183,0.9433178485456247", "0,30,0,0.11351339317396876",
            "35,35,0.9010990076755959,1", "1,1,0.20654931437723745,1"})
    void wilson(int some, int all, double low, double high) {
        Interval interval = WilsonInterval.of(some, all);
        assertThat(interval.low()).isCloseTo(low, within(1e-9));
        assertThat(interval.high()).isCloseTo(high, within(1e-9));
    }

    /** By the tables of the sign test: k = 1 for 6 to 8 numbers, 2 for 9 to 11, 10 for 30. */
    @ParameterizedTest
    @CsvSource({"6,1", "8,1", "9,2", "11,2", "12,3", "30,10"})
    void theMedianLiesBetweenTheKthLeastAndTheKthGreatest(int n, int k) {
        Interval interval = MedianInterval.of(IntStream.rangeClosed(1, n).mapToDouble(i -> n + 1 - i).toArray())
                .orElseThrow();
        assertThat(interval).isEqualTo(new Interval(k, n + 1 - k));
    }

    @Test
    void fiveNumbersSayTooLittle() {
        assertThat(MedianInterval.of(1, 2, 3, 4, 5)).isEmpty();
    }

    @Test
    void theMeansIntervalIsStudents() {
        // Mean 2, deviation 1, t(0.975, 2) = 4.302653.
        Interval interval = MeanInterval.of(1, 2, 3).orElseThrow();
        assertThat(interval.high() - 2).isCloseTo(4.302652729911275 / Math.sqrt(3), within(1e-9));
        assertThat(MeanInterval.of(1)).isEmpty();
    }
}
