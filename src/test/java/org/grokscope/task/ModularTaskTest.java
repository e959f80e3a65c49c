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
    @EnumSource(value = Operation.class, mode = EnumSource.Mode.EXCLUDE, names = "COMPOSE")
    void answersAreTheOperationsResidues(Operation operation) {
        ModularTask task = new ModularTask(operation, 7);
        for (int a = 0; a < 7; a++) {
            for (int b = 0; b < 7; b++) {
                int exact = switch (operation) {
                    case ADD -> a + b;
                    case SUBTRACT -> a - b + 7;
                    case MULTIPLY -> a * b;
                    case DIVIDE -> quotient(a, b);
                    case SQUARES -> a * a + b * b;
                    case SQUARES_AND_PRODUCT -> a * a + a * b + b * b;
                    case SQUARES_PRODUCT_AND_FIRST -> a * a + a * b + b * b + a;
                    case CUBE_AND_PRODUCT -> a * a * a + a * b;
                    case CUBE_PRODUCT_AND_SECOND -> a * a * a + a * b * b + b;
                    case COMPOSE -> throw new IllegalArgumentException();
                };
                assertThat(task.answers()[a * 7 + b]).isEqualTo(exact % 7);
            }
        }
    }

    /** The number whose product with b is a; 0 where b is. */
    private static int quotient(int a, int b) {
        return b == 0 ? 0 : IntStream.range(0, 7).filter(c -> c * b % 7 == a).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(value = Operation.class, mode = EnumSource.Mode.EXCLUDE, names = "COMPOSE")
    void aPairsTwinHasTheSameAnswer(Operation operation) {
        for (int p : new int[]{2, 3, 7, 11}) {
            ModularTask task = new ModularTask(operation, p);
            for (int pair = 0; pair < task.pairs(); pair++) {
                int answer = task.answer(pair);
                task.twin(pair).ifPresent(twin -> assertThat(task.answer(twin)).isEqualTo(answer));
            }
        }
    }

    @Test
    void theGreatestModulusOverflowsNoFormula() {
        ModularTask task = new ModularTask(Operation.CUBE_PRODUCT_AND_SECOND, 1000);
        assertThat(task.answer(999, 999)).isEqualTo(Math.floorMod(-3, 1000));
    }

    @ParameterizedTest
    @ValueSource(ints = {-7, 0, 1, 1001, 1009})
    void otherModuliAreRefusedByName(int p) {
        assertThatExceptionOfType(InvalidSetting.class).isThrownBy(() -> new ModularTask(Operation.ADD, p))
                .satisfies(problem -> assertThat(problem.setting()).isEqualTo("p"))
                .withMessageContaining(Integer.toString(p));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 9, 91, 97, 113, 1000})
    void numbersFromTwoUpAreModuli(int p) {
        ModularTask task = new ModularTask(Operation.ADD, p);
        assertThat(task.pairs()).isEqualTo(p * p);
        assertThat(task.basis().frequencies()).isEqualTo(p / 2);
    }

    @Test
    void divisionNeedsAPrime() {
        assertThatExceptionOfType(InvalidSetting.class).isThrownBy(() -> new ModularTask(Operation.DIVIDE, 91))
                .withMessage("Division needs a prime p, and 91 is 7 \u00b7 13.");
    }

    @Test
    void compositeModuliAreSaidToHaveZeroDivisorsWhereOneMultiplies() {
        assertThat(new ModularTask(Operation.MULTIPLY, 12).remark().orElseThrow()).contains("zero divisors");
        assertThat(new ModularTask(Operation.MULTIPLY, 12).ownBasis()).isEmpty();
        assertThat(new ModularTask(Operation.MULTIPLY, 13).remark()).isEmpty();
        assertThat(new ModularTask(Operation.ADD, 12).remark()).isEmpty();
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
