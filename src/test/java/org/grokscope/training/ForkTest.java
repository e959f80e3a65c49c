package org.grokscope.training;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.grokscope.text.InvalidSetting;
import org.grokscope.run.Repetition;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Milestone;
import org.grokscope.run.Checkpoint;
import org.grokscope.run.Environment;
import org.grokscope.run.EvaluationLine;
import org.grokscope.run.Fork;
import org.grokscope.run.ForkBranch;
import org.grokscope.run.ForkPlan;
import org.grokscope.run.ForkRequest;
import org.grokscope.run.RunCopy;
import org.grokscope.run.Lineage;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunEvent;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunLibrary;
import org.grokscope.run.RunState;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.Settings;
import org.grokscope.settings.WeightDecaySchedule;
import org.grokscope.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forks of real runs: what repeats must repeat to the bit, and what differs must differ. */
class ForkTest {
    private static final int STEPS = 100;

    @TempDir
    Path runs;

    @Test
    void theUninterruptedThePausedAndTheForkedRunEndAlikeToTheBit() throws IOException {
        RunDirectory uninterrupted = finished(STEPS);
        RunDirectory paused = TinyRun.create(runs, TinyRun.configuration(STEPS));
        for (int until : new int[]{37, 61}) {
            try (RunSession session = RunSession.open(paused, TinyRun.COMPUTE)) {
                TinyRun.advance(session, until);
                session.pause("For the test.");
            }
        }
        TinyRun.finish(paused);
        RunDirectory atCheckpoint = finishedControl(uninterrupted, 40);
        RunDirectory betweenCheckpoints = finishedControl(uninterrupted, 53);

        for (RunDirectory other : List.of(paused, atCheckpoint, betweenCheckpoints)) {
            assertThat(numbers(other)).isEqualTo(numbers(uninterrupted));
            assertThat(tensors(other.checkpoint(STEPS))).isEqualTo(tensors(uninterrupted.checkpoint(STEPS)));
        }
    }

    @Test
    void aForkMayBeEvaluatedMoreOftenAndItsControlHasTheSameWeights() throws IOException {
        RunDirectory parent = finished(STEPS);
        RunDirectory control = Fork.create(parent, finer(40, 4), _ -> TinyRun.COMPUTE.environment()).getFirst();
        TinyRun.finish(control);
        RunHistory history = control.history();
        assertThat(history.control()).isTrue();
        assertThat(history.evaluations()).extracting(Evaluation::step).startsWith(0, 10, 20, 30, 40, 44, 48)
                .endsWith(92, 96, 100);
        assertThat(tensors(control.checkpoint(STEPS))).isEqualTo(tensors(parent.checkpoint(STEPS)));
        Repetition repetition = Repetition.of(parent.history(), history);
        assertThat(repetition.differsFrom()).isEmpty();
        assertThat(repetition.exactTo()).hasValue(STEPS);
        // The same branch on the parent's grid is another one; on this one it is there.
        assertThat(Fork.create(parent, controlOnly(40), _ -> TinyRun.COMPUTE.environment())).hasSize(1);
        assertThatExceptionOfType(InvalidSetting.class).isThrownBy(
                () -> Fork.create(parent, finer(40, 4), _ -> TinyRun.COMPUTE.environment()));
    }

    private static ForkRequest finer(int step, int every) {
        return new ForkRequest(step, List.of(), 1, true, OptionalDouble.empty(), OptionalInt.empty(),
                OptionalInt.empty(), OptionalInt.of(every));
    }

    @Test
    void whereTheScheduleWaitsForAMilestoneTheGridStays() throws IOException {
        RunDirectory parent = TinyRun.create(runs, TinyRun.configuration(STEPS).with(Settings.WEIGHT_DECAY_SCHEDULE,
                WeightDecaySchedule.parse("grokked:5")));
        TinyRun.finish(parent);
        assertThatExceptionOfType(InvalidSetting.class)
                .isThrownBy(() -> Fork.create(parent, finer(40, 4), _ -> TinyRun.COMPUTE.environment()))
                .withMessageContaining("evaluated every 10 steps");
    }

    @Test
    void whatIsToRepeatItsParentKeepsTheParentsThreads() throws IOException {
        Environment parents = TinyRun.COMPUTE.environment();
        Environment others = parents.withThreads(parents.threads() + 1);
        RunDirectory parent = finished(STEPS);
        List<RunDirectory> atCheckpoint = Fork.create(parent, ForkRequest.of(40, List.of(5.0)), _ -> others);
        assertThat(atCheckpoint).extracting(run -> run.head().environment()).containsExactly(parents, others);
        // Between checkpoints all take some of the parent's steps again.
        List<RunDirectory> between = Fork.create(parent, ForkRequest.of(53, List.of(5.0)), _ -> others);
        assertThat(between).extracting(run -> run.head().environment()).containsExactly(parents, parents);
        Environment elsewhere = new Environment("cpu", "another processor", 7, parents.versions());
        assertThat(Fork.create(parent, controlOnly(60), _ -> elsewhere).getFirst().head().environment())
                .isEqualTo(elsewhere);
    }

