package org.grokscope.workbench.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.awt.Color;
import java.nio.file.Path;
import java.util.List;
import org.grokscope.figure.TimelineRun;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;
import org.grokscope.training.TrainingRun;
import org.grokscope.training.TrainingRun.Phase;
import org.grokscope.training.TrainingSnapshot;
import org.grokscope.workbench.Runs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class RunsModelTest {
    private static final RunHistory OLD = Runs.fresh("old", "Old", 1);
    private static final RunHistory MIDDLE = Runs.fresh("middle", "Middle", 2);
    private static final RunHistory NEW = Runs.fresh("new", "New", 3);

    private final RunsModel model = new RunsModel();

    @Test
    void atFirstNothingIsChosen() {
        assertThat(model.chosen().get()).isEmpty();
    }

    @Test
    void theFirstUpdateChoosesTheNewestRun() {
        model.update(List.of(OLD, NEW, MIDDLE));
        assertThat(model.selection().get()).containsExactly("new");
        assertThat(model.chosen().get()).contains(NEW);
    }

    @Test
    void anEmptyFolderIsNotTheFirstUpdate() {
        model.update(List.of());
        model.update(List.of(OLD));
        assertThat(model.chosen().get()).contains(OLD);
    }

    @Test
    void aRunThatAppearsLaterIsNotChosenByItself() {
        model.update(List.of(OLD));
        model.update(List.of(OLD, NEW));
        assertThat(model.selection().get()).containsExactly("old");
    }

    @Test
    void runsOfOneNameAreToldApartByTheirFolders() {
        RunHistory copy = Runs.fresh("old-copy", "Old", 2);
        model.update(List.of(OLD));
        assertThat(model.row(OLD).caption()).isEmpty();
        model.update(List.of(OLD, copy, NEW));
        assertThat(model.row(OLD).caption()).isEqualTo("old");
        assertThat(model.row(copy).caption()).isEqualTo("old-copy");
        assertThat(model.row(NEW).caption()).isEmpty();
    }

    @Test
    void theSelectionSurvivesAnUpdate() {
        model.update(List.of(OLD, MIDDLE, NEW));
        model.select(List.of("middle", "old"));
        model.update(List.of(NEW, MIDDLE, OLD));
        assertThat(model.selection().get()).containsExactly("middle", "old");
    }

    @Test
    void anEmptySelectionSurvivesAnUpdate() {
        model.update(List.of(OLD));
        model.select(List.of());
        model.update(List.of(OLD, NEW));
        assertThat(model.chosen().get()).isEmpty();
    }

    @Test
    void anUpdateBringsTheChosenRunUpToDate() {
        model.update(List.of(Runs.run("a", "A", 1, RunState.TRAINING, 100)));
        RunHistory later = Runs.run("a", "A", 1, RunState.TRAINING, 200);
        model.update(List.of(later));
        assertThat(model.chosen().get()).containsSame(later);
        assertThat(model.shown().get()).extracting(TimelineRun::history).containsExactly(later);
    }

    @Test
    void aRunThatDisappearsLeavesTheSelection() {
        model.update(List.of(OLD, MIDDLE, NEW));
        model.select(List.of("old", "new", "middle"));
        model.update(List.of(OLD, NEW));
        assertThat(model.selection().get()).containsExactly("old", "new");
        assertThat(model.chosen().get()).contains(NEW);
    }

    @Test
    void theRunChosenLastIsTheChosenOne() {
        model.update(List.of(OLD, MIDDLE, NEW));
        model.select(List.of("new", "old"));
        assertThat(model.chosen().get()).contains(OLD);
    }

    @Test
    void runsThatAreNotThereCannotBeSelected() {
        model.update(List.of(OLD));
        model.select(List.of("old", "nobody"));
        assertThat(model.selection().get()).containsExactly("old");
    }

    @Test
    void anAwaitedRunIsSelectedOnceItIsRead() {
        model.update(List.of(OLD));
        model.selectWhenRead("new");
        assertThat(model.selection().get()).containsExactly("old");
        model.update(List.of(OLD, NEW));
        assertThat(model.selection().get()).containsExactly("new");
    }

    @Test
    void anAwaitedRunIsSelectedOnlyOnce() {
        model.update(List.of(OLD));
        model.selectWhenRead("new");
        model.update(List.of(OLD, NEW));
        model.select(List.of("old"));
        model.update(List.of(OLD, NEW));
        assertThat(model.selection().get()).containsExactly("old");
    }

    @Test
    void anAwaitedRunThatIsThereAlreadyIsSelectedAtOnce() {
        model.update(List.of(OLD, NEW));
        model.selectWhenRead("old");
        assertThat(model.selection().get()).containsExactly("old");
    }

    @Test
    void theRunChosenLastIsThePrimaryOneOfTheCharts() {
        model.update(List.of(OLD, MIDDLE, NEW));
        model.select(List.of("new", "old", "middle"));
        assertThat(model.shown().get()).extracting(run -> run.history().head().id(), TimelineRun::primary)
                .containsExactly(tuple("new", false),
                        tuple("old", false),
                        tuple("middle", true));
    }

    @Test
    void aForkBesideThePrimaryRunIsDrawnFromItsForkStepOn() {
        model.update(List.of(OLD, Runs.fork("fork", "old", 2, 2, RunState.FINISHED)));
        model.select(List.of("fork", "old"));
        assertThat(model.shown().get()).extracting(TimelineRun::fromStep).containsExactly(1000, 0);
    }

    @Test
    void aForkThatIsThePrimaryRunIsDrawnWhole() {
        model.update(List.of(OLD, Runs.fork("fork", "old", 2, 2, RunState.FINISHED)));
        model.select(List.of("old", "fork"));
        assertThat(model.shown().get()).extracting(TimelineRun::fromStep).containsExactly(0, 0);
    }

    @Test
    void aRunKeepsItsColourWhenOthersComeAndGo() {
        model.update(List.of(MIDDLE, NEW));
        Color before = model.row(NEW).colour();
        model.update(List.of(OLD, NEW));
        assertThat(model.row(NEW).colour()).isEqualTo(before);
    }

    @Test
    void runsHaveColoursOfTheirOwn() {
        model.update(List.of(OLD, MIDDLE, NEW));
        assertThat(List.of(OLD, MIDDLE, NEW)).extracting(run -> model.row(run).colour()).doesNotHaveDuplicates();
    }

    @Test
    void theTreeHoldsWhatTheFilterKeeps() {
        model.update(List.of(OLD, MIDDLE, NEW));
        model.filter().set("middle");
        assertThat(model.forest()).extracting(RunBranch::run).containsExactly(MIDDLE);
    }

    @Test
    void theFilterLeavesTheSelectionAlone() {
        model.update(List.of(OLD, NEW));
        model.filter().set("old");
        assertThat(model.selection().get()).containsExactly("new");
    }

    @ParameterizedTest
    @EnumSource(value = Phase.class, names = {"QUEUED", "TRAINING", "PAUSED"})
    void theChosenRunIsOnTheLaneUntilItEnds(Phase phase) {
        model.update(List.of(OLD));
        TrainingRun training = executor("old", phase);
        assertThat(model.chosenInTraining()).contains(training);
    }

    @ParameterizedTest
    @EnumSource(value = Phase.class, names = {"STOPPED", "FINISHED", "DIVERGED", "FAILED"})
    void aRunThatHasEndedIsNoLongerOnTheLane(Phase phase) {
        model.update(List.of(OLD));
        executor("old", phase);
        assertThat(model.chosenInTraining()).isEmpty();
    }

    @Test
    void aRunThatWaitsForTheLaneSaysSo() {
        model.update(List.of(OLD, NEW));
        executor("old", Phase.QUEUED);
        assertThat(model.row(OLD).outcome().state()).isEqualTo("queued");
        assertThat(model.row(NEW).outcome().state()).isNotEqualTo("queued");
    }

    @ParameterizedTest
    @EnumSource(value = Phase.class, mode = Mode.EXCLUDE, names = "QUEUED")
    void inAnyOtherPhaseTheFolderHasTheWordAndTheLineStaysAsItIs(Phase phase) {
        model.update(List.of(OLD));
        RunRow before = model.row(OLD);
        executor("old", phase);
        assertThat(model.row(OLD)).isSameAs(before);
    }

    @Test
    void anotherRunOnTheLaneIsNotTheChosenOne() {
        model.update(List.of(OLD));
        executor("new", Phase.TRAINING);
        assertThat(model.chosenInTraining()).isEmpty();
    }

    private TrainingRun executor(String id, Phase phase) {
        TrainingRun run = new TrainingRun(id, Path.of("runs", id), id, phase, 10, 100, 40, "");
        model.executor().set(new TrainingSnapshot(List.of(run)));
        return run;
    }
}
