package org.grokscope.workbench.forks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.grokscope.figure.SampleForks;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;
import org.junit.jupiter.api.Test;

class ForksModelTest {
    private final ForksModel model = new ForksModel();

    @Test
    void withoutForksItIsEmpty() {
        show(List.of(SampleForks.parent("p")), "p");
        assertThat(model.empty()).isTrue();
        assertThat(model.shownStep()).isEmpty();
    }

    @Test
    void aRowSaysWhatBecameOfEveryBranch() {
        show(SampleForks.family(), "parent");
        assertThat(model.rows()).extracting(CellRow::label).containsExactly("1 control", "2", "3", "5", "10");
        assertThat(model.rows()).extracting(CellRow::outcome).containsExactly("2 of 3, 1 not yet", "3 of 3", "3 of 3",
                "3 of 3, 1 destabilised", "0 of 3, collapsed");
        assertThat(model.rows()).extracting(CellRow::draws).containsOnly("3");
        assertThat(model.rows().get(1).grokkedAt()).isEqualTo("2,867 \u00b1 153");
        assertThat(model.rows().get(1).delay()).isEqualTo("1,167");
        assertThat(model.rows().getLast().delay()).isEqualTo("\u2014");
    }

    @Test
    void noBranchIsForgottenInMixedCells() {
        show(List.of(SampleForks.grokked("p", 2, 0, 900), SampleForks.waiting("p", 2, 1, 3000, RunState.FINISHED),
                SampleForks.collapsed("p", 2, 2), SampleForks.waiting("p", 2, 3, 400, RunState.DIVERGED)), "p-2.0-0");
        assertThat(model.rows().getFirst().outcome()).isEqualTo("1 of 4, 1 not by its end, 1 collapsed, 1 diverged");
    }

    @Test
    void aForkAfterGrokkingHasNoDelay() {
        show(List.of(SampleForks.at(SampleForks.grokked("p", 2, 0, 900), 2600)), "p-2.0-0@2600");
        assertThat(model.rows().getFirst().outcome()).isEqualTo("0 of 1, before the fork");
        assertThat(model.rows().getFirst().delay()).isEqualTo("\u2014");
    }

    @Test
    void aPersonChoosesAmongTheStepsOfTheForks() {
        show(List.of(SampleForks.parent("p"), SampleForks.grokked("p", 2, 0, 900), SampleForks.grokked("p", 3, 0, 600),
                SampleForks.at(SampleForks.grokked("p", 5, 0, 500), 1000)), "p");
        assertThat(model.steps()).containsExactly(1000, 1700);
        assertThat(model.shownStep()).hasValue(1700);
        model.wantedStepProperty().set(OptionalInt.of(1000));
        assertThat(model.rows()).extracting(CellRow::label).containsExactly("5");
        model.selectionProperty().set(List.of("p-3.0-0"));
        assertThat(model.shownStep()).hasValue(1700);
    }

    @Test
    void whatIsNotShownIsSaid() {
        show(List.of(SampleForks.grokked("p", 2, 0, 900),
                SampleForks.with(SampleForks.grokked("p", 3, 0, 600), List.of("learningRate"))), "p-2.0-0");
        assertThat(model.note())
                .startsWith(
                        "1 branch is not shown, for differing in more than \u03bb and the order of batches or for changing \u03bb on the way.");
    }

    @Test
    void selectedFamiliesPool() {
        model.runsProperty().set(
                Stream.concat(SampleForks.family("p").stream(), SampleForks.family("q").stream()).toList());
        model.selectionProperty().set(List.of("p", "q"));
        assertThat(model.rows().get(1).draws()).isEqualTo("6");
        assertThat(model.rows().get(1).outcome()).isEqualTo("6 of 6");
    }

    @Test
    void theCopiedTableHasALineForEachCellAndPlainNumbers() {
        show(SampleForks.family(), "parent");
        List<String> lines = model.tableText().lines().toList();
        assertThat(lines).hasSize(6);
        assertThat(lines.getFirst().split("\t", -1)).hasSize(12).startsWith("weightDecay", "control", "draws");
        assertThat(lines.get(3).split("\t", -1)).startsWith("3", "no", "3", "3", "3", "2400", "100", "700", "100");
        assertThat(lines.getLast()).isEqualTo("10\tno\t3\t3\t0\t\t\t\t\t\t\t0 of 3, collapsed");
    }

    private void show(List<RunHistory> runs, String chosen) {
        model.runsProperty().set(runs);
        model.selectionProperty().set(List.of(chosen));
    }
}
