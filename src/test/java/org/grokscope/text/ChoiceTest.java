package org.grokscope.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.grokscope.task.Operation;
import org.junit.jupiter.api.Test;

class ChoiceTest {
    @Test
    void aChoiceIsFoundByItsLabel() {
        assertThat(Choice.of(Operation.class, "operation", "--operation", "subtract")).isEqualTo(Operation.SUBTRACT);
    }

    @Test
    void aLabelThatIsNoneIsRefusedWithThoseThatAre() {
        assertThatExceptionOfType(InvalidSetting.class)
                .isThrownBy(() -> Choice.of(Operation.class, "operation", "--operation", "halve"))
                .withMessageStartingWith("--operation takes add, subtract, multiply, ")
                .withMessageEndingWith(", not 'halve'.")
                .satisfies(problem -> assertThat(problem.setting()).isEqualTo("operation"));
    }
}
