package org.grokscope.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {
    @ParameterizedTest
    @CsvSource({"1, 1 kB", "51_234, 51 kB", "5_120_000, 5.1 MB", "9_960_000, 10 MB", "106_500_000, 107 MB",
            "999_600_000, 1.0 GB", "2_140_000_000, 2.1 GB", "33_300_000_000, 33 GB"})
    void anAmountOfDataHasTheDigitsThatMatter(String bytes, String said) {
        assertThat(NumberText.bytes(Long.parseLong(bytes.replace("_", "")))).isEqualTo(said);
    }
}