    @Test
    void aColdStartWithoutMomentsEndsElsewhere() throws IOException {
        RunDirectory parent = finished(STEPS);
        RunDirectory control = Fork.create(parent, controlOnly(40), _ -> TinyRun.COMPUTE.environment()).getFirst();
        Checkpoint at = control.checkpoint(40);
        try (Trainer cold = Trainer.resume(control.head().configuration(),
                new Checkpoint(40, at.parameters(), zeros(at), zeros(at), at.configurationHash(), 0),
                TinyRun.COMPUTE.device())) {
            for (int step = 40; step < STEPS; step++) {
                cold.step();
            }
            assertThat(cold.checkpoint(0).parameters()).isNotEqualTo(parent.checkpoint(STEPS).parameters());
        }
    }

    @Test
    void aBranchWithAnotherWeightDecayRecordsTheChangeAndGoesItsOwnWay() throws IOException {
        RunDirectory parent = finished(STEPS);
        RunDirectory branch = Fork.create(parent, ForkRequest.of(40, List.of(5.0)), _ -> TinyRun.COMPUTE.environment())
                .getLast();
        TinyRun.finish(branch);
        RunHistory history = branch.history();
        assertThat(history.events()).filteredOn(RunEvent.WeightDecayChanged.class::isInstance).singleElement()
                .isInstanceOfSatisfying(RunEvent.WeightDecayChanged.class, change -> {
                    assertThat(change.step()).isEqualTo(40);
                    assertThat(change.from()).isEqualTo(1);
                    assertThat(change.to()).isEqualTo(5);
                });
        assertThat(history.evaluations().getLast().value(Measure.WEIGHT_DECAY)).isEqualTo(5);
        assertThat(history.evaluations().getLast().value(Measure.WEIGHT_NORM))
                .isLessThan(parent.history().evaluations().getLast().value(Measure.WEIGHT_NORM));
        assertThat(history.evaluations().subList(0, 5)).isEqualTo(parent.history().evaluations().subList(0, 5));
    }

    @Test
    void aDrawHasTheParentsSplitAndAnotherOrder() throws IOException {
        RunDirectory parent = finished(STEPS);
        List<RunDirectory> branches = Fork.create(parent,
                new ForkRequest(50, List.of(1.0), 2, true, OptionalDouble.empty(), OptionalInt.empty(),
                        OptionalInt.empty()),
                _ -> TinyRun.COMPUTE.environment());
        for (RunDirectory branch : branches) {
            TinyRun.finish(branch);
        }
        assertThat(branches).hasSize(2);
        assertThat(branches.get(0).history().control()).isTrue();
        assertThat(branches.get(1).head().configuration().seeds().seed())
                .isEqualTo(parent.head().configuration().seeds().seed());
        assertThat(Trainer.split(branches.get(1).head().configuration()))
                .usingRecursiveComparison().isEqualTo(Trainer.split(parent.head().configuration()));
        assertThat(numbers(branches.get(1))).isNotEqualTo(numbers(parent));
    }

    @Test
    void aDrawOfADrawSaysWhichItIs() throws IOException {
        RunDirectory parent = finished(STEPS);
        RunDirectory draw = Fork.create(parent, draws(40, 2), _ -> TinyRun.COMPUTE.environment()).getLast();
        TinyRun.finish(draw);
        RunDirectory again = Fork.create(draw, draws(60, 3), _ -> TinyRun.COMPUTE.environment()).getLast();
        assertThat(again.head().lineage()).extracting(Lineage::draw).isEqualTo(3);
        Path file = again.path().resolve("run.json");
        Files.writeString(file, Files.readString(file).replaceAll(",\\s*\"draw\" : \\d+", ""));
        assertThat(RunDirectory.open(again.path()).head().lineage()).extracting(Lineage::draw).isEqualTo(3);
    }

    private static ForkRequest draws(int step, int draws) {
        return new ForkRequest(step, List.of(1.0), draws, true, OptionalDouble.empty(), OptionalInt.empty(),
                OptionalInt.empty());
    }

