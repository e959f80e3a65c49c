package org.grokscope.task.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.IntStream;
import org.grokscope.SharesNothing;
import org.grokscope.text.InvalidSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold of every group. */
@SharesNothing
class FiniteGroupTest {
    @ParameterizedTest
    @CsvSource({"S2,2", "S3,6", "S5,120", "S6,720", "A3,3", "A4,12", "A5,60", "A6,360", "D3,6", "D59,118", "D500,1000",
            "C2,2", "C113,113", "C1000,1000"})
    void hasItsOrder(String name, int order) {
        assertThat(GroupName.parse(name).order()).isEqualTo(order);
    }

    @ParameterizedTest
    @ValueSource(strings = {"S4", "A4", "A5", "D6", "D7", "C12"})
    void isAGroup(String name) {
        FiniteGroup group = GroupName.parse(name).group();
        int n = group.order();
        for (int a = 0; a < n; a++) {
            int left = a;
            assertThat(group.product(0, a)).isEqualTo(a);
            assertThat(group.product(a, group.inverse(a))).isZero();
            assertThat(IntStream.range(0, n).map(b -> group.product(left, b)).distinct().count()).isEqualTo(n);
            for (int b = 0; b < n; b += 3) {
                for (int c = 0; c < n; c += 2) {
                    assertThat(group.product(group.product(a, b), c)).isEqualTo(group.product(a, group.product(b, c)));
                }
            }
        }
    }

    @Test
    void permutationsAreComposedFromTheRight() {
        FiniteGroup group = GroupName.parse("S3").group();
        int[] byName = IntStream.range(0, 6).filter(g -> group.element(g).matches("\\(1 2\\)|\\(2 3\\)"))
                .boxed().sorted((a, b) -> group.element(a).compareTo(group.element(b))).mapToInt(it -> it).toArray();
        assertThat(group.element(group.product(byName[0], byName[1]))).isEqualTo("(1 2 3)");
        assertThat(group.element(group.product(byName[1], byName[0]))).isEqualTo("(1 3 2)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"S7 | S7 has 5,040", "A7 | A7 has 2,520", "D501 | D501 has 1,002",
            "C1001 | C1001 has 1,001", "S9999 | S9999 has more", "Q8 | 'Q8' is not", "s5 | 's5' is not",
            "S1 | 'S1' is not among them", "A2 | 'A2' is not among them", "D2 | 'D2' is not among them",
            "C1 | 'C1' is not among them", "S | 'S' is not", "S05 | 'S05' is not", "C99999 | 'C99999' is not"})
    void whatIsNoSuchGroupIsRefusedInASentence(String name, String sentence) {
        assertThatExceptionOfType(InvalidSetting.class).isThrownBy(() -> GroupName.parse(name))
                .withMessageContaining(sentence).satisfies(it -> assertThat(it.setting()).isEqualTo("group"));
    }

    @Test
    void aTasksAnswersAreItsProductsAndATwinHasTheSame() {
        GroupTask task = new GroupTask(GroupName.parse("S4"));
        FiniteGroup group = GroupName.parse("S4").group();
        for (int pair = 0; pair < task.pairs(); pair++) {
            assertThat(task.answer(pair)).isEqualTo(group.product(task.first(pair), task.second(pair)));
            assertThat(task.twin(pair).orElseThrow()).isNotEqualTo(pair);
            assertThat(task.answer(task.twin(pair).orElseThrow())).isEqualTo(task.answer(pair));
        }
    }
}
