package org.grokscope.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstLetterTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"Train loss; train loss", "FSD, K = 2; FSD, K = 2", "k; k"})
    void aTitleWithinASentenceKeepsItsAbbreviation(String title, String within) {
        assertThat(FirstLetter.small(title)).isEqualTo(within);
    }

    @Test
    void aTitleBeginsLarge() {
        assertThat(FirstLetter.large("null band")).isEqualTo("Null band");
    }
}
