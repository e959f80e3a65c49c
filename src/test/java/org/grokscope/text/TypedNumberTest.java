package org.grokscope.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedNumberTest {
    @ParameterizedTest
    @ValueSource(strings = {"1,000", " 1000 ", "+1000"})
    void aThousandMayBeGroupedAndPadded(String typed) {
        assertThat(TypedNumber.integer(typed)).isEqualTo(1000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1,00", "1,0000", ",100", "1.0", "99999999999", "x", "000"})
    void whatIsNoWholeNumberIsRefused(String typed) {
        assertThatExceptionOfType(NumberFormatException.class).isThrownBy(() -> TypedNumber.integer(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NaN", "Infinity", "1d", "0x1p3", "1,5", "00.5"})
    void whatIsNoNumberIsRefused(String typed) {
        assertThatExceptionOfType(NumberFormatException.class).isThrownBy(() -> TypedNumber.real(typed));
    }

    @Test
    void aNumberMayBeGrouped() {
        assertThat(TypedNumber.real("1,000.5")).isEqualTo(1000.5);
    }

    @Test
    void inAListCommasAndSpacesStandBetweenNumbers() {
        assertThat(TypedNumber.parts(" 1, 2;3  4,")).containsExactly("1", "2", "3", "4");
    }
}
