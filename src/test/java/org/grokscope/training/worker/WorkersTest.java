package org.grokscope.training.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.grokscope.text.InvalidSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersTest {
    @ParameterizedTest
    @ValueSource(strings = {"auto", "1", "16"})
    void aLabelReadsBack(String label) {
        assertThat(Workers.of(label).label()).isEqualTo(label);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-2", "257", "two", ""})
    void whatIsNoNumberOfWorkersIsRefused(String label) {
        assertThatExceptionOfType(InvalidSetting.class).isThrownBy(() -> Workers.of(label))
                .withMessageContaining("auto");
    }

    @Test
    void autoNamesNoNumber() {
        assertThat(Workers.of("auto")).isEqualTo(Workers.AUTO);
    }
}
