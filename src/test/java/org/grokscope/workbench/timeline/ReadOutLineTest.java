package org.grokscope.workbench.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.grokscope.measure.EmbeddingPower;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.KeyFrequencyLoss;
import org.grokscope.measure.Performance;
import org.grokscope.measure.Synchronization;
import org.grokscope.measure.WeightNorm;
import org.junit.jupiter.api.Test;

class ReadOutLineTest {
    @Test
    void numbersAreRoundedToWhatAReaderCanUse() {
        Evaluation evaluation = evaluation(new Performance(0.00003456, 1, 5.91234, 0.10649),
                new Synchronization(0.8049, 8, 0.3, 2.5, 0.4), new WeightNorm(50.678, Map.of()));
        assertThat(ReadOutLine.of(evaluation)).containsExactly(new ReadOutLine("train", "100.0%", "loss 3.5e-5"),
                new ReadOutLine("validation", "10.6%", "loss 5.912"), new ReadOutLine("FSD", "0.80", "k = 8"),
                new ReadOutLine("median rank", "2.5", ""), new ReadOutLine("weight norm", "50.7", "λ 1"));
    }

    @Test
    void aDashStandsForWhatWasNotMeasured() {
        Evaluation evaluation = evaluation(new Performance(Double.NaN, Double.NaN, Double.NaN, Double.NaN),
                Synchronization.NONE, WeightNorm.NONE);
        assertThat(ReadOutLine.of(evaluation)).extracting(ReadOutLine::value).containsOnly("–");
    }

    private static Evaluation evaluation(Performance performance, Synchronization synchronization, WeightNorm norm) {
        return new Evaluation(1000, 0, performance, synchronization, KeyFrequencyLoss.NONE, norm, EmbeddingPower.NONE,
                1,
                40);
    }
}
