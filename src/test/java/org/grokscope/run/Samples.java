package org.grokscope.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.grokscope.measure.EmbeddingPower;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Performance;
import org.grokscope.measure.WeightNorm;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.tensor.Tensor;

/** Small contents for run directories. */
final class Samples {
    static final Environment ENVIRONMENT = new Environment("cpu", "a processor", 2,
            new TreeMap<>(Map.of("java", "25")));
    static final Instant TIME = Instant.parse("2026-06-11T12:00:00Z");

    private Samples() {}

    static RunDirectory create(Path runs) throws IOException {
        return RunDirectory.create(runs, "a run", RunConfiguration.PAPER, null, ENVIRONMENT);
    }

    static Evaluation evaluation(int step) {
        return Evaluation.at(step).wallMillis(10L * step).performance(new Performance(0.5, 0.25, 4.5, 0.01))
                .set(Measure.FSD, 0.5).set(Measure.PEAK_FREQUENCY, 7).set(Measure.RANK, 12.5)
                .set(Measure.RANK_ONE_SHARE, 0.125).weightNorm(new WeightNorm(119.5, Map.of("head", 5.0)))
                .embeddingPower(new EmbeddingPower(new double[]{0.25, 0.75})).set(Measure.WEIGHT_DECAY, 1).build();
    }

    static Checkpoint checkpoint(int step) {
        Map<String, Tensor> tensors = Map.of("head.bias", new Tensor(new int[]{2}, new float[]{step, -0.5f}));
        return new Checkpoint(step, tensors, tensors, tensors, "hash", 10L * step);
    }

    /** Writes a run with evaluations every 100 steps and checkpoints every 200, and leaves it as a killed process would. */
    static RunDirectory interrupted(Path runs, int lastStep) throws IOException {
        RunDirectory directory = create(runs);
        try (RunWriter writer = RunWriter.open(directory)) {
            writer.append(new RunEvent.Started(0, TIME, null));
            for (int step = 0; step <= lastStep; step += 100) {
                writer.append(evaluation(step));
                if (step % 200 == 0) {
                    writer.checkpoint(checkpoint(step));
                }
            }
        }
        return directory;
    }
}
