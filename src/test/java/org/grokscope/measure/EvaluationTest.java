package org.grokscope.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.grokscope.SharesNothing;
import org.junit.jupiter.api.Test;

@SharesNothing
class EvaluationTest {
    /** Evaluations share where their numbers stand; one that measured something else in between must not take it from them. */
    @Test
    void eachKeepsWhatItMeasuredItself() {
        Evaluation first = Evaluation.at(0).set(Measure.FSD, 0.5).set(Measure.WEIGHT_NORM, 60).build();
        Evaluation other = Evaluation.at(1).set(Measure.TRAIN_LOSS, 4).set(Measure.WEIGHT_NORM, 59).build();
        Evaluation again = Evaluation.at(2).set(Measure.FSD, 0.6).set(Measure.WEIGHT_NORM, 58).build();
        assertThat(first.value(Measure.FSD)).isEqualTo(0.5);
        assertThat(first.value(Measure.WEIGHT_NORM)).isEqualTo(60);
        assertThat(first.value(Measure.TRAIN_LOSS)).isNaN();
        assertThat(other.value(Measure.FSD)).isNaN();
        assertThat(other.value(Measure.TRAIN_LOSS)).isEqualTo(4);
        assertThat(other.value(Measure.WEIGHT_NORM)).isEqualTo(59);
        assertThat(again.value(Measure.FSD)).isEqualTo(0.6);
    }

    @Test
    void theyAreEqualByWhatTheyMeasured() {
        Evaluation one = Evaluation.at(3).set(Measure.FSD, 0.5).weightNormByGroup(Map.of("head", 2.0)).build();
        assertThat(one.toBuilder().build()).isEqualTo(one).hasSameHashCodeAs(one);
        assertThat(one.with(Measure.FSD, 0.6)).isNotEqualTo(one);
        // The same number of another measure is another number.
        assertThat(Evaluation.at(3).set(Measure.RANK, 0.5).weightNormByGroup(Map.of("head", 2.0)).build())
                .isNotEqualTo(one);
        assertThat(one.toBuilder().weightNormByGroup(Map.of("head", 3.0)).build()).isNotEqualTo(one);
        assertThat(one.with(Measure.FSD, Double.NaN).value(Measure.FSD)).isNaN();
    }
}
