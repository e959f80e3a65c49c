package org.grokscope.training;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.BaseNDManager;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.grokscope.file.FileProblem;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Thresholds;
import org.grokscope.run.Fork;
import org.grokscope.run.ForkRequest;
import org.grokscope.run.Repetition;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunEvent;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunLibrary;
import org.grokscope.run.RunState;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.Settings;
import org.grokscope.tensor.SafetensorsFile;
import org.grokscope.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunSessionTest {
    @TempDir
    Path runs;

    @Test
    void aRunToItsEndHasEveryEvaluationAndCheckpoint() throws IOException {
        RunDirectory directory = TinyRun.create(runs, TinyRun.configuration(50));
        TinyRun.finish(directory);
        RunHistory history = directory.history();
        assertThat(history.evaluations()).extracting(Evaluation::step).containsExactly(0, 10, 20, 30, 40, 50);
        assertThat(history.checkpoints()).contains(0, 20, 40, 50);
        assertThat(history.state()).isEqualTo(RunState.FINISHED);
        assertThat(history.events().getFirst()).isInstanceOf(RunEvent.Started.class);
        assertThat(history.leftOut()).isEmpty();
    }

    @Test
    void anInterruptedRunGoesOnAsIfNothingHadHappened() throws IOException {
        RunDirectory whole = TinyRun.create(runs, TinyRun.configuration(60));
        TinyRun.finish(whole);
        RunDirectory interrupted = TinyRun.create(runs, TinyRun.configuration(60));
        try (RunSession session = RunSession.open(interrupted, TinyRun.COMPUTE)) {
            TinyRun.advance(session, 37);
        }
        assertThat(interrupted.history().state()).isEqualTo(RunState.INTERRUPTED);
        TinyRun.finish(interrupted);
        assertSameNumbers(interrupted, whole, 60);
    }

    @Test
    void aPausedRunGoesOnFromTheVeryStepItPausedAt() throws IOException {
        RunDirectory whole = TinyRun.create(runs, TinyRun.configuration(60));
        TinyRun.finish(whole);
        RunDirectory paused = TinyRun.create(runs, TinyRun.configuration(60));
        try (RunSession session = RunSession.open(paused, TinyRun.COMPUTE)) {
            TinyRun.advance(session, 37);
            session.pause("Paused on request.");
        }
        assertThat(paused.history().state()).isEqualTo(RunState.PAUSED);
        assertThat(paused.history().checkpoints()).contains(37);
        TinyRun.finish(paused);
        assertThat(paused.history().events()).anySatisfy(event -> assertThat(event)
                .isInstanceOfSatisfying(RunEvent.Resumed.class, it -> assertThat(it.step()).isEqualTo(37)));
        assertSameNumbers(paused, whole, 60);
    }

    @Test
    void aRunThatCannotBeTakenUpLeavesNoNetworkBehind() throws Exception {
        RunDirectory run = TinyRun.create(runs, TinyRun.configuration(20));
        Files.createSymbolicLink(run.path().resolve("events.jsonl"), runs.resolve("nowhere/events.jsonl"));
        int before = managers();
        assertThatExceptionOfType(FileProblem.class)
                .isThrownBy(() -> RunSession.open(run, TinyRun.COMPUTE));
        assertThat(managers()).isEqualTo(before);
        assertThat(run.owner()).isEmpty();
    }

    /** Returns how many managers of arrays are open. */
    private static int managers() throws ReflectiveOperationException {
        try (NDManager any = NDManager.newBaseManager(Device.cpu())) {
            Field resources = BaseNDManager.class.getDeclaredField("resources");
            resources.setAccessible(true);
            return ((Map<?, ?>) resources.get(any.getParentManager())).size();
        }
    }

    @Test
    void theLastStepIsEvaluatedAndAnExtensionIsAsIfTheRunHadNeverStoppedThere() throws IOException {
        RunDirectory whole = TinyRun.create(runs, TinyRun.configuration(60));
        TinyRun.finish(whole);
        RunDirectory extended = TinyRun.create(runs, TinyRun.configuration(33));
        TinyRun.finish(extended);
        assertThat(extended.history().evaluations()).extracting(Evaluation::step).containsExactly(0, 10, 20, 30, 33);
        extended.extend(60);
        TinyRun.finish(RunDirectory.open(extended.path()));
        assertThat(extended.history().events()).filteredOn(RunEvent.Resumed.class::isInstance)
                .extracting(it -> ((RunEvent.Resumed) it).replaced()).containsExactly(List.of(33));
        assertSameNumbers(extended, whole, 60);
    }

    @Test
    void aControlOfARunThatEndedBetweenItsEvaluationsRepeatsItBitForBit() throws IOException {
        RunDirectory parent = TinyRun.create(runs, TinyRun.configuration(33));
        TinyRun.finish(parent);
        RunDirectory control = Fork.create(parent, ForkRequest.of(20, List.of()), _ -> TinyRun.COMPUTE.environment())
                .getFirst();
        TinyRun.finish(control);
        assertThat(Repetition.of(parent.history(), control.history()).exactTo()).hasValue(33);
        parent.extend(60);
        TinyRun.finish(RunDirectory.open(parent.path()));
        RunDirectory late = Fork.create(parent, new ForkRequest(33, List.of(), 1, true, OptionalDouble.empty(),
                OptionalInt.of(60), OptionalInt.empty()), _ -> TinyRun.COMPUTE.environment()).getFirst();
        TinyRun.finish(late);
        assertThat(late.history().evaluations()).extracting(Evaluation::step).doesNotContain(33);
        assertThat(Repetition.of(parent.history(), late.history()).exactTo()).hasValue(60);
    }

    @Test
    void whatLacksAMomentIsRefusedBeforeAnythingIsCut() throws IOException {
        RunDirectory run = TinyRun.create(runs, TinyRun.configuration(60));
        try (RunSession session = RunSession.open(run, TinyRun.COMPUTE)) {
            TinyRun.advance(session, 55);
        }
        without(run, 40, "adam.v.blocks.0.mlp.up.weight");
        List<String> before = Files.readAllLines(run.path().resolve("metrics.jsonl"));
        String sentence = "The checkpoint of " + run.head().id() + " at step 40 lacks adam.v.blocks.0.mlp.up.weight; "
                + "the one at step 20 is whole: resume --from 20, or fork --at 20.";
        assertThatExceptionOfType(FileProblem.class).isThrownBy(() -> RunSession.open(run, TinyRun.COMPUTE))
                .withMessage(sentence);
        assertThatExceptionOfType(FileProblem.class).isThrownBy(
                () -> Fork.create(run, ForkRequest.of(40, List.of(2.0)), _ -> TinyRun.COMPUTE.environment()))
                .withMessage(sentence);
        assertThat(new RunLibrary(runs).runs()).hasSize(1);
        assertThat(Files.readAllLines(run.path().resolve("metrics.jsonl"))).isEqualTo(before);
        assertThat(new CheckpointCheck(run, run.history()).findings(40))
                .containsExactly("The checkpoint at step 40 lacks adam.v.blocks.0.mlp.up.weight.");
        SessionStart.open(run, TinyRun.COMPUTE, OptionalInt.of(20), OptionalInt.empty(), () -> true).close();
        assertThat(run.history().events()).last().isInstanceOfSatisfying(RunEvent.Resumed.class,
                it -> assertThat(it.replaced()).containsExactly(30, 40, 50));
    }

    private static void without(RunDirectory run, int step, String tensor) throws IOException {
        Path file = run.path().resolve("checkpoints/step-%08d.safetensors".formatted(step));
        SafetensorsFile whole = SafetensorsFile.read(file);
        Map<String, Tensor> tensors = new LinkedHashMap<>(whole.tensors());
        assertThat(tensors.remove(tensor)).isNotNull();
        SafetensorsFile.write(file, tensors, whole.metadata());
    }

    @Test
    void aLastStepIsNotWrittenByWhomTheRunRefuses() throws IOException {
        RunDirectory run = TinyRun.create(runs, TinyRun.configuration(60));
        try (RunSession session = RunSession.open(run, TinyRun.COMPUTE)) {
            assertThatExceptionOfType(FileProblem.class).isThrownBy(() -> SessionStart.open(
                    RunDirectory.open(run.path()), TinyRun.COMPUTE, OptionalInt.empty(), OptionalInt.of(90),
                    () -> true));
            assertThat(RunDirectory.open(run.path()).head().configuration().schedule().steps()).isEqualTo(60);
            assertThat(session.lastStep()).isEqualTo(60);
        }
    }

    @Test
    void theLargestNumberOfStepsAfterGrokkingDoesNotOverflow() throws IOException {
        RunConfiguration tiny = TinyRun.configuration(20);
        RunConfiguration endless = new RunConfiguration(tiny.task(), tiny.model(), tiny.optimizer(),
                tiny.ending(20, Integer.MAX_VALUE).schedule(), tiny.evaluation(),
                new Thresholds(0.25, 0.80, 0.5, 0, 0), tiny.seeds());
        RunDirectory run = TinyRun.create(runs, endless);
        TinyRun.finish(run);
        assertThat(run.history().lastStep()).isEqualTo(20);
    }

    @Test
    void aFinishedRunCanBeExtended() throws IOException {
        RunDirectory whole = TinyRun.create(runs, TinyRun.configuration(60));
        TinyRun.finish(whole);
        RunDirectory extended = TinyRun.create(runs, TinyRun.configuration(30));
        TinyRun.finish(extended);
        extended.extend(60);
        TinyRun.finish(RunDirectory.open(extended.path()));
        assertSameNumbers(extended, whole, 60);
    }

    @Test
    void aRunEndsTheAskedNumberOfStepsAfterGrokking() throws IOException {
        RunConfiguration easy = withThresholds(TinyRun.configuration(200).ending(200, 30));
        RunDirectory directory = TinyRun.create(runs, easy);
        TinyRun.finish(directory);
        assertThat(directory.history().lastStep()).isEqualTo(30);
        assertThat(directory.history().state()).isEqualTo(RunState.FINISHED);
    }

    @Test
    void aRunThatEndedAfterGrokkingGoesOnToALastStepThatIsAskedFor() throws IOException {
        RunDirectory directory = TinyRun.create(runs,
                withThresholds(TinyRun.configuration(200).ending(200, 30)));
        TinyRun.finish(directory);
        directory.extend(60);
        TinyRun.finish(directory);
        assertThat(directory.history().lastStep()).isEqualTo(60);
    }

    @Test
    void aDivergedRunKeepsItsLastFiniteCheckpoint() throws IOException {
        RunConfiguration wild = TinyRun.configuration(100).with(Settings.LEARNING_RATE, 1e30);
        RunDirectory directory = TinyRun.create(runs, wild);
        TinyRun.finish(directory);
        RunHistory history = directory.history();
        assertThat(history.state()).isEqualTo(RunState.DIVERGED);
        assertThat(history.checkpoints()).isNotEmpty();
        assertThat(directory.checkpoint(history.checkpoints().getLast()).finite()).isTrue();
    }

    @Test
    void twoCannotWriteOneRun() throws IOException {
        RunDirectory directory = TinyRun.create(runs, TinyRun.configuration(50));
        try (RunSession first = RunSession.open(directory, TinyRun.COMPUTE)) {
            assertThat(first.step()).isZero();
            assertThatThrownBy(() -> RunSession.open(directory, TinyRun.COMPUTE)).isInstanceOf(FileProblem.class);
        }
    }

    @Test
    void milestonesAreNotedOnceAndKeepACheckpoint() throws IOException {
        RunDirectory directory = TinyRun.create(runs, withThresholds(TinyRun.configuration(50)));
        TinyRun.finish(directory);
        List<RunEvent> milestones = directory.history().events().stream()
                .filter(RunEvent.MilestoneReached.class::isInstance).toList();
        assertThat(milestones).hasSize(3).allSatisfy(event -> assertThat(event.step()).isZero());
        assertThat(directory.history().checkpoints()).contains(0);
    }

    /** Thresholds that the very first evaluation meets. */
    private static RunConfiguration withThresholds(RunConfiguration base) {
        return new RunConfiguration(base.task(), base.model(), base.optimizer(), base.schedule(), base.evaluation(),
                new org.grokscope.measure.Thresholds(0, -1, 0.5, 0, 0), base.seeds());
    }

    /** Same bits in metrics.jsonl, but for the clock's, and in the last checkpoint. */
    private static void assertSameNumbers(RunDirectory run, RunDirectory expected, int step) throws IOException {
        assertThat(numbers(run)).isEqualTo(numbers(expected)).hasSize(step / 10 + 1);
        assertThat(run.checkpoint(step).parameters()).isEqualTo(expected.checkpoint(step).parameters());
        assertThat(run.checkpoint(step).firstMoments()).isEqualTo(expected.checkpoint(step).firstMoments());
        assertThat(run.checkpoint(step).secondMoments()).isEqualTo(expected.checkpoint(step).secondMoments());
    }

    private static List<String> numbers(RunDirectory run) throws IOException {
        return Files.readAllLines(run.path().resolve("metrics.jsonl")).stream()
                .map(line -> line.replaceAll("\"(wallMillis|stepsPerSecond)\":[^,}]*", "")).toList();
    }

    @Test
    void aRunThatLostItsCheckpointsIsNotBegunAgainOverWhatWasMeasured() throws Exception {
        RunDirectory run = TinyRun.create(runs, TinyRun.configuration(40));
        TinyRun.finish(run);
        List<Evaluation> measured = run.history().evaluations();
        for (int step : run.checkpointSteps()) {
            Files.delete(run.path().resolve("checkpoints").resolve("step-%08d.safetensors".formatted(step)));
        }
        run.extend(60);
        assertThatThrownBy(() -> RunSession.open(run, TinyRun.COMPUTE)).isInstanceOf(FileProblem.class)
                .hasMessageContaining("no checkpoint with moments that can be read");
        assertThat(run.history().evaluations()).isEqualTo(measured);
    }
}
