package org.grokscope.workbench.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Performance;
import org.junit.jupiter.api.Test;

class ReadOutLineTest {
    @Test
    void numbersAreRoundedToWhatAReaderCanUse() {
        Evaluation evaluation = Evaluation.at(1000).performance(new Performance(0.00003456, 1, 5.91234, 0.10649))
                .set(Measure.FSD, 0.8049).set(Measure.PEAK_FREQUENCY, 8).set(Measure.RANK, 2.5)
                .set(Measure.WEIGHT_NORM, 50.678).set(Measure.WEIGHT_DECAY, 1).build();
        assertThat(ReadOutLine.of(evaluation, Measure.PEAK_FREQUENCY.text(evaluation))).containsExactly(
                new ReadOutLine("train", "100.0%", "loss 3.5e-5"),
                new ReadOutLine("validation", "10.6%", "loss 5.912"), new ReadOutLine("FSD", "0.805", "k = 8"),
                new ReadOutLine("median rank", "2.5", ""), new ReadOutLine("weight norm", "50.7", "\u03bb 1"));
    }

    @Test
    void aDashStandsForWhatWasNotMeasured() {
        assertThat(ReadOutLine.of(Evaluation.at(1000).build(), "")).extracting(ReadOutLine::value)
                .containsOnly("\u2014");
    }
}
