package org.grokscope.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.Device;
import java.util.List;
import java.util.Map;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Measure;
import org.grokscope.run.Checkpoint;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.tensor.Tensor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Training on a GPU; skipped where none can be used ({@code mvn -Pgpu test -Dtest=GpuTest}). */
class GpuTest {
    private static final RunConfiguration PAPER = RunConfiguration.PAPER;

    @BeforeEach
    void skipWithoutAGpu() {
        DeviceReport found = DeviceReport.probe();
        assumeTrue(found.usable(), found.verdict());
    }

    @Test
    void twiceTheSameStepsGiveTheSameBits() {
        assertThat(tensors(after(30, Device.gpu(0)))).isEqualTo(tensors(after(30, Device.gpu(0))));
    }

    @Test
    void itGoesOnFromACheckpointWithTheSameBits() {
        Checkpoint middle = after(15, Device.gpu(0));
        try (Trainer trainer = Trainer.resume(PAPER, middle, Device.gpu(0))) {
            step(trainer, 15);
            assertThat(tensors(trainer.checkpoint(0))).isEqualTo(tensors(after(30, Device.gpu(0))));
        }
    }

    @Test
    void itMeasuresWhatTheCpuMeasures() {
        Checkpoint checkpoint = after(30, Device.gpu(0));
        Evaluation here = evaluation(checkpoint, Device.gpu(0));
        Evaluation there = evaluation(checkpoint, Device.cpu());
        assertThat(here.value(Measure.VALIDATION_LOSS)).isCloseTo(there.value(Measure.VALIDATION_LOSS), within(1e-3));
        assertThat(here.value(Measure.FSD)).isCloseTo(there.value(Measure.FSD), within(0.01));
        assertThat(here.value(Measure.RESTRICTED_LOSS)).isCloseTo(there.value(Measure.RESTRICTED_LOSS),
                within(1e-2));
    }

    private static Checkpoint after(int steps, Device device) {
        try (Trainer trainer = Trainer.begin(PAPER, device)) {
            step(trainer, steps);
            return trainer.checkpoint(0);
        }
    }

    private static void step(Trainer trainer, int steps) {
        for (int i = 0; i < steps; i++) {
            trainer.step();
        }
    }

    private static List<Map<String, Tensor>> tensors(Checkpoint checkpoint) {
        return List.of(checkpoint.parameters(), checkpoint.firstMoments(), checkpoint.secondMoments());
    }

    private static Evaluation evaluation(Checkpoint checkpoint, Device device) {
        try (Trainer trainer = Trainer.resume(PAPER, checkpoint, device);
                Evaluator evaluator = new Evaluator(PAPER, trainer.network(), trainer.passes())) {
            return evaluator.evaluate(30, 0, 1, Double.NaN);
        }
    }
}
