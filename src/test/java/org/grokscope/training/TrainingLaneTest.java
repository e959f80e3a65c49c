package org.grokscope.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunState;
import org.grokscope.training.LaneRun.Phase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class TrainingLaneTest {
    private static final int ENDLESS = 10_000_000;

    @TempDir
    Path runs;
    private TrainingLane lane;

    @BeforeEach
    void open() {
        lane = new TrainingLane(DeviceChoice.CPU, 2);
    }

    @AfterEach
    void close() {
        lane.close();
    }

    @Test
    void aSubmittedRunTrainsToItsEnd() throws Exception {
        RunDirectory run = submit(40);
        awaitLane(snapshot -> phase(snapshot, run) == Phase.FINISHED);
        assertThat(run.history().state()).isEqualTo(RunState.FINISHED);
        assertThat(run.history().lastStep()).isEqualTo(40);
    }

    @Test
    void aPausedRunStandsStillWithACheckpointUntilItIsResumed() throws Exception {
        RunDirectory run = submit(ENDLESS);
        awaitLane(snapshot -> step(snapshot, run) > 30);
        lane.pause(id(run));
        awaitLane(snapshot -> phase(snapshot, run) == Phase.PAUSED);
        int step = step(lane.snapshot(), run);
        assertThat(run.history().state()).isEqualTo(RunState.PAUSED);
        assertThat(run.history().checkpoints()).contains(step);
        letAnotherRunPass();
        assertThat(phase(lane.snapshot(), run)).isEqualTo(Phase.PAUSED);
        assertThat(step(lane.snapshot(), run)).isEqualTo(step);
        lane.resume(id(run));
        awaitLane(snapshot -> step(snapshot, run) > step);
    }

    @Test
    void aStoppedRunLeavesTheLaneAndCanBeSubmittedAgain() throws Exception {
        RunDirectory run = submit(ENDLESS);
        awaitLane(snapshot -> step(snapshot, run) > 30);
        lane.stop(id(run));
        awaitLane(snapshot -> phase(snapshot, run) == Phase.STOPPED);
        int step = step(lane.snapshot(), run);
        letAnotherRunPass();
        assertThat(phase(lane.snapshot(), run)).isEqualTo(Phase.STOPPED);
        assertThat(run.history().lastStep()).isLessThanOrEqualTo(step);
        assertThat(lane.snapshot().busy()).isFalse();
        lane.submit(run.path());
        awaitLane(snapshot -> step(snapshot, run) > step);
    }

    @Test
    void runsShareTheLaneByTurns() throws Exception {
        RunDirectory first = submit(ENDLESS);
        RunDirectory second = submit(ENDLESS);
        awaitLane(snapshot -> step(snapshot, first) > 30 && step(snapshot, second) > 30);
        int before = step(lane.snapshot(), first);
        awaitLane(snapshot -> step(snapshot, first) > before + 30);
    }

    @Test
    void closingTheLaneLeavesEveryRunWithACheckpointAtItsStep() throws Exception {
        RunDirectory first = submit(ENDLESS);
        RunDirectory second = submit(ENDLESS);
        awaitLane(snapshot -> step(snapshot, second) > 0);
        lane.close();
        for (RunDirectory run : List.of(first, second)) {
            assertThat(run.history().state()).isEqualTo(RunState.PAUSED);
            assertThat(run.history().checkpoints()).contains(step(lane.snapshot(), run));
        }
    }

    @Test
    void aRunThatCannotBeReadFailsAndTheLaneLives() throws Exception {
        Files.createDirectory(runs.resolve("broken"));
        Files.writeString(runs.resolve("broken/run.json"), "{");
        lane.submit(runs.resolve("broken"));
        RunDirectory run = submit(20);
        awaitLane(snapshot -> phase(snapshot, run) == Phase.FINISHED);
        assertThat(lane.snapshot().run("broken").orElseThrow().phase()).isEqualTo(Phase.FAILED);
        assertThat(lane.snapshot().run("broken").orElseThrow().message()).contains("run.json");
    }

    @Test
    void aListenerThatThrowsDoesNotStopTheLane() throws Exception {
        lane.listen(snapshot -> {
            throw new IllegalStateException("on purpose");
        });
        RunDirectory run = submit(20);
        awaitLane(snapshot -> phase(snapshot, run) == Phase.FINISHED);
    }

    /** Gives the lane something else to do: whatever it still meant to do with the others, it has done after that. */
    private void letAnotherRunPass() throws Exception {
        RunDirectory other = submit(20);
        awaitLane(snapshot -> phase(snapshot, other) == Phase.FINISHED);
    }

    private RunDirectory submit(int steps) throws IOException {
        RunDirectory run = TinyRun.create(runs, TinyRun.configuration(steps));
        lane.submit(run.path());
        return run;
    }

    private void awaitLane(Predicate<LaneSnapshot> condition) throws InterruptedException {
        CountDownLatch met = new CountDownLatch(1);
        lane.listen(snapshot -> {
            if (condition.test(snapshot)) {
                met.countDown();
            }
        });
        if (!condition.test(lane.snapshot())) {
            assertThat(met.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static String id(RunDirectory run) {
        return run.head().id();
    }

    private static Phase phase(LaneSnapshot snapshot, RunDirectory run) {
        return snapshot.run(id(run)).map(LaneRun::phase).orElse(Phase.QUEUED);
    }

    private static int step(LaneSnapshot snapshot, RunDirectory run) {
        return snapshot.run(id(run)).map(LaneRun::step).orElse(0);
    }
}
