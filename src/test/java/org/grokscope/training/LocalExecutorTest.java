package org.grokscope.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.grokscope.run.Environment;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunState;
import org.grokscope.training.TrainingRun.Phase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class LocalExecutorTest {
    private static final int ENDLESS = 10_000_000;

    @TempDir
    Path runs;
    private LocalExecutor executor;

    @BeforeEach
    void open() {
        executor = new LocalExecutor(DeviceChoice.CPU, 2);
    }

    @AfterEach
    void close() {
        executor.close();
    }

    @Test
    void whatItWillComputeOnIsToldBeforeTheLibraryIsLoadedAndIsTrue() {
        try (LocalExecutor fresh = new LocalExecutor(DeviceChoice.CPU, Compute.DEFAULT_THREADS)) {
            Environment foreseen = fresh.foreseen().orElseThrow();
            Environment loaded = fresh.environment();
            assertThat(List.of(foreseen.device(), foreseen.deviceName(), foreseen.threads()))
                    .isEqualTo(List.of(loaded.device(), loaded.deviceName(), loaded.threads()));
            assertThat(loaded.versions()).containsAllEntriesOf(foreseen.versions()).containsKey("pytorch");
        }
        try (LocalExecutor gpu = new LocalExecutor(DeviceChoice.CUDA, Compute.DEFAULT_THREADS)) {
            assertThat(gpu.foreseen()).as("only the library can tell").isEmpty();
        }
    }

    @Test
    void oneThatIsClosedBeforeItIsNeededLoadsNothing() {
        LocalExecutor idle = new LocalExecutor(DeviceChoice.CPU, Compute.DEFAULT_THREADS);
        idle.close();
        assertThatIllegalStateException().isThrownBy(idle::environment).withMessage("The executor is closed.");
        assertThatIllegalStateException().isThrownBy(idle::trialSpeed).withMessage("The executor is closed.");
    }

    @Test
    void aSubmittedRunTrainsToItsEnd() throws Exception {
        RunDirectory run = submit(40);
        awaitExecutor(snapshot -> phase(snapshot, run) == Phase.FINISHED);
        assertThat(run.history().state()).isEqualTo(RunState.FINISHED);
        assertThat(run.history().lastStep()).isEqualTo(40);
    }

    @Test
    void aStoppedRunLeavesTheExecutorAndCanBeSubmittedAgain() throws Exception {
        RunDirectory run = submit(ENDLESS);
        awaitExecutor(snapshot -> step(snapshot, run) > 30);
        executor.stop(run.path());
        awaitExecutor(snapshot -> phase(snapshot, run) == Phase.STOPPED);
        int step = step(executor.snapshot(), run);
        letAnotherRunPass();
        assertThat(phase(executor.snapshot(), run)).isEqualTo(Phase.STOPPED);
        assertThat(run.history().state()).isEqualTo(RunState.PAUSED);
        assertThat(run.history().checkpoints()).contains(step);
        assertThat(executor.snapshot().busy()).isFalse();
        executor.submit(run.path());
        awaitExecutor(snapshot -> step(snapshot, run) > step);
    }

    @Test
    void runsShareTheExecutorByTurns() throws Exception {
        RunDirectory first = submit(ENDLESS);
        RunDirectory second = submit(ENDLESS);
        awaitExecutor(snapshot -> step(snapshot, first) > 30 && step(snapshot, second) > 30);
        int before = step(executor.snapshot(), first);
        awaitExecutor(snapshot -> step(snapshot, first) > before + 30);
    }

    @Test
    void moreThanFourWaitUntilOneEnds() throws Exception {
        List<RunDirectory> all = new ArrayList<>();
        for (int i = 0; i <= LocalExecutor.AT_TURNS; i++) {
            all.add(submit(ENDLESS));
        }
        RunDirectory waits = all.removeLast();
        awaitExecutor(snapshot -> all.stream().allMatch(run -> step(snapshot, run) > 30));
        assertThat(phase(executor.snapshot(), waits)).isEqualTo(Phase.QUEUED);
        executor.stop(all.getFirst().path());
        awaitExecutor(snapshot -> step(snapshot, waits) > 0);
    }

    @Test
    void closingTheExecutorLeavesEveryRunWithACheckpointAtItsStep() throws Exception {
        RunDirectory first = submit(ENDLESS);
        RunDirectory second = submit(ENDLESS);
        awaitExecutor(snapshot -> step(snapshot, second) > 0);
        executor.close();
        for (RunDirectory run : List.of(first, second)) {
            assertThat(run.history().state()).isEqualTo(RunState.PAUSED);
            assertThat(run.history().checkpoints()).contains(step(executor.snapshot(), run));
        }
    }

    @Test
    void aRunThatCannotBeReadFailsAndTheExecutorLives() throws Exception {
        Files.createDirectory(runs.resolve("broken"));
        Files.writeString(runs.resolve("broken/run.json"), "{");
        executor.submit(runs.resolve("broken"));
        RunDirectory run = submit(20);
        awaitExecutor(snapshot -> phase(snapshot, run) == Phase.FINISHED);
        assertThat(executor.snapshot().run(runs.resolve("broken")).orElseThrow().phase()).isEqualTo(Phase.FAILED);
        assertThat(executor.snapshot().run(runs.resolve("broken")).orElseThrow().message()).contains("run.json");
    }

    @Test
    void namesakesInTwoFoldersAreStoppedOneByOne() throws Exception {
        RunDirectory here = submit(ENDLESS);
        RunDirectory there = TinyRun.create(runs.resolve("elsewhere"), TinyRun.configuration(ENDLESS));
        assertThat(there.head().id()).isEqualTo(here.head().id());
        executor.submit(there.path());
        awaitExecutor(snapshot -> step(snapshot, here) > 0 && step(snapshot, there) > 0);
        executor.stop(here.path());
        awaitExecutor(snapshot -> phase(snapshot, here) == Phase.STOPPED);
        int step = step(executor.snapshot(), there);
        awaitExecutor(snapshot -> step(snapshot, there) > step);
        assertThat(phase(executor.snapshot(), here)).isEqualTo(Phase.STOPPED);
    }

    @Test
    void aListenerThatLeftHearsNoMore() throws Exception {
        AtomicInteger heard = new AtomicInteger();
        executor.listen(_ -> heard.incrementAndGet()).close();
        letAnotherRunPass();
        assertThat(heard).hasValue(0);
    }

    @Test
    void aListenerThatThrowsDoesNotStopTheExecutor() throws Exception {
        executor.listen(snapshot -> {
            throw new IllegalStateException("on purpose");
        });
        RunDirectory run = submit(20);
        awaitExecutor(snapshot -> phase(snapshot, run) == Phase.FINISHED);
    }

    /** Gives the executor something else to do: whatever it still meant to do with the others, it has done after that. */
    private void letAnotherRunPass() throws Exception {
        RunDirectory other = submit(20);
        awaitExecutor(snapshot -> phase(snapshot, other) == Phase.FINISHED);
    }

    private RunDirectory submit(int steps) throws IOException {
        RunDirectory run = TinyRun.create(runs, TinyRun.configuration(steps));
        executor.submit(run.path());
        return run;
    }

    private void awaitExecutor(Predicate<TrainingSnapshot> condition) throws InterruptedException {
        CountDownLatch met = new CountDownLatch(1);
        executor.listen(snapshot -> {
            if (condition.test(snapshot)) {
                met.countDown();
            }
        });
        if (!condition.test(executor.snapshot())) {
            assertThat(met.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static Phase phase(TrainingSnapshot snapshot, RunDirectory run) {
        return snapshot.run(run.path()).map(TrainingRun::phase).orElse(Phase.QUEUED);
    }

    private static int step(TrainingSnapshot snapshot, RunDirectory run) {
        return snapshot.run(run.path()).map(TrainingRun::step).orElse(0);
    }
}
