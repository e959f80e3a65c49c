package org.grokscope.training.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.grokscope.SharesNothing;
import org.grokscope.cli.Program;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunEvent;
import org.grokscope.run.RunState;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.training.Compute;
import org.grokscope.training.DeviceChoice;
import org.grokscope.training.TinyRun;
import org.grokscope.training.TrainingRun.Phase;
import org.grokscope.training.TrainingRun;
import org.grokscope.training.TrainingSnapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Trains tiny runs in real worker processes. */
@Timeout(180)
@SharesNothing
class MachineExecutorTest {
    private static final int ENDLESS = 10_000_000;

    @TempDir
    Path folder;
    private MachineExecutor executor = open(new Workers(OptionalInt.of(2)));

    @AfterEach
    void close() {
        executor.close();
    }

    @Test
    void runsInWorkersOfOneThreadEndWithTheNumbersOfOneThread() throws Exception {
        List<RunDirectory> together = create(200, 200);
        submit(together);
        List<RunDirectory> alone = create(200, 200);
        awaitAll(together, Phase.FINISHED);
        for (RunDirectory run : alone) {
            Process process = Program.start(Program.command("resume", run.path(), "--threads", 1, "--device", "cpu"));
            assertThat(process.waitFor()).isZero();
        }
        for (int i = 0; i < together.size(); i++) {
            assertThat(together.get(i).history().evaluations()).hasSize(21)
                    .allMatch(evaluation -> evaluation.step() <= 200);
            assertThat(together.get(i).checkpoint(200).parameters()).isEqualTo(alone.get(i).checkpoint(200)
                    .parameters());
            assertThat(together.get(i).checkpoint(200).secondMoments()).isEqualTo(alone.get(i).checkpoint(200)
                    .secondMoments());
            assertThat(together.get(i).history().events()).filteredOn(RunEvent.Started.class::isInstance)
                    .extracting(event -> ((RunEvent.Started) event).environment()).containsOnlyNulls();
        }
        assertThat(together.getFirst().head().environment().threads()).isEqualTo(1);
    }

    @Test
    void aWorkerThatIsKilledFailsItsRunAndNoOther() throws Exception {
        List<RunDirectory> runs = create(ENDLESS, 400);
        submit(runs);
        RunDirectory victim = runs.getFirst();
        await(snapshot -> step(snapshot, victim) > 0 && step(snapshot, runs.getLast()) > 0);
        kill(run(executor.snapshot(), victim));
        await(snapshot -> phase(snapshot, victim) == Phase.FAILED && phase(snapshot, runs.getLast()) == Phase.FINISHED);
        assertThat(run(executor.snapshot(), victim).message()).contains("worker process", "resume");
        assertThat(victim.history().state()).isEqualTo(RunState.FAILED);
        assertThat(victim.history().events()).filteredOn(RunEvent.Started.class::isInstance).hasSize(1);
        assertThat(victim.history().events()).filteredOn(RunEvent.Failed.class::isInstance).hasSize(1);
        assertThat(victim.owner()).isEmpty();

        executor.submit(victim.path());
        int before = victim.history().checkpoints().getLast();
        await(snapshot -> phase(snapshot, victim) == Phase.TRAINING && step(snapshot, victim) > before);
    }

    @Test
    void closingLeavesEveryRunWithACheckpointAtItsStepAndNoProcess() throws Exception {
        List<RunDirectory> runs = create(ENDLESS, ENDLESS, ENDLESS);
        submit(runs);
        await(snapshot -> step(snapshot, runs.get(0)) > 0 && step(snapshot, runs.get(1)) > 0);
        List<ProcessHandle> workers = executor.snapshot().runs().stream().flatMap(run -> run.worker().stream().boxed())
                .map(pid -> ProcessHandle.of(pid).orElseThrow()).toList();
        executor.close();
        assertThat(workers).hasSize(2).noneMatch(ProcessHandle::isAlive);
        assertThat(executor.snapshot().runs()).extracting(TrainingRun::phase).containsOnly(Phase.STOPPED);
        for (RunDirectory run : runs.subList(0, 2)) {
            assertThat(run.history().state()).isEqualTo(RunState.PAUSED);
            assertThat(run.history().checkpoints()).last().isEqualTo(step(executor.snapshot(), run));
        }
        assertThat(runs.get(2).history().state()).isEqualTo(RunState.NEW);
    }

    @Test
    void aStoppedRunMakesRoomForTheNextAndGoesOnWhenThereIsRoomAgain() throws Exception {
        List<RunDirectory> runs = create(ENDLESS, ENDLESS, ENDLESS);
        RunDirectory paused = runs.getFirst();
        submit(runs);
        await(snapshot -> step(snapshot, paused) > 0 && phase(snapshot, runs.get(1)) == Phase.TRAINING);
        assertThat(phase(executor.snapshot(), runs.get(2))).isEqualTo(Phase.QUEUED);
        executor.stop(paused.path());
        await(snapshot -> phase(snapshot, paused) == Phase.STOPPED && phase(snapshot, runs.get(2)) == Phase.TRAINING);
        assertThat(paused.history().state()).isEqualTo(RunState.PAUSED);
        int held = step(executor.snapshot(), paused);
        assertThat(paused.history().checkpoints()).contains(held);
        executor.submit(paused.path());
        await(snapshot -> phase(snapshot, paused) == Phase.QUEUED);
        executor.stop(runs.get(1).path());
        await(snapshot -> step(snapshot, paused) > held);
        assertThat(phase(executor.snapshot(), runs.get(1))).isEqualTo(Phase.STOPPED);
        assertThat(runs.get(1).history().state()).isEqualTo(RunState.PAUSED);
    }

