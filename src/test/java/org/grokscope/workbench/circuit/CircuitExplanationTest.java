package org.grokscope.workbench.circuit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.grokscope.SharesNothing;
import org.grokscope.figure.CircuitChart;
import org.grokscope.figure.CircuitScene;
import org.grokscope.figure.SampleCircuits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@SharesNothing
class CircuitExplanationTest {
    @ParameterizedTest
    @EnumSource(CircuitChart.class)
    void everyChartIsExplainedInTwoSentencesAtEveryStage(CircuitChart chart) {
        for (CircuitScene scene : new CircuitScene[]{SampleCircuits.random(97), SampleCircuits.grokked(97),
                SampleCircuits.unread(97), SampleCircuits.random(5)}) {
            for (boolean grokked : new boolean[]{false, true}) {
                String text = CircuitExplanation.of(chart, page(scene, grokked));
                assertThat(text.split("\\. ")).as(text).hasSize(2);
                assertThat(text).endsWith(".").hasSizeLessThan(310);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(CircuitChart.class)
    void grokkingThatHasNotHappenedIsNotAnnounced(CircuitChart chart) {
        assertThat(CircuitExplanation.of(chart, page(SampleCircuits.grokked(97), false))).doesNotContain("has grokked");
    }

    @Test
    void aCircleIsAnnouncedOnlyWhereThereIsOne() {
        assertThat(CircuitExplanation.of(CircuitChart.CIRCLE, page(SampleCircuits.random(97), false)))
                .startsWith("There is no clean circle");
        assertThat(CircuitExplanation.of(CircuitChart.CIRCLE, page(SampleCircuits.grokked(97), false)))
                .contains("ring").doesNotContain("no clean circle");
    }

    @Test
    void nothingIsSaidWhereNothingIsShown() {
        assertThat(CircuitExplanation.of(CircuitChart.RANKS, CircuitPage.empty("No checkpoint."))).isEmpty();
    }

    private static CircuitPage page(CircuitScene scene, boolean grokked) {
        return new CircuitPage(Optional.of(new CheckpointAddress("run", 100)), "", "", Optional.of(scene), "", grokked,
                false);
    }
}
