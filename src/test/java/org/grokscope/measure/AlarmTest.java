package org.grokscope.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.grokscope.text.InvalidSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlarmTest {
    private static final OptionalInt NEVER = OptionalInt.empty();

    @ParameterizedTest
    @ValueSource(strings = {"fsd>=0.5", "restricted-loss<=0.5*start for 3", "weight-norm<=30", "ildr>=2.5*memorised",
            "validation-accuracy<0.5 for 2", "validation-margin>=-1.5", "fsd>=0.8 for 3 while memorised"})
    void readsAsItIsTyped(String typed) {
        assertThat(Alarm.parse(typed).text()).isEqualTo(typed);
    }

    @Test
    void takesAMeasureByItsKeyAndSpacesWhereverTheyStand() {
        assertThat(Alarm.parse(" fsdTop2 >= 0.8 for 3 "))
                .isEqualTo(new Alarm(Measure.FSD_TOP_2, Alarm.Side.AT_LEAST, 0.8, Alarm.Reference.ABSOLUTE, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fsd", "fsd>0.5", "nothing>=1", "fsd>=high", "fsd>=0.5 for 0", "steps-per-second>=3",
            "fsd>=0.5*end", "fsd>=1e999"})
    void refusesWhatIsNone(String typed) {
        assertThatExceptionOfType(InvalidSetting.class).isThrownBy(() -> Alarm.parse(typed))
                .satisfies(problem -> assertThat(problem.setting()).isEqualTo("alarm"));
    }

    @Test
    void ringsAtTheEvaluationThatCompletesItsRow() {
        List<Evaluation> evaluations = fsd(0.1, 0.6, 0.4, 0.6, 0.7, 0.5, 0.6);
        assertThat(Alarm.parse("fsd>=0.5").rings(evaluations, NEVER)).hasValue(100);
        assertThat(Alarm.parse("fsd>=0.5 for 3").rings(evaluations, NEVER)).hasValue(500);
        assertThat(Alarm.parse("fsd>=0.5 for 3").begins(evaluations, NEVER)).hasValue(300);
        assertThat(Alarm.parse("fsd>=0.5 for 5").rings(evaluations, NEVER)).isEmpty();
    }

    @Test
    void whatWasNotMeasuredInterruptsTheRow() {
        assertThat(Alarm.parse("fsd>=0.5 for 2").rings(fsd(0.6, Double.NaN, 0.6, 0.6), NEVER)).hasValue(300);
    }

    /** A crushed network, which has forgotten what it had memorised, reads an FSD near 1. */
    @Test
    void aNetworkThatHasForgottenInterruptsTheRowWhereThatIsAskedFor() {
        double[] accuracy = {0.3, 1, 0.98, 0.99, 1, 0.1};
        List<Evaluation> evaluations = IntStream.range(0, accuracy.length).mapToObj(i -> Evaluation.at(100 * i)
                .set(Measure.FSD, 0.9).set(Measure.TRAIN_ACCURACY, accuracy[i]).build()).toList();
        assertThat(Alarm.parse("fsd>=0.8 for 2").rings(evaluations, NEVER)).hasValue(100);
        assertThat(Alarm.parse("fsd>=0.8 while memorised").rings(evaluations, NEVER)).hasValue(100);
        assertThat(Alarm.parse("fsd>=0.8 for 2 while memorised").rings(evaluations, NEVER)).hasValue(400);
        assertThat(Alarm.parse("fsd>=0.8 for 3 while memorised").rings(evaluations, NEVER)).isEmpty();
    }

    @Test
    void aThresholdMayBeRelativeToTheStartOrToMemorisation() {
        List<Evaluation> evaluations = fsd(0.4, 0.9, 0.2, 0.25, 0.5);
        assertThat(Alarm.parse("fsd<=0.5*start").rings(evaluations, NEVER)).hasValue(200);
        assertThat(Alarm.parse("fsd>=2*memorised").rings(evaluations, OptionalInt.of(200))).hasValue(400);
        assertThat(Alarm.parse("fsd>=2*memorised").rings(evaluations, NEVER)).isEmpty();
    }

    @Test
    void saysWhatItIs() {
        assertThat(Alarm.parse("restricted-loss<=0.5*start for 3").words())
                .isEqualTo("restricted loss \u2264 0.5 \u00d7 its start, 3 in a row");
        assertThat(Alarm.parse("fsd>=0.8 while memorised").words()).isEqualTo("FSD \u2265 0.8, while memorised");
    }

    private static List<Evaluation> fsd(double... values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> Evaluation.at(100 * i).set(Measure.FSD, values[i]).build()).toList();
    }
}
