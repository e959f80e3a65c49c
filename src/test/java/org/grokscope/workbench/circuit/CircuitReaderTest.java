package org.grokscope.workbench.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.grokscope.figure.CircuitChart;
import org.grokscope.figure.CircuitScene;
import org.grokscope.figure.NeuronLook;
import org.grokscope.measure.CircuitReading;
import org.grokscope.measure.Measure;
import org.grokscope.measure.NeuronCourse;
import org.grokscope.measure.NeuronPhases;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunHistory;
import org.grokscope.training.Compute;
import org.grokscope.training.DeviceChoice;
import org.grokscope.training.LocalExecutor;
import org.grokscope.training.TinyRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** Reads a tiny run that was really trained. */
@Timeout(120)
class CircuitReaderTest {
    @TempDir
    Path folder;
    /** What the toolkit's thread is to do; here that is the test's own, while it waits. */
    private final Queue<Runnable> toolkit = new ConcurrentLinkedQueue<>();
    private LocalExecutor executor;
    private CircuitReader reader;
    private RunDirectory run;

    @BeforeEach
    void train() throws Exception {
        executor = new LocalExecutor(DeviceChoice.CPU, Compute.DEFAULT_THREADS);
        reader = new CircuitReader(folder, executor::environment, toolkit::add);
        run = TinyRun.create(folder, TinyRun.configuration(100));
        executor.submit(run.path());
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> run.checkpointSteps().contains(100));
    }

    @AfterEach
    void close() {
        reader.close();
        executor.close();
    }

    @Test
    void aWishIsFulfilledWithItsNeighboursAndTheAnswerAgreesWithTheMetrics() throws Exception {
        RunHistory history = run.history();
        reader.want(CircuitRequest.of(history, 60, Optional.of(new CircuitRequest.Pair(5, 4)), false, true));
        CircuitReading reading = await(60);
        assertThat(reading.activity().orElseThrow().site()).isEqualTo("blocks.0.mlp.hidden");
        assertThat(reading.activity().orElseThrow().attention().blocks()).isEqualTo(2);
        var evaluation = history.evaluations().stream().filter(it -> it.step() == 60).findFirst().orElseThrow();
        assertThat(reading.activity().orElseThrow().neurons().degree(1))
                .isCloseTo(evaluation.value(Measure.FSD), within(1e-9));
        assertThat(reading.activity().orElseThrow().margins().accuracy(false))
                .isCloseTo(evaluation.value(Measure.VALIDATION_ACCURACY), within(1e-9));
        assertThat(reading.activity().orElseThrow().margins().accuracy(true))
                .isCloseTo(evaluation.value(Measure.TRAIN_ACCURACY), within(1e-9));
        assertThat(reading.embedding().power().shares()).containsExactly(evaluation.embeddingPower().shares(),
                within(1e-9));
        assertThat(reading.ablation().orElseThrow().without()).hasSize(4);
        var said = reader.answer(new PairQuestion(new CheckpointAddress(run.head().id(), 60), 5, 4)).orElseThrow();
        assertThat(said.right()).isEqualTo(2);
        assertThat(said.answers()).isEqualTo(7);
        until(() -> watched(40) && watched(80));
        assertThat(silenced(40)).as("nobody asked for that").isFalse();
    }

    @Test
    void aDamagedFileIsToldInOneSentenceAndReadAgainWhenItWasRepaired() throws Exception {
        Path file = run.path().resolve("checkpoints/step-00000040.safetensors");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, new byte[]{1, 2, 3});
        reader.want(CircuitRequest.of(run.history(), 40, Optional.empty(), false, true));
        CheckpointAddress at = new CheckpointAddress(run.head().id(), 40);
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> reader.result(at).isPresent());
        assertThat(reader.result(at).orElseThrow()).isInstanceOfSatisfying(CircuitResult.Damaged.class,
                damaged -> assertThat(damaged.sentence()).endsWith(".").contains("00000040"));
        Files.write(file, whole);
        reader.want(CircuitRequest.NONE);
        reader.want(CircuitRequest.of(run.history(), 40, Optional.empty(), false, true));
        await(40);
    }

    @Test
    void aNeuronIsFollowedThroughAllCheckpointsAndEndsAsTheNetworkThatIsShown() throws Exception {
        CircuitModel model = new CircuitModel(reader);
        RunHistory history = run.history();
        model.watchedProperty().set(true);
        model.runProperty().set(Optional.of(history));
        until(() -> scene(model).flatMap(it -> it.reading().activity()).isPresent());
        assertThat(scene(model).orElseThrow().neuron()).as("nobody asked for it").isEqualTo(new NeuronLook(
                OptionalInt.empty(), Optional.empty(), 100));
        NeuronPhases.Neuron chosen = scene(model).orElseThrow().reading().activity().orElseThrow().phases()
                .orElseThrow()
                .neurons()
                .getFirst();
        model.follow(CircuitChart.PHASES, chosen.index(), chosen.frequency());
        assertThat(scene(model).orElseThrow().frequency()).isEqualTo(chosen.frequency());
        until(() -> scene(model).flatMap(it -> it.neuron().course()).isPresent());
        NeuronCourse course = scene(model).orElseThrow().neuron().course().orElseThrow();
        assertThat(course.site()).isEqualTo("blocks.1.mlp.hidden");
        assertThat(course.steps()).isEqualTo(history.checkpoints());
        assertThat(course.winner()).isEqualTo(chosen.frequency());
        assertThat(course.shares()).allSatisfy(at -> assertThat(Arrays.stream(at).sum()).isCloseTo(1, within(1e-5)));
        model.follow(CircuitChart.PHASES, chosen.index(), chosen.frequency());
        assertThat(scene(model).orElseThrow().neuron().neuron()).as("clicked once more").isEmpty();
    }

    private static Optional<CircuitScene> scene(CircuitModel model) {
        return model.pageProperty().get().scene();
    }

    private CircuitReading await(int step) throws Exception {
        until(() -> watched(step) && silenced(step));
        return reading(step).orElseThrow();
    }

    private void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> {
            for (Runnable next = toolkit.poll(); next != null; next = toolkit.poll()) {
                next.run();
            }
            return condition.call();
        });
    }

    private boolean watched(int step) {
        return reading(step).flatMap(CircuitReading::activity).isPresent();
    }

    private boolean silenced(int step) {
        return reading(step).flatMap(CircuitReading::ablation).isPresent();
    }

    private Optional<CircuitReading> reading(int step) {
        return reader.result(new CheckpointAddress(run.head().id(), step))
                .orElse(null) instanceof CircuitResult.Read(CircuitReading it) ? Optional.of(it) : Optional.empty();
    }

    @Test
    void whatNobodyWantsAnyMoreIsNotRead() throws IOException {
        reader.want(CircuitRequest.NONE);
        assertThat(reader.result(new CheckpointAddress(run.head().id(), 20))).isEmpty();
    }
}
