package org.grokscope.workbench.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.grokscope.figure.SampleHistories;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Milestones;
import org.grokscope.run.RunHead;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;
import org.grokscope.settings.ModelKind;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.Settings;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private static final String MEMORISING = "The network is memorising";
    private static final String MEMORISED = "The training pairs are known by heart";
    private static final String SYNCHRONISED = "Most neurons have settled on one frequency";
    private static final String GROKKED = "It has grokked";
    private static final String SLINGSHOT = "The dip in the training accuracy is an optimizer slingshot";
    private static final String DESTABILISED = "The network had generalised and lost it again";
    private static final String CRUSHED = "Weight decay has crushed the network";
    private static final String BLIND = "Without attention";

    @Test
    void aRunThatHasReachedNothingIsMemorising() {
        assertThat(last(at(0, 0.5, 0.01, 0.1))).startsWith(MEMORISING);
    }

    @Test
    void aRunThatKnowsItsTrainingPairsHasMemorised() {
        assertThat(last(at(0, 0.99, 0.01, 0.1))).startsWith(MEMORISED);
    }

    @Test
    void aRunAtItsCeilingIsSynchronised() {
        assertThat(last(at(0, 1, 0.01, 0.1), at(100, 1, 0.1, 0.8))).startsWith(SYNCHRONISED);
    }

    @Test
    void aRunThatAnswersPairsItNeverSawHasGrokked() {
        assertThat(last(at(0, 1, 0.01, 0.8), at(100, 1, 0.95, 0.9))).startsWith(GROKKED);
    }

    @Test
    void aRunThatForgetsItsTrainingPairsIsInASlingshot() {
        assertThat(last(at(0, 0.99, 0.01, 0.1), at(100, 0.94, 0.01, 0.1))).startsWith(SLINGSHOT);
    }

    @Test
    void aLittleNoiseInTheTrainingAccuracyIsNoSlingshot() {
        assertThat(last(at(0, 0.99, 0.01, 0.1), at(100, 0.95, 0.01, 0.1))).startsWith(MEMORISED);
    }

    @Test
    void aSlingshotAfterGrokkingIsASlingshotToo() {
        assertThat(last(at(0, 1, 0.99, 0.9), at(100, 0.9, 0.9, 0.9))).startsWith(SLINGSHOT);
    }

    @Test
    void aRunThatLosesWhatItGrokkedIsDestabilised() {
        assertThat(last(at(0, 1, 0.99, 0.9), at(100, 1, 0.4, 0.9), at(200, 1, 0.4, 0.9))).startsWith(DESTABILISED);
    }

    @Test
    void aRunThatLosesItsTrainingPairsAsWellIsDestabilised() {
        assertThat(last(at(0, 1, 0.99, 0.9), at(100, 0.4, 0.4, 0.9), at(200, 0.4, 0.4, 0.9)))
                .startsWith(DESTABILISED);
    }

    @Test
    void aRunThatHasRecoveredHasGrokked() {
        assertThat(last(at(0, 1, 0.99, 0.9), at(100, 1, 0.4, 0.9), at(200, 1, 0.4, 0.9), at(300, 1, 0.99, 0.9)))
                .startsWith(GROKKED);
    }

    @Test
    void aNetworkWhoseWeightsAreGoneIsCrushedWhateverItsFsd() {
        assertThat(last(at(0, 1, 0.99, 0.9), withNorm(at(100, 0.01, 0.01, 0.99), 0.99))).startsWith(CRUSHED);
    }

    @Test
    void aNetworkWithANormOfOneIsNotCrushed() {
        assertThat(last(withNorm(at(0, 0.5, 0.01, 0.1), 1))).startsWith(MEMORISING);
    }

    @Test
    void aNetworkWithoutAttentionCannotLearn() {
        RunHistory run = of(ModelKind.MLP_ONLY, at(0, 0.5, 0.01, 0.9));
        assertThat(Explanation.of(run, run.evaluations().getLast())).startsWith(BLIND);
    }

    @Test
    void aNetworkWithoutAttentionCanBeCrushed() {
        RunHistory run = of(ModelKind.MLP_ONLY, withNorm(at(0, 0.01, 0.01, 0.9), 0.5));
        assertThat(Explanation.of(run, run.evaluations().getLast())).startsWith(CRUSHED);
    }

    @Test
    void whatIsReachedLaterIsNotYetSeen() {
        RunHistory run = of(ModelKind.FULL, at(0, 0.5, 0.01, 0.1), at(100, 1, 0.01, 0.1), at(200, 1, 0.1, 0.8),
                at(300, 1, 0.99, 0.9), at(400, 1, 0.4, 0.9), at(500, 1, 0.4, 0.9));
        assertThat(run.evaluations()).extracting(at -> Explanation.of(run, at)).satisfiesExactly(
                text -> assertThat(text).startsWith(MEMORISING), text -> assertThat(text).startsWith(MEMORISED),
                text -> assertThat(text).startsWith(SYNCHRONISED), text -> assertThat(text).startsWith(GROKKED),
                text -> assertThat(text).startsWith(DESTABILISED), text -> assertThat(text).startsWith(DESTABILISED));
    }

    private static Evaluation at(int step, double train, double validation, double fsd) {
        return SampleHistories.evaluation(step, train, validation, fsd);
    }

    private static Evaluation withNorm(Evaluation it, double norm) {
        return it.with(Measure.WEIGHT_NORM, norm);
    }

    private static String last(Evaluation... evaluations) {
        RunHistory run = of(ModelKind.FULL, evaluations);
        return Explanation.of(run, run.evaluations().getLast());
    }

    private static RunHistory of(ModelKind kind, Evaluation... evaluations) {
        RunHistory run = SampleHistories.of(List.of(evaluations), 100, RunState.TRAINING);
        RunConfiguration configuration = run.head().configuration().with(Settings.KIND, kind);
        RunHead head = new RunHead(run.head().id(), run.head().name(), run.head().created(), configuration, null,
                run.head().environment());
        return new RunHistory(head, run.state(), run.evaluations(), run.events(), run.checkpoints(),
                Milestones.of(run.evaluations(), configuration.thresholds()), run.leftOut());
    }
}
