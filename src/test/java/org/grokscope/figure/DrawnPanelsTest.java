package org.grokscope.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.grokscope.measure.EmbeddingPower;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Panel;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;
import org.junit.jupiter.api.Test;

class DrawnPanelsTest {
    private static final RunHistory CURVES = curves();

    /** Accuracies and losses alone. */
    private static RunHistory curves() {
        return SampleHistories.of(SampleHistories.withoutSynchronization().evaluations().stream()
                .map(it -> it.toBuilder().set(Measure.WEIGHT_NORM, Double.NaN).embeddingPower(EmbeddingPower.NONE)
                        .build())
                .toList(), 100, RunState.FINISHED);
    }

    @Test
    void ofCurvesTheUsualChartsAreThoseThatTheyFill() {
        assertThat(DrawnPanels.of(Panel.DEFAULT, List.of(CURVES))).containsExactly(Panel.ACCURACY, Panel.LOSS);
        assertThat(DrawnPanels.of(Panel.DEFAULT, List.of(CURVES, SampleHistories.grokked())))
                .isEqualTo(Panel.DEFAULT);
    }

    @Test
    void whatSomeoneChoseIsDrawn() {
        List<Panel> chosen = List.of(Panel.FSD, Panel.WEIGHT_NORM);
        assertThat(DrawnPanels.of(chosen, List.of(CURVES))).isEqualTo(chosen);
    }

    @Test
    void aRunThatHasMeasuredNothingYetHasTheUsualOnes() {
        assertThat(DrawnPanels.of(Panel.DEFAULT, List.of(SampleHistories.empty()))).isEqualTo(Panel.DEFAULT);
        assertThat(DrawnPanels.of(Panel.DEFAULT, List.of())).isEqualTo(Panel.DEFAULT);
    }
}
