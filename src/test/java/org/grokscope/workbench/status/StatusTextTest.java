package org.grokscope.workbench.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.grokscope.run.Environment;
import org.grokscope.run.RunHead;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;
import org.grokscope.training.TrainingRun;
import org.grokscope.training.TrainingRun.Phase;
import org.grokscope.training.TrainingSnapshot;
import org.grokscope.workbench.Runs;
import org.grokscope.workbench.status.StatusLine.Tone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StatusTextTest {
    private static final double UNKNOWN = Double.NaN;
    private static final List<RunHistory> THREE = List.of(inFolder("x", RunState.FINISHED, 8000),
            inFolder("y", RunState.FINISHED, 8000), inFolder("z", RunState.FINISHED, 8000));

    @Test
    void withoutARunItIsReady() {
        assertThat(said(null)).isEqualTo(new StatusLine("ready", Tone.QUIET, List.of(), List.of("3 runs")));
    }

    @Test
    void aRunThatTrainsAloneHasTheWholeSpeed() {
        assertThat(said(null, training("a", Phase.TRAINING, 1000, 40))).isEqualTo(new StatusLine("training A",
                Tone.LIVE, List.of("step 1,000 of 8,000", "40.0 steps/s", "3 min left"), List.of("3 runs")));
    }

    @Test
    void twoRunsThatTrainShareTheSpeedAndTakeTwiceTheTime() {
        assertThat(said(null, training("a", Phase.TRAINING, 1000, 40), training("b", Phase.TRAINING, 0, 40)))
                .isEqualTo(new StatusLine("training A", Tone.LIVE, List.of("step 1,000 of 8,000", "20.0 steps/s",
                        "6 min left", "2 runs take turns"), List.of("3 runs")));
    }

    @Test
    void runsInProcessesOfTheirOwnTrainAtOnceAndShareNothing() {
        assertThat(said(null, inWorker("a", 1000, 20), inWorker("b", 0, 20)).progress()).containsExactly(
                "step 1,000 of 8,000", "20.0 steps/s", "6 min left", "2 runs train at once");
    }

    @ParameterizedTest
    @EnumSource(value = Phase.class, mode = EnumSource.Mode.EXCLUDE, names = {"TRAINING", "QUEUED"})
    void onlyRunsThatWantToTrainShareTheTime(Phase other) {
        assertThat(said(null, training("a", Phase.TRAINING, 1000, 40), training("b", other, 0, 40)).progress())
                .containsExactly("step 1,000 of 8,000", "40.0 steps/s", "3 min left");
    }

    @Test
    void aSpeedThatIsNotKnownYetIsNotSaid() {
        assertThat(said(null, training("a", Phase.TRAINING, 1, UNKNOWN)).progress()).containsExactly("step 1 of 8,000");
    }

    @Test
    void thereIsNoTimeLeftForARunThatStandsStill() {
        assertThat(said(null, training("a", Phase.TRAINING, 1, 0)).progress()).containsExactly("step 1 of 8,000",
                "0.0 steps/s");
    }

    @ParameterizedTest
    @CsvSource({"PAUSED, paused A, 'step 1,000 of 8,000'", "QUEUED, queued A, 'step 1,000 of 8,000|3 min left'"})
    void aChosenRunThatWaitsIsQuiet(Phase phase, String state, String progress) {
        assertThat(said(inFolder("a", RunState.PAUSED, 1000), training("a", phase, 1000, 40))).isEqualTo(
                new StatusLine(state, Tone.QUIET, List.of(progress.split("\\|")), List.of("3 runs")));
    }

    @Test
    void aChosenRunOnTheLaneIsSpokenOfBeforeTheOneThatTrains() {
        assertThat(said(inFolder("a", RunState.PAUSED, 1000), training("b", Phase.TRAINING, 0, 40),
                training("a", Phase.PAUSED, 1000, 40)).state()).isEqualTo("paused A");
    }

    @Test
    void theRunThatTrainsIsSpokenOfBeforeAChosenOneThatRests() {
        assertThat(said(inFolder("a", RunState.FINISHED, 8000), training("b", Phase.TRAINING, 0, 40)).state())
                .isEqualTo("training B");
    }

    @Test
    void aRunThatWaitsOnTheLaneIsNotSpokenOfUnlessItIsChosen() {
        assertThat(said(null, training("a", Phase.PAUSED, 0, 40)).state()).isEqualTo("ready");
    }

    @Test
    void aRunThatStoppedAfterGrokkingIsAtItsEnd() {
        assertThat(said(inFolder("a", RunState.FINISHED, 5000)).progress())
                .containsExactly("step 5,000, 1,000 steps after grokking");
    }

    @Test
    void whyARunWasPausedIsSaid() {
        TrainingRun full = new TrainingRun("a", Path.of("runs", "a"), "A", Phase.PAUSED, 10, 8000, 40,
                "The disk is full.");
        assertThat(said(inFolder("a", RunState.PAUSED, 0), full).progress()).contains("The disk is full.");
    }

    @Test
    void aRunThatTrainsInAnotherProcessSaysSo() {
        assertThat(said(inFolder("a", RunState.TRAINING, 1000))).isEqualTo(new StatusLine("training A", Tone.LIVE,
                List.of("step 1,000 of 8,000", "41.8 steps/s", "3 min left", "in another process"),
                List.of("3 runs")));
    }

    @Test
    void aRunInAnotherProcessMayEndBeforeItsLastStep() {
        assertThat(leftOf(1000)).as("it has memorised, and recorded runs say when it will grok")
                .isEqualTo("1\u20133 min left");
        assertThat(leftOf(100)).as("nobody knows yet").isEqualTo("up to 3 min left");
    }

    private static String leftOf(int reached) {
        RunHistory run = inFolder("a", RunState.TRAINING, reached);
        RunHead head = run.head();
        RunHistory stops = new RunHistory(
                new RunHead(head.id(), head.name(), head.created(), head.configuration().ending(8000, 1500), null,
                        head.environment()),
                run.state(), run.evaluations(), run.events(), run.checkpoints(), run.milestones(), List.of());
        return StatusText.of(TrainingSnapshot.EMPTY, Optional.of(stops), Optional.empty(), List.of(stops)).progress()
                .get(2);
    }

    @ParameterizedTest
    @CsvSource({"NEW, new A, QUIET", "PAUSED, paused A, QUIET", "INTERRUPTED, interrupted A, QUIET",
            "FINISHED, finished A, QUIET", "DIVERGED, diverged A, BAD", "FAILED, failed A, BAD"})
    void aChosenRunThatRestsSaysWhereItStands(RunState state, String said, Tone tone) {
        assertThat(said(inFolder("a", state, 1000)))
                .isEqualTo(new StatusLine(said, tone, List.of("step 1,000 of 8,000"), List.of("3 runs")));
    }

    @Test
    void whyARunFailedIsSaid() {
        TrainingRun failed = new TrainingRun("a", Path.of("runs", "a"), "A", Phase.FAILED, 10, 8000, 40, "It broke.");
        assertThat(said(inFolder("a", RunState.FAILED, 1000), failed)).isEqualTo(new StatusLine("failed A", Tone.BAD,
                List.of("step 1,000 of 8,000", "It broke."), List.of("3 runs")));
    }

    @Test
    void oneRunIsCountedAsOne() {
        assertThat(StatusText.of(TrainingSnapshot.EMPTY, Optional.empty(), Optional.empty(),
                List.of(inFolder("a", RunState.FINISHED, 8000))).place())
                .containsExactly("1 run");
    }

    @ParameterizedTest
    @CsvSource({"cpu, CPU · 2 threads", "cuda:0, NVIDIA H200 · 2 threads"})
    void aProcessorIsCalledCpuAndAGraphicsCardByItsName(String device, String said) {
        Environment environment = new Environment(device, "NVIDIA H200", 2, new TreeMap<>());
        assertThat(StatusText.of(TrainingSnapshot.EMPTY, Optional.empty(), Optional.of(environment), THREE).place())
                .containsExactly(said, "3 runs");
    }

    private static StatusLine said(@Nullable RunHistory chosen, TrainingRun... executor) {
        return StatusText.of(new TrainingSnapshot(List.of(executor)), Optional.ofNullable(chosen), Optional.empty(),
                THREE);
    }

    private static RunHistory inFolder(String id, RunState state, int lastStep) {
        return Runs.run(id, "A", 0, state, lastStep);
    }

    private static TrainingRun training(String id, Phase phase, int step, double stepsPerSecond) {
        return new TrainingRun(id, Path.of("runs", id), id.toUpperCase(Locale.ROOT), phase, step, 8000,
                stepsPerSecond, "");
    }

    private static TrainingRun inWorker(String id, int step, double stepsPerSecond) {
        return new TrainingRun(id, Path.of("runs", id), id.toUpperCase(Locale.ROOT), Phase.TRAINING, step, 8000,
                stepsPerSecond, "", Double.NaN, OptionalLong.of(4711));
    }
}
