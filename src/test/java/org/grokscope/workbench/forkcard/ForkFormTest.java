package org.grokscope.workbench.forkcard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.grokscope.figure.SampleForks;
import org.grokscope.analysis.MachineSpeed;
import org.grokscope.figure.SampleHistories;
import org.grokscope.run.ForkRequest;
import org.grokscope.run.Environment;
import org.grokscope.run.RunHistory;
import org.grokscope.workbench.estimate.Estimator;
import org.grokscope.workbench.estimate.SpeedModel;
import org.grokscope.weights.Intervention;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sample reaches its ceiling at 1,600 and groks at 4,000 of 8,000 steps; it has a checkpoint every 500. */
class ForkFormTest {
    private final ObjectProperty<List<RunHistory>> runs = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Optional<RunHistory>> run = new SimpleObjectProperty<>(
            Optional.of(SampleHistories.grokked()));
    private final ObjectProperty<OptionalInt> cursor = new SimpleObjectProperty<>(OptionalInt.empty());
    private final ObjectProperty<Optional<Estimator>> estimator = new SimpleObjectProperty<>(
            Optional.of(estimator(40, 0)));
    private final ForkForm form = new ForkForm(runs, run, cursor, estimator);

    @BeforeEach
    void unfold() {
        form.open().set(true);
    }

    @Test
    void withoutACursorTheForkIsAtTheCeiling() {
        assertThat(offer().step()).isEqualTo(1600);
        assertThat(place().name()).isEqualTo("FSD ceiling");
    }

    @Test
    void foldedTheFormSaysWhereAndPlansNothing() {
        form.open().set(false);
        cursor.set(OptionalInt.of(2000));
        assertThat(place().step()).isEqualTo(2000);
        assertThat(form.offer().getValue()).isEmpty();
        form.open().set(true);
        assertThat(offer().step()).isEqualTo(2000);
    }

    @Test
    void withoutACeilingTheForkIsAtTheNewestCheckpoint() {
        run.set(Optional.of(SampleHistories.live(1200)));
        assertThat(offer().step()).isEqualTo(1000);
    }

    @Test
    void theCursorSaysWhere() {
        cursor.set(OptionalInt.of(2000));
        assertThat(offer().step()).isEqualTo(2000);
        assertThat(offer().remark()).isEmpty();
    }

    @Test
    void whereThereIsNoCheckpointItSaysWhatIsRepeatedFirst() {
        cursor.set(OptionalInt.of(2300));
        assertThat(offer().remark()).isEqualTo("Each branch first repeats 300 steps of this run, from "
                + "step 2,000 on: about 10 s.");
        estimator.set(Optional.empty());
        assertThat(offer().remark()).isEqualTo("Each branch first repeats 300 steps of this run, from "
                + "step 2,000 on.");
    }

    @Test
    void fourBranchesAreOfferedAndTheControlIsOneOfThem() {
        assertThat(offer().branches()).isEqualTo(4);
        assertThat(request().weightDecays()).containsExactly(1.0, 2.0, 3.0, 5.0);
        form.choose(1, false);
        assertThat(offer().branches()).isEqualTo(4);
        form.control().set(false);
        assertThat(offer().branches()).isEqualTo(3);
    }

    @Test
    void whatIsDoneToTheNetworkIsTypedAndHasAControlAndAShamBesideIt() {
        form.intervene("remove-frequency 14");
        assertThat(offer().branches()).isEqualTo(3);
        assertThat(request().interventions().wanted()).singleElement()
                .isEqualTo(new Intervention.RemoveFrequencies(List.of(14)));
        form.sham().set(false);
        assertThat(offer().branches()).isEqualTo(2);
        form.field(ForkField.INTERVENTION).set("remove-frequency 99");
        assertThat(offer().request()).isEmpty();
        assertThat(offer().problems()).containsOnlyKeys(ForkField.INTERVENTION);
    }

    @Test
    void otherWeightDecaysAreTyped() {
        form.field(ForkField.OTHER_WEIGHT_DECAYS).set("0.5, 7; 1e1");
        assertThat(request().weightDecays()).containsExactly(0.5, 1.0, 2.0, 3.0, 5.0, 7.0, 10.0);
    }

    @Test
    void drawsMultiplyTheBranches() {
        form.field(ForkField.DRAWS).set("3");
        assertThat(offer().branches()).isEqualTo(12);
        assertThat(request().draws()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"OTHER_WEIGHT_DECAYS | -1", "OTHER_WEIGHT_DECAYS | NaN",
            "OTHER_WEIGHT_DECAYS | two", "OTHER_WEIGHT_DECAYS | 1d", "DRAWS | 0", "DRAWS | 101", "DRAWS | x",
            "STEPS | 1600", "STEPS | 1.5", "STOP_AFTER_GROK | soon"})
    void aWrongFieldIsMarkedAloneAndNothingIsOffered(ForkField field, String typed) {
        form.field(field).set(typed);
        assertThat(offer().problems()).containsOnlyKeys(field);
        assertThat(offer().request()).isEmpty();
    }

