package org.grokscope.study.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.grokscope.measure.EmbeddingPower;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Performance;
import org.grokscope.measure.WeightNorm;
import org.grokscope.run.Checkpoint;
import org.grokscope.run.ConfigurationHash;
import org.grokscope.run.Environment;
import org.grokscope.run.Fork;
import org.grokscope.run.ForkRequest;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunEvent;
import org.grokscope.run.RunWriter;
import org.grokscope.settings.ParameterLayout;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.tensor.Tensor;

/** Run directories whose logs say what a table of the paper says. */
public final class WrittenRuns {
    private static final int NEVER = Integer.MAX_VALUE;
    private static final Environment ENVIRONMENT = new Environment("cpu", "a processor", 1, new TreeMap<>());
    private static final Instant TIME = Instant.parse("2026-06-11T12:00:00Z");

    private final Path folder;

    /** @param folder of the runs */
    public WrittenRuns(Path folder) {
        this.folder = folder;
    }

    /** Writes a finished run with these milestones. */
    public RunDirectory run(RunConfiguration configuration, int sync, OptionalInt restricted, OptionalInt grokked)
            throws IOException {
        RunDirectory run = RunDirectory.create(folder, configuration.suggestedName(), configuration, null, ENVIRONMENT);
        int last = Math.max(sync, grokked.orElse(0)) + 500;
        try (RunWriter writer = RunWriter.open(run)) {
            writer.append(new RunEvent.Started(0, TIME, null));
            for (int step = 0; step <= last; step += 100) {
                writer.append(evaluation(step, configuration.optimizer().weightDecay(), step >= sync,
                        step >= restricted.orElse(NEVER), step >= grokked.orElse(NEVER)));
            }
            Map<String, Tensor> tensors = Map.of("head.bias", new Tensor(new int[]{1}, new float[]{1}));
            writer.checkpoint(new Checkpoint(sync, tensors, tensors, tensors, "hash", 0));
            writer.append(new RunEvent.Finished(last, TIME));
        }
        return run;
    }

    /** Writes a branch that grokked so many steps after it left its parent; the sum over λ is left to the law. */
    void branch(RunDirectory parent, int at, double weightDecay, int delay) throws IOException {
        try (RunWriter writer = RunWriter.open(parent)) {
            writer.checkpoint(whole(at, parent.head().configuration()));
        }
        RunDirectory branch = Fork.create(parent, new ForkRequest(at, List.of(weightDecay), 1, false,
                OptionalDouble.empty(), OptionalInt.of(8000), OptionalInt.of(200), OptionalInt.of(20)),
                _ -> ENVIRONMENT).getFirst();
        try (RunWriter writer = RunWriter.open(branch)) {
            writer.append(new RunEvent.Started(at, TIME, null));
            for (int step = at + 10; step <= at + delay + 200; step += 10) {
                writer.append(evaluation(step, weightDecay, true, false, step >= at + delay));
            }
            writer.append(new RunEvent.Finished(at + delay + 200, TIME));
        }
    }

    /** A checkpoint that a fork can begin with. */
    private static Checkpoint whole(int step, RunConfiguration configuration) {
        Map<String, Tensor> zeros = new LinkedHashMap<>();
        ParameterLayout.of(configuration.model(), configuration.task().p()).forEach((name, shape) -> zeros.put(name,
                new Tensor(shape, new float[Arrays.stream(shape).reduce(1, Math::multiplyExact)])));
        return new Checkpoint(step, zeros, zeros, zeros, ConfigurationHash.of(configuration), 0);
    }

    private static Evaluation evaluation(int step, double weightDecay, boolean synced, boolean restricted,
            boolean grokked) {
        return Evaluation.at(step).wallMillis(10L * step)
                .performance(new Performance(0.01, 1, grokked ? 0.01 : 5, grokked ? 1 : 0.01))
                .set(Measure.FSD, synced ? 0.9 : 0.1).set(Measure.PEAK_FREQUENCY, 7).set(Measure.FSD_NULL_95, 0.3)
                .set(Measure.RANK, 1).set(Measure.RANK_ONE_SHARE, 0.9)
                .set(Measure.RESTRICTED_LOSS, restricted ? 0.1 : 4).set(Measure.EXCLUDED_LOSS, 4)
                .weightNorm(new WeightNorm(23.5 * Math.exp(Math.max(0, 2000 - step) / 4000.0), Map.of("head", 5.0)))
                .embeddingPower(new EmbeddingPower(new double[]{0.25, 0.75})).set(Measure.WEIGHT_DECAY, weightDecay)
                .set(Measure.STEPS_PER_SECOND, 50).build();
    }
}