    @Test
    void aRunAloneTrainsInThisProcessUnlessItWasBegunWithOtherThreads() throws Exception {
        RunDirectory fresh = create(ENDLESS).getFirst();
        assertThat(fresh.head().environment().threads()).isEqualTo(Compute.DEFAULT_THREADS);
        submit(List.of(fresh));
        await(snapshot -> step(snapshot, fresh) > 0);
        assertThat(run(executor.snapshot(), fresh).worker()).isEmpty();
        executor.stop(fresh.path());
        await(snapshot -> phase(snapshot, fresh) == Phase.STOPPED);

        RunDirectory ofOneThread = create(ENDLESS, ENDLESS).getFirst();
        submit(List.of(ofOneThread));
        await(snapshot -> step(snapshot, ofOneThread) > 0);
        assertThat(run(executor.snapshot(), ofOneThread).worker()).isPresent();
        assertThat(ofOneThread.history().environmentAt(ENDLESS).threads()).isEqualTo(1);
    }

    @Test
    void withOneWorkerAllTakeTurnsInThisProcess() throws Exception {
        executor.atOnce(OptionalInt.of(1));
        List<RunDirectory> runs = create(ENDLESS, ENDLESS);
        submit(runs);
        await(snapshot -> step(snapshot, runs.get(0)) > 0 && step(snapshot, runs.get(1)) > 0);
        assertThat(executor.snapshot().runs()).allMatch(run -> run.worker().isEmpty());
        assertThat(executor.snapshot().sharing()).isEqualTo(2);
    }

    @Test
    void whoListensHoldsNobodyUp() throws Exception {
        CountDownLatch listening = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        executor.listen(_ -> {
            listening.countDown();
            try {
                free.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        List<RunDirectory> runs = create(20, 20);
        submit(runs.subList(0, 1));
        listening.await();
        submit(runs.subList(1, 2));
        free.countDown();
        awaitAll(runs, Phase.FINISHED);
    }

    @Test
    void aRunThatCannotBeReadFails() throws Exception {
        executor.submit(List.of(folder.resolve("absent"), create(20).getFirst().path()));
        await(snapshot -> snapshot.run("absent").filter(run -> run.phase() == Phase.FAILED).isPresent());
        assertThat(executor.snapshot().run(folder.resolve("absent")).orElseThrow().message()).contains("run.json");
    }

    @Test
    void workersEndWithCheckpointsWhenTheirParentIsKilled() throws Exception {
        List<String> command = Program.trainTiny(folder, ENDLESS, 10, 1000);
        command.addAll(List.of("--seed", "1,2", "--workers", "2"));
        Process parent = Program.start(command);
        List<Path> trained = List.of(folder.resolve("add-7-seed-1"), folder.resolve("add-7-seed-2"));
        for (Path run : trained) {
            Program.awaitStep(parent, run, 100);
        }
        List<ProcessHandle> workers = parent.children().toList();
        assertThat(workers).hasSize(2);
        parent.destroyForcibly().waitFor();
        for (ProcessHandle worker : workers) {
            worker.onExit().get(60, TimeUnit.SECONDS);
        }
        for (Path run : trained) {
            RunDirectory left = RunDirectory.open(run);
            assertThat(left.history().state()).isEqualTo(RunState.PAUSED);
            assertThat(left.checkpointSteps()).last().isEqualTo(left.history().events().getLast().step());
        }
    }

    private static MachineExecutor open(Workers workers) {
        return new MachineExecutor(DeviceChoice.CPU, OptionalInt.empty(), workers,
                new WorkerProgram(Program.command("worker")));
    }

    private List<RunDirectory> create(int... lastSteps) throws IOException {
        List<RunDirectory> made = new ArrayList<>();
        for (int i = 0; i < lastSteps.length; i++) {
            RunConfiguration configuration = TinyRun.configuration(lastSteps[i]).withSeed(i);
            made.add(RunDirectory.create(folder, configuration.suggestedName(), configuration, null,
                    executor.environment(lastSteps.length)));
        }
        return made;
    }

    private void submit(List<RunDirectory> runs) {
        executor.submit(runs.stream().map(RunDirectory::path).toList());
    }

    private void awaitAll(List<RunDirectory> runs, Phase phase) throws InterruptedException {
        await(snapshot -> runs.stream().allMatch(run -> phase(snapshot, run) == phase));
    }

    private void await(Predicate<TrainingSnapshot> condition) throws InterruptedException {
        CountDownLatch met = new CountDownLatch(1);
        executor.listen(snapshot -> {
            if (condition.test(snapshot)) {
                met.countDown();
            }
        });
        if (!condition.test(executor.snapshot())) {
            assertThat(met.await(60, TimeUnit.SECONDS)).describedAs("%s", executor.snapshot()).isTrue();
        }
    }

    private static void kill(TrainingRun run) {
        ProcessHandle.of(run.worker().orElseThrow()).orElseThrow().destroyForcibly();
    }

    private static TrainingRun run(TrainingSnapshot snapshot, RunDirectory run) {
        return snapshot.run(run.path()).orElseThrow();
    }

    private static Phase phase(TrainingSnapshot snapshot, RunDirectory run) {
        return snapshot.run(run.path()).map(TrainingRun::phase).orElse(Phase.QUEUED);
    }

    private static int step(TrainingSnapshot snapshot, RunDirectory run) {
        return snapshot.run(run.path()).map(TrainingRun::step).orElse(0);
    }
}
