package org.grokscope.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.grokscope.text.InvalidSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SplitRuleTest {
    /** Written by CPython 3.11's random.shuffle and torch 2.7.1's torch.randperm. */
    @ParameterizedTest
    @CsvSource({"python:0, 14 0 23 18 6 5 7 10 22 20 4 2 21 3 17 11 19 9 24 15 16 8 1 13 12",
            "python:-7, 13 19 5 22 23 16 7 24 9 6 15 0 18 8 14 21 11 3 17 2 1 20 12 4 10",
            "python:1099511627779, 2 23 12 21 20 6 0 8 5 22 11 14 19 16 4 10 15 24 13 9 18 3 17 1 7",
            "torch:598, 24 8 17 9 5 1 23 22 18 16 2 11 12 4 10 21 7 19 15 3 13 20 14 0 6",
            "torch:1099511627779, 11 9 16 6 0 5 10 18 21 12 14 24 17 7 23 4 19 3 15 8 2 22 20 1 13",
            "torch:-1, 21 19 15 10 7 5 11 1 13 9 17 18 8 24 3 23 16 22 12 6 0 2 4 14 20"})
    void othersDrawTheSamePairs(String rule, String order) {
        int[] expected = Arrays.stream(order.split(" ")).mapToInt(Integer::parseInt).toArray();
        assertThat(SplitRule.parse(rule).order(25, 1)).isEqualTo(expected);
    }

    @Test
    void ownSplitsAreWhatTheyWere() {
        assertThat(Split.of(97, 0.3, 42, SplitRule.OWN).train()).isEqualTo(Split.of(97, 0.3, 42).train());
    }

    @Test
    void aListIsTheTrainingPairs() {
        SplitRule rule = SplitRule.listed(new int[]{24, 0, 7, 3, 11});
        assertThat(Split.of(5, 0.2, 1, rule).train()).containsExactly(0, 3, 7, 11, 24);
        assertThat(SplitRule.parse(rule.text())).isEqualTo(rule);
        assertThat(rule.said()).isEqualTo("5 listed pairs");
    }

    @Test
    void aListMustBeOfTheseAndSoManyPairs() {
        SplitRule rule = SplitRule.listed(new int[]{0, 25});
        assertThatExceptionOfType(InvalidSetting.class).isThrownBy(() -> rule.check(25, 2));
        assertThatExceptionOfType(InvalidSetting.class).isThrownBy(() -> rule.check(30, 3));
        rule.check(26, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "own:1", "python", "python:", "torch:x", "numpy:0", "listed:%"})
    void whatIsNoRuleIsRefused(String typed) {
        assertThatIllegalArgumentException().isThrownBy(() -> SplitRule.parse(typed));
    }
}
