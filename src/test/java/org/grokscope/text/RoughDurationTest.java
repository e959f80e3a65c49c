package org.grokscope.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoughDurationTest {
    @ParameterizedTest
    @CsvSource({"0, 5 s", "2, 5 s", "41, 40 s", "57, 55 s", "58, 1 min", "89, 1 min", "91, 2 min", "3540, 59 min",
            "3575, 1 h", "5400, 1.5 h", "35700, 9.9 h", "36000, 10 h", "360000, 100 h"})
    void aTimeIsAsExactAsItCanBeKnown(double seconds, String said) {
        assertThat(RoughDuration.of(seconds)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({"61, 130, 1–2 min", "61, 62, 1 min", "41, 130, 40 s – 2 min", "3000, 7300, 50 min – 2 h"})
    void aRangeSaysItsUnitOnceWhereItIsOne(double shortest, double longest, String said) {
        assertThat(RoughDuration.of(shortest, longest)).isEqualTo(said);
    }
}