    @Test
    void allBranchesAreMadeOrNone() throws IOException {
        RunDirectory parent = finished(STEPS);
        ForkPlan plan = ForkPlan.of(parent.history(), ForkRequest.of(40, List.of(2.0)));
        ForkBranch last = plan.branches().getLast();
        // The second has no configuration, and cannot be made.
        ForkPlan broken = new ForkPlan(plan.start(),
                List.of(plan.branches().getFirst(), new ForkBranch("broken", null, last.lineage())));
        assertThatExceptionOfType(NullPointerException.class)
                .isThrownBy(() -> Fork.create(parent, broken, 40, TinyRun.COMPUTE.environment()));
        assertThat(new RunLibrary(runs).runs()).hasSize(1);
    }

    @Test
    void whatANewerProgramLoggedIsInherited() throws IOException {
        RunDirectory parent = finished(STEPS);
        Path log = parent.path().resolve("metrics.jsonl");
        Files.writeString(log, Files.readString(log).replace("{\"step\":20,", "{\"ofTomorrow\":7,\"step\":20,"));
        RunDirectory fork = Fork.create(parent, ForkRequest.of(40, List.of(2.0)), _ -> TinyRun.COMPUTE.environment())
                .getFirst();
        assertThat(fork.path().resolve("inherited/metrics.jsonl")).content().contains("{\"ofTomorrow\":7,");
    }

    @Test
    void aForkIsWholeWithoutItsParent() throws IOException {
        RunDirectory parent = finished(STEPS);
        List<String> expected = numbers(parent);
        RunDirectory child = Fork.create(parent, controlOnly(53), _ -> TinyRun.COMPUTE.environment()).getFirst();
        delete(parent.path());
        TinyRun.finish(child);
        assertThat(numbers(child)).isEqualTo(expected);
        RunDirectory grandchild = Fork.create(child, controlOnly(70), _ -> TinyRun.COMPUTE.environment()).getFirst();
        delete(child.path());
        TinyRun.finish(grandchild);
        assertThat(numbers(grandchild)).isEqualTo(expected);
    }

    @Test
    void aForkThatWasKilledWhileItRepeatedItsParentBeginsThatAgain() throws IOException {
        RunDirectory parent = finished(STEPS);
        RunDirectory child = Fork.create(parent, controlOnly(57), _ -> TinyRun.COMPUTE.environment()).getFirst();
        try (RunSession session = RunSession.open(child, TinyRun.COMPUTE)) {
            TinyRun.advance(session, 50);
        }
        assertThat(child.history().state()).isEqualTo(RunState.INTERRUPTED);
        TinyRun.finish(child);
        assertThat(numbers(child)).isEqualTo(numbers(parent));
    }

    @Test
    void aRunInTrainingIsForkedAtItsLastCheckpointAndGoesOn() throws IOException {
        RunDirectory parent = TinyRun.create(runs, TinyRun.configuration(STEPS));
        try (RunSession session = RunSession.open(parent, TinyRun.COMPUTE)) {
            TinyRun.advance(session, 47);
            List<RunDirectory> branches = Fork.create(parent, ForkRequest.of(40, List.of(3.0)),
                    _ -> TinyRun.COMPUTE.environment());
            assertThat(branches).extracting(branch -> branch.head().lineage().step()).containsExactly(40, 40);
            TinyRun.advance(session, Integer.MAX_VALUE);
        }
        assertThat(parent.history().state()).isEqualTo(RunState.FINISHED);
    }

    @Test
    void aTriggeredChangeActsFromTheNextUpdateOnAndSurvivesAPause() throws IOException {
        RunConfiguration scheduled = scheduled("memorised:3,330:0.5");
        RunDirectory uninterrupted = TinyRun.create(runs, scheduled);
        TinyRun.finish(uninterrupted);
        RunHistory history = uninterrupted.history();
        int memorised = history.milestones().step(Milestone.MEMORISED).orElseThrow();
        assertThat(memorised).isLessThan(330);
        assertThat(history.events()).filteredOn(RunEvent.WeightDecayChanged.class::isInstance)
                .extracting(RunEvent::step).containsExactly(memorised, 330);
        history.evaluations().forEach(evaluation -> assertThat(evaluation.value(Measure.WEIGHT_DECAY))
                .isEqualTo(evaluation.step() < memorised ? 1 : evaluation.step() < 330 ? 3 : 0.5));

        RunDirectory paused = TinyRun.create(runs, scheduled);
        for (int until : new int[]{memorised, memorised + 3, 330}) {
            try (RunSession session = RunSession.open(paused, TinyRun.COMPUTE)) {
                TinyRun.advance(session, until);
                session.pause("For the test.");
            }
        }
        TinyRun.finish(paused);
        assertThat(numbers(paused)).isEqualTo(numbers(uninterrupted));
        assertThat(paused.history().events()).filteredOn(RunEvent.WeightDecayChanged.class::isInstance).hasSize(2);
    }

