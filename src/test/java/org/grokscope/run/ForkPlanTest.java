package org.grokscope.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.grokscope.figure.SampleHistories;
import org.grokscope.settings.Seeds;
import org.grokscope.text.InvalidSetting;
import org.junit.jupiter.api.Test;

/** The sample groks at 4,000 of its 8,000 steps. */
class ForkPlanTest {
    private final RunHistory parent = SampleHistories.grokked();

    @Test
    void theControlComesFirstAndIsAddedWhenItIsNotAskedFor() {
        ForkPlan plan = plan(ForkRequest.of(1000, List.of(2.0, 5.0)));
        assertThat(plan.branches()).extracting(branch -> branch.configuration().optimizer().weightDecay())
                .containsExactly(1.0, 2.0, 5.0);
        assertThat(plan.branches()).extracting(ForkBranch::name).containsExactly("control from 1,000",
                "\u03bb 2 from 1,000", "\u03bb 5 from 1,000");
        assertThat(plan.branches().getFirst().lineage().changes()).isEmpty();
        assertThat(plan.branches().getLast().lineage()).isEqualTo(new Lineage("sample", 1000, List.of("weightDecay")));
    }

    @Test
    void theControlIsNotAddedTwice() {
        assertThat(plan(ForkRequest.of(1000, List.of(3.0, 1.0))).branches()).hasSize(2);
    }

    @Test
    void drawsChangeTheOrderOfTheBatchesAndNothingElse() {
        ForkPlan plan = plan(request(1000, List.of(1.0), 3, false));
        assertThat(plan.branches()).extracting(branch -> branch.configuration().seeds()).containsExactly(
                new Seeds(42, 42), new Seeds(42, 43), new Seeds(42, 44));
        assertThat(plan.branches().get(2).lineage().changes()).containsExactly("dataSeed");
        assertThat(plan.branches()).extracting(ForkBranch::name).containsExactly("control from 1,000",
                "\u03bb 1, draw 2 from 1,000", "\u03bb 1, draw 3 from 1,000");
    }

    @Test
    void withoutACheckpointAtTheStepTheNearestEarlierOneIsTaken() {
        assertThat(plan(ForkRequest.of(1400, List.of())).start()).isEqualTo(new ForkStart(1000, false, false));
        assertThat(plan(ForkRequest.of(1500, List.of())).start()).isEqualTo(new ForkStart(1500, false, false));
    }

    @Test
    void branchesThatAreThereAreNotMadeAgain() {
        ForkPlan first = plan(request(1000, List.of(2.0), 1, true));
        List<RunHead> there = first.branches().stream().map(this::head).toList();
        ForkPlan more = plan(request(1000, List.of(2.0, 3.0), 2, true)).without(there);
        assertThat(more.branches()).hasSize(4).noneMatch(branch -> first.branches().contains(branch));
        assertThatThrownBy(() -> first.without(there)).isInstanceOf(InvalidSetting.class)
                .hasMessage("All of these branches exist already. Choose another \u03bb or more draws.");
        assertThat(plan(request(1100, List.of(2.0), 1, true)).without(there).branches()).hasSize(2);
    }

    private RunHead head(ForkBranch branch) {
        return new RunHead("there", branch.name(), parent.head().created(), branch.configuration(), branch.lineage(),
                parent.head().environment());
    }

    @Test
    void aStepBeyondTheRunIsRefused() {
        refused(ForkRequest.of(8001, List.of(2.0)),
                "This run has reached step 8,000; it can be forked up to there.");
    }

    @Test
    void aLastStepThatIsNotBeyondTheForkIsRefused() {
        refused(new ForkRequest(1000, List.of(2.0), 1, true, OptionalDouble.empty(), OptionalInt.of(1000),
                OptionalInt.empty()), "The last step must be after step 1,000, where the fork begins.");
    }

    @Test
    void aWeightDecayThatIsNoNumberIsRefused() {
        assertThatThrownBy(() -> ForkRequest.of(1000, List.of(Double.NaN))).isInstanceOf(InvalidSetting.class)
                .hasMessage("The weight decay \u03bb must be a number of at least 0, and NaN is not.");
    }

    @Test
    void aRequestForNothingIsRefused() {
        assertThatThrownBy(() -> request(1000, List.of(), 1, false)).isInstanceOf(InvalidSetting.class)
                .hasMessage("A fork needs at least one weight decay \u03bb.");
    }

    @Test
    void aStopAfterGrokkingThatThePastWouldFireIsDropped() {
        ForkRequest after = new ForkRequest(1500, List.of(2.0), 1, true, OptionalDouble.empty(), OptionalInt.empty(),
                OptionalInt.of(300));
        assertThat(plan(after).branches().getFirst().configuration().schedule().stopAfterGrok()).isEqualTo(300);
        ForkRequest late = new ForkRequest(4500, List.of(2.0), 1, true, OptionalDouble.empty(), OptionalInt.empty(),
                OptionalInt.of(300));
        assertThat(plan(late).branches().getFirst().configuration().schedule().stopAfterGrok()).isZero();
    }

    private ForkPlan plan(ForkRequest request) {
        return ForkPlan.of(parent, request);
    }

    private void refused(ForkRequest request, String sentence) {
        assertThatThrownBy(() -> plan(request)).isInstanceOf(InvalidSetting.class).hasMessage(sentence);
    }

    private static ForkRequest request(int step, List<Double> weightDecays, int draws, boolean control) {
        return new ForkRequest(step, weightDecays, draws, control, OptionalDouble.empty(), OptionalInt.empty(),
                OptionalInt.empty());
    }
}
