package org.grokscope.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.IntStream;
import org.grokscope.text.InvalidSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModularTaskTest {
    @ParameterizedTest
    @EnumSource(Operation.class)
    void answersAreTheOperationsResidues(Operation operation) {
        ModularTask task = new ModularTask(operation, 7);
        for (int a = 0; a < 7; a++) {
            for (int b = 0; b < 7; b++) {
                int exact = switch (operation) {
                    case ADD -> a + b;
                    case SUBTRACT -> a - b + 7;
                    case MULTIPLY -> a * b;
                };
                assertThat(task.answers()[a * 7 + b]).isEqualTo(exact % 7);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-7, 0, 1, 2, 3, 4, 9, 91, 1009})
    void otherModuliAreRefusedByName(int p) {
        assertThatExceptionOfType(InvalidSetting.class).isThrownBy(() -> new ModularTask(Operation.ADD, p))
                .satisfies(problem -> assertThat(problem.setting()).isEqualTo("p"))
                .withMessageContaining(Integer.toString(p));
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 7, 53, 71, 97, 113, 131, 997})
    void primesFromFiveUpAreTasks(int p) {
        assertThat(new ModularTask(Operation.ADD, p).pairs()).isEqualTo(p * p);
    }

    @Test
    void shuffledLabelsAreAllTheAnswersInAnotherOrder() {
        int[] exact = new ModularTask(Operation.ADD, 13).answers();
        int[] shuffled = new ModularTask(Operation.ADD, 13, Labels.SHUFFLED, 42).answers();
        assertThat(shuffled).containsExactlyInAnyOrder(exact);
        assertThat(IntStream.range(0, exact.length).filter(pair -> shuffled[pair] == exact[pair]).count())
                .as("about one in thirteen by chance").isLessThan(40);
    }

    @Test
    void shuffledLabelsAreAFunctionOfTheSeed() {
        ModularTask shuffled = new ModularTask(Operation.ADD, 13, Labels.SHUFFLED, 42);
        assertThat(shuffled).isEqualTo(new ModularTask(Operation.ADD, 13, Labels.SHUFFLED, 42))
                .isNotEqualTo(new ModularTask(Operation.ADD, 13, Labels.SHUFFLED, 43))
                .isNotEqualTo(new ModularTask(Operation.ADD, 13));
    }
}