    @Test
    void aTriggerThatFiredInTheParentDoesNotFireAgainInTheControl() throws IOException {
        RunDirectory parent = TinyRun.create(runs, scheduled("memorised:3,330:0.5"));
        TinyRun.finish(parent);
        RunDirectory control = finishedControl(parent, 327);
        assertThat(numbers(control)).isEqualTo(numbers(parent));
        RunDirectory branch = Fork.create(parent, ForkRequest.of(327, List.of(2.0)), _ -> TinyRun.COMPUTE.environment())
                .getLast();
        TinyRun.finish(branch);
        assertThat(branch.history().weightDecayAfter(329)).isEqualTo(2);
        assertThat(branch.history().evaluations().getLast().value(Measure.WEIGHT_DECAY)).isEqualTo(0.5);
    }

    @Test
    void whereNoMomentsAreKeptTheStepsBeforeTheForkAreTakenAgainFromTheSeed() throws IOException {
        RunDirectory parent = finished(STEPS);
        RunDirectory light = RunCopy.logs().make(parent, runs.resolve("light"));
        for (int step : new int[]{0, 40, 53}) {
            RunDirectory control = finishedControl(light, step);
            assertThat(numbers(control)).as("forked at " + step).isEqualTo(numbers(parent));
        }
        RunDirectory killed = Fork.create(light, ForkRequest.of(33, List.of(2.0)), _ -> TinyRun.COMPUTE.environment())
                .getFirst();
        try (RunSession session = RunSession.open(killed, TinyRun.COMPUTE)) {
            TinyRun.advance(session, 20);
        }
        TinyRun.finish(killed);
        assertThat(numbers(killed)).isEqualTo(numbers(parent));
    }

    @Test
    void aForkOfAForkIsRepeatedFromTheSeedThroughBoth() throws IOException {
        RunDirectory parent = finished(STEPS);
        RunDirectory fork = Fork.create(parent, ForkRequest.of(40, List.of(5.0)), _ -> TinyRun.COMPUTE.environment())
                .getLast();
        TinyRun.finish(fork);
        RunDirectory light = RunCopy.logs().make(fork, runs.resolve("light"));
        RunDirectory control = finishedControl(light, 63);
        assertThat(numbers(control)).isEqualTo(numbers(fork));
        RunDirectory grandchild = finishedControl(RunCopy.logs().make(control, runs.resolve("lighter")), 81);
        assertThat(numbers(grandchild)).isEqualTo(numbers(fork));
    }

    @Test
    void aChangeOfWeightDecayBeforeTheForkIsRepeatedToo() throws IOException {
        RunDirectory parent = TinyRun.create(runs, scheduled("33:3"));
        TinyRun.finish(parent);
        RunDirectory light = RunCopy.logs().make(parent, runs.resolve("light"));
        assertThat(numbers(finishedControl(light, 57))).isEqualTo(numbers(parent));
        assertThat(numbers(finishedControl(parent, 37))).isEqualTo(numbers(parent));
    }

    private static RunConfiguration scheduled(String schedule) {
        return TinyRun.configuration(350).with(Settings.WEIGHT_DECAY_SCHEDULE, WeightDecaySchedule.parse(schedule));
    }

    private RunDirectory finished(int steps) throws IOException {
        RunDirectory run = TinyRun.create(runs, TinyRun.configuration(steps));
        TinyRun.finish(run);
        return run;
    }

    private static RunDirectory finishedControl(RunDirectory parent, int step) throws IOException {
        RunDirectory control = Fork.create(parent, controlOnly(step), _ -> TinyRun.COMPUTE.environment()).getFirst();
        TinyRun.finish(control);
        return control;
    }

    private static ForkRequest controlOnly(int step) {
        return ForkRequest.of(step, List.of());
    }

    private static Map<String, Tensor> zeros(Checkpoint like) {
        Map<String, Tensor> zeros = new LinkedHashMap<>();
        like.parameters().forEach((name, tensor) -> zeros.put(name,
                new Tensor(tensor.shape(), new float[tensor.values().length])));
        return zeros;
    }

    private static List<Object> tensors(Checkpoint checkpoint) {
        return List.of(checkpoint.parameters(), checkpoint.firstMoments(), checkpoint.secondMoments());
    }

    /** Every number that the run logged, with those it inherited, times and speeds apart. */
    private static List<String> numbers(RunDirectory run) throws IOException {
        return run.history().evaluations().stream().map(evaluation -> EvaluationLine.write(evaluation)
                .without(List.of("wallMillis", "stepsPerSecond")).toString()).toList();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