    @Test
    void aBlankEndMeansTheParentsLastStepAndNoStopAfterGrokking() {
        form.field(ForkField.STOP_AFTER_GROK).set("");
        assertThat(request().steps()).isEmpty();
        assertThat(request().stopAfterGrok()).hasValue(0);
    }

    @Test
    void withoutBranchesRecordedRunsPredictAndALargerWeightDecayGroksSooner() {
        assertThat(offer().predictions()).extracting(ForkOffer.Prediction::weightDecay).containsExactly(1.0, 2.0, 3.0,
                5.0);
        assertThat(offer().predictions()).extracting(it -> -it.steps().expected()).isSorted();
        assertThat(offer().noGround()).startsWith("Estimated from recorded runs");
    }

    @Test
    void theSliderAddsABranchWhosePredictionMovesWithIt() {
        form.tryOut(1.5);
        int slow = expectedAt(1.5);
        form.tryOut(4);
        assertThat(expectedAt(4)).isLessThan(slow);
        assertThat(request().weightDecays()).containsExactly(1.0, 2.0, 3.0, 4.0, 5.0);
    }

    @Test
    void theLawPredictsFromTheBranchesThatLeftHere() {
        RunHistory parent = withCheckpoints(SampleForks.parent("p"));
        runs.set(SampleForks.family("p"));
        run.set(Optional.of(parent));
        cursor.set(OptionalInt.of(SampleForks.FORK));
        form.field(ForkField.OTHER_WEIGHT_DECAYS).set("2.5, 4");
        assertThat(offer().predictions()).extracting(ForkOffer.Prediction::weightDecay).contains(2.5, 4.0);
        assertThat(offer().noGround()).isEmpty();
        cursor.set(OptionalInt.of(SampleForks.FORK + 500));
        assertThat(offer().noGround()).startsWith("Estimated from recorded runs");
    }

    @Test
    void afterGrokkingThereIsNothingToPredict() {
        cursor.set(OptionalInt.of(5000));
        assertThat(offer().noGround()).isEqualTo("The run has grokked by this step, so there is no wait to predict.");
    }

    @Test
    void aForkCannotBeForkedBeforeItBegins() {
        run.set(Optional.of(withCheckpoints(SampleForks.family("p").get(4))));
        cursor.set(OptionalInt.of(100));
        assertThat(place().refusal()).isEqualTo("This run can be forked from step 1,700 on.");
        assertThat(place().elsewhere()).hasValue(1700);
        assertThat(form.offer().getValue()).isEmpty();
    }

    private static RunHistory withCheckpoints(RunHistory run) {
        return new RunHistory(run.head(), run.state(), run.evaluations(), run.events(),
                List.of(0, 500, 1000, 1500, SampleForks.FORK), run.milestones(), run.leftOut());
    }

    @Test
    void aRunWithoutCheckpointsOffersNothing() {
        run.set(Optional.of(SampleHistories.empty()));
        assertThat(form.place().getValue()).isEmpty();
        assertThat(form.offer().getValue()).isEmpty();
    }

    @Test
    void theCommandLineSaysTheSame() {
        form.field(ForkField.DRAWS).set("2");
        assertThat(ForkCommandLine.of("my run", request(), Path.of("runs"))).isEqualTo(
                "grokscope fork 'my run' --at 1600 --weight-decay 1,2,3,5 --draws 2 --stop-after-grok 1500 --runs runs");
    }

    private ForkPlace place() {
        return form.place().getValue().orElseThrow();
    }

    private ForkOffer offer() {
        return form.offer().getValue().orElseThrow();
    }

    private ForkRequest request() {
        return offer().request().orElseThrow();
    }

    @Test
    void theOfferSaysHowLongTheBranchesTakeAndHowMuchTheyWrite() {
        cursor.set(OptionalInt.of(2000));
        form.choose(2, false);
        form.choose(3, false);
        form.choose(5, false);
        // One branch, the control, from step 2,000 at 40 steps a second: 1,500 after grokking, or to 8,000.
        assertThat(offer().estimate().words()).startsWith("about 40 s – 3 min · ").endsWith(" MB");
        form.field(ForkField.STOP_AFTER_GROK).set("");
        assertThat(offer().estimate().words()).startsWith("about 3 min · ");
        estimator.set(Optional.of(estimator(1, 0)));
        assertThat(offer().estimate().words()).startsWith("about 1.7 h · ");
        assertThat(offer().estimate().warning()).isEqualTo("This may take more than an hour.");
        estimator.set(Optional.of(estimator(1, 3600)));
        assertThat(offer().estimate().words()).as("while others train").startsWith("about 1.7–2.7 h · ");
    }

    private int expectedAt(double weightDecay) {
        return offer().predictions().stream().filter(it -> it.weightDecay() == weightDecay).findFirst().orElseThrow()
                .steps().expected();
    }

    private static Estimator estimator(double stepsPerSecond, double busy) {
        Environment here = SampleHistories.grokked().head().environment();
        return new Estimator(new MachineSpeed(here, List.of(new MachineSpeed.Measured(
                SampleHistories.grokked().head().configuration(), here.threads(), stepsPerSecond))), List.of(), 1,
                SpeedModel.Trying.NONE, busy);
    }
}
