package org.grokscope.workbench.runs;

import java.awt.Color;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.grokscope.figure.SampleHistories;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Milestones;
import org.grokscope.run.DamagedRun;
import org.grokscope.run.Imported;
import org.grokscope.run.RunHead;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;
import org.grokscope.workbench.Runs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import static org.assertj.core.api.Assertions.assertThat;

class RunRowTest {
    @Test
    void aRowTellsWhoTheRunIs() {
        RunRow row = row(Runs.fresh("an-id", "A name", 0), false);
        assertThat(row.id()).isEqualTo("an-id");
        assertThat(row.name()).isEqualTo("A name");
        assertThat(row.colour()).isEqualTo(Color.ORANGE);
    }

    @Test
    void theDetailsOfAForkSayWhereItComesFrom() {
        assertThat(row(Runs.fork("a", "parent", 0, 2, RunState.PAUSED), false).details())
                .endsWith("forked from parent at step 1,000");
    }

    @Test
    void whatCannotBeOpenedHasALineWithTheReason() {
        RunRow row = RunRow.damaged(new DamagedRun(Path.of("runs", "broken"), "It is empty."));
        assertThat(row.name()).isEqualTo("broken");
        assertThat(row.outcome().state()).isEqualTo("damaged");
        assertThat(row.details()).isEqualTo("It is empty.");
    }

    @Test
    void whetherALongRunThatIsStillBeingReadGrokkedIsNotKnown() {
        RunHistory whole = SampleHistories.grokked();
        RunHistory glance = new RunHistory(whole.head(), whole.state(), whole.evaluations(), whole.events(),
                whole.checkpoints(), whole.resumable(), Milestones.at(Map.of()), whole.leftOut(), whole.notes(), false);
        for (String title : List.of("grokked", "ceiling", "lead")) {
            RunColumn column = RunColumn.of(title).orElseThrow();
            assertThat(row(glance, false).text(column)).as(title).isEqualTo("\u2026");
            assertThat(row(whole, false).text(column)).as(title).doesNotContain("\u2026");
        }
    }

    @Test
    void theWeightDecayIsTheOneInForceAlsoOfABranchThatOnlyInheritedEvaluations() {
        RunHistory run = Runs.fork("a", "parent", 0, 2.5, RunState.NEW);
        assertThat(run.evaluations().getLast().value(Measure.WEIGHT_DECAY)).isEqualTo(1);
        assertThat(row(run, false).text(RunColumn.WEIGHT_DECAY)).isEqualTo("2.5");
    }

    @Test
    void beforeAnyEvaluationTheWeightDecayIsTheConfiguredOne() {
        RunHistory run = Runs.of("a", 0, 97, 42, 2.5, RunState.NEW, 0);
        RunHistory unevaluated = new RunHistory(run.head(), run.state(), List.of(), List.of(), List.of(),
                Milestones.of(List.of(), run.head().configuration().thresholds()), List.of());
        assertThat(row(unevaluated, false).text(RunColumn.WEIGHT_DECAY)).isEqualTo("2.5");
    }

    @Test
    void whatNobodyKnowsOfAnImportedRunIsADash() {
        RunHistory run = Runs.of("a", 0, 97, 42, 2.5, RunState.FINISHED, 0);
        RunHead head = run.head();
        RunHistory imported = new RunHistory(
                new RunHead("a", "A", head.created(), head.configuration(), null, head.environment(),
                        new Imported(Imported.CURVES, List.of("a.csv"), List.of("weightDecay", "learningRate"))),
                RunState.IMPORTED, List.of(), List.of(), List.of(),
                Milestones.of(List.of(), head.configuration().thresholds()), List.of());
        assertThat(row(imported, false).text(RunColumn.WEIGHT_DECAY)).isEqualTo("\u2014");
        assertThat(row(imported, false).text(RunColumn.of("p").orElseThrow())).isEqualTo("97");
        assertThat(FilterKey.all().stream().filter(key -> key.words().contains("learning-rate"))
                .map(key -> key.of(imported)))
                .containsExactly(OptionalDouble.empty());
    }

    @ParameterizedTest
    @EnumSource(RunState.class)
    void theDetailsNameTheState(RunState state) {
        assertThat(row(Runs.run("a", "A", 0, state, 1000), false).details())
                .startsWith("A\n" + state.label() + ", step 1,000 of 8,000\n");
    }

    @Test
    void theDetailsOfARunThatWaitsOnTheLaneSayQueued() {
        assertThat(row(Runs.fresh("a", "A", 0), true).details()).isEqualTo("A\nqueued, step 0 of 8,000");
    }

    @Test
    void theDetailsHaveTheAccuraciesOfTheLastEvaluation() {
        RunHistory run = SampleHistories.of(List.of(SampleHistories.evaluation(0, 0.1, 0.1, 0.1),
                SampleHistories.evaluation(100, 0.998, 0.5, 0.1)), 100, RunState.PAUSED);
        assertThat(row(run, false).details()).endsWith("\ntrain 99.8%, validation 50.0%");
    }

    private static RunRow row(RunHistory run, boolean queued) {
        return RunRow.of(run, Color.ORANGE, queued, false, "");
    }
}
