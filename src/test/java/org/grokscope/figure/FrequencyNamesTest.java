package org.grokscope.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.task.group.GroupName;
import org.grokscope.text.Superscript;
import org.junit.jupiter.api.Test;

class FrequencyNamesTest {
    @Test
    void anIrrepIsShortBesideAnAxis() {
        FrequencyNames names = new FrequencyNames();
        names.of(RunConfiguration.PAPER.composing(GroupName.parse("S5")).learnedTask().basis());
        assertThat(IntStream.rangeClosed(1, 6).mapToObj(names::format)).containsExactly("4,1", "3,2", "3,1²", "2²,1",
                "2,1³", "1⁵");
        assertThat(names.name(5)).isEqualTo("(2,1,1,1)");
    }

    @Test
    void aFrequencyIsANumber() {
        FrequencyNames names = new FrequencyNames();
        names.of(RunConfiguration.PAPER.learnedTask().basis());
        assertThat(names.format(14)).isEqualTo("14");
    }

    @Test
    void exponentsAreWrittenAbove() {
        assertThat(Superscript.of(-12)).isEqualTo("⁻¹²");
        assertThat(Superscript.of(0)).isEqualTo("⁰");
    }
}
