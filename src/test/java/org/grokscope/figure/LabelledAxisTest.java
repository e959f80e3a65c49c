package org.grokscope.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.grokscope.SharesNothing;
import org.junit.jupiter.api.Test;

@SharesNothing
class LabelledAxisTest {
    @Test
    void roundNumbersAreWrittenWithFewDigits() {
        assertThat(LabelledAxis.round(0, 0.7)).contains(0.6).allMatch(number -> Double.toString(number).length() < 6);
        assertThat(LabelledAxis.round(-3e-7, 9e-7)).allMatch(number -> Double.toString(number).length() < 8);
    }

    @Test
    void theyLieWithinTheRange() {
        assertThat(LabelledAxis.round(-1.5, 4.2)).isNotEmpty().allMatch(number -> number >= -1.5 && number <= 4.2);
    }
}
