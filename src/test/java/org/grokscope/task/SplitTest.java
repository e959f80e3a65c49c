package org.grokscope.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.IntStream;
import org.grokscope.text.InvalidSetting;
import org.junit.jupiter.api.Test;

class SplitTest {
    @Test
    void everyPairIsInExactlyOnePart() {
        Split split = Split.of(97, 0.3, 42);
        assertThat(split.train()).hasSize((int) Math.floor(0.3 * 97 * 97));
        assertThat(IntStream.concat(IntStream.of(split.train()), IntStream.of(split.validation())).sorted().toArray())
                .isEqualTo(IntStream.range(0, 97 * 97).toArray());
    }

    @Test
    void isAFunctionOfTheSeed() {
        assertThat(Split.of(97, 0.3, 42).train()).isEqualTo(Split.of(97, 0.3, 42).train())
                .isNotEqualTo(Split.of(97, 0.3, 43).train());
    }

    @Test
    void anEmptyPartIsRefused() {
        assertThatExceptionOfType(InvalidSetting.class).isThrownBy(() -> Split.of(5, 0.01, 1))
                .withMessageContaining("no pairs to train on");
        assertThatExceptionOfType(InvalidSetting.class).isThrownBy(() -> Split.of(5, 1, 1));
        assertThatExceptionOfType(InvalidSetting.class).isThrownBy(() -> Split.of(5, Double.NaN, 1));
    }
}
