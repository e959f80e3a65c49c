package org.grokscope.run;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.grokscope.measure.EmbeddingPower;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Milestone;
import org.grokscope.measure.Performance;
import org.grokscope.measure.WeightNorm;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.Settings;

/** Fills a folder with finished runs as long as real ones: for tests and benchmarks of many. */
public final class ManyRuns {
    /** Where all of them were trained. */
    public static final Environment ENVIRONMENT = new Environment("cpu", "a processor", 2,
            new TreeMap<>(Map.of("java", "25")));
    private static final int EVERY = 100;
    private static final List<Integer> PRIMES = List.of(53, 71, 97, 113, 131);
    private static final List<Double> WEIGHT_DECAYS = List.of(0.5, 1.0, 2.0, 3.0);

    private ManyRuns() {}

    /**
     * Writes runs that differ in p, seed and λ. Those of one p share one log on the disk, where it has links: a folder of
     * a thousand is there in a moment.
     *
     * @param evaluations of each, one every 100 steps
     */
    public static void write(Path folder, int runs, int evaluations) throws IOException {
        Map<Integer, Path> logs = new TreeMap<>();
        for (int i = 0; i < runs; i++) {
            int p = PRIMES.get(i % PRIMES.size());
            RunConfiguration configuration = RunConfiguration.PAPER.with(Settings.P, p)
                    .withWeightDecay(WEIGHT_DECAYS.get(i / PRIMES.size() % 4)).ending((evaluations - 1) * EVERY, 0)
                    .with(Settings.EVALUATE_EVERY, EVERY).with(Settings.CHECKPOINT_EVERY, 5 * EVERY).withSeed(i);
            Path run = RunDirectory.create(folder, configuration.suggestedName(), configuration, null, ENVIRONMENT)
                    .path();
            link(logs, p, evaluations, run);
            writeEvents(run.resolve("events.jsonl"), evaluations, EVERY);
        }
    }

    /** Writes one run that was evaluated at every step, and nothing else for so many steps. */
    public static RunDirectory writeLong(Path folder, int p, int evaluations) throws IOException {
        RunConfiguration configuration = RunConfiguration.PAPER.with(Settings.P, p).ending(evaluations - 1, 0)
                .with(Settings.EVALUATE_EVERY, 1);
        RunDirectory run = RunDirectory.create(folder, configuration.suggestedName(), configuration, null,
                ENVIRONMENT);
        Random random = new Random(p);
        try (BufferedWriter lines = Files.newBufferedWriter(run.path().resolve("metrics.jsonl"))) {
            for (int i = 0; i < evaluations; i++) {
                lines.append(EvaluationLine.write(evaluation(i, i, evaluations, p, random)).toString()).append('\n');
            }
        }
        writeEvents(run.path().resolve("events.jsonl"), evaluations, 1);
        return run;
    }

    /** Adds an evaluation to a run. */
    public static void append(RunDirectory run, int p, int step) throws IOException {
        Files.writeString(run.path().resolve("metrics.jsonl"),
                EvaluationLine.write(evaluation(1, step, 1, p, new Random(step))) + "\n", StandardOpenOption.APPEND);
    }

    private static void link(Map<Integer, Path> logs, int p, int evaluations, Path run) throws IOException {
        Path log = run.resolve("metrics.jsonl");
        if (!logs.containsKey(p)) {
            StringBuilder lines = new StringBuilder();
            Random random = new Random(p);
            for (int i = 0; i < evaluations; i++) {
                lines.append(EvaluationLine.write(evaluation(i, i * EVERY, evaluations, p, random))).append('\n');
            }
            Files.writeString(log, lines);
            logs.put(p, log);
            return;
        }
        try {
            Files.createLink(log, logs.get(p));
        } catch (UnsupportedOperationException | IOException noLinks) {
            Files.copy(logs.get(p), log);
        }
    }

    private static void writeEvents(Path events, int evaluations, int every) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (RunEvent event : List.of(new RunEvent.Started(0, Instant.EPOCH, null),
                new RunEvent.MilestoneReached(evaluations / 16 * every, Instant.EPOCH, Milestone.MEMORISED),
                new RunEvent.MilestoneReached(evaluations / 4 * every, Instant.EPOCH, Milestone.CEILING),
                new RunEvent.MilestoneReached(evaluations / 2 * every, Instant.EPOCH, Milestone.GROKKED),
                new RunEvent.Finished((evaluations - 1) * every, Instant.EPOCH))) {
            lines.append(EventLine.write(event)).append('\n');
        }
        Files.writeString(events, lines);
    }

    /** Memorises at a sixteenth of the run, is synchronised at a quarter, groks at half. */
    private static Evaluation evaluation(int i, int step, int evaluations, int p, Random random) {
        boolean memorised = i >= evaluations / 16;
        boolean synced = i >= evaluations / 4;
        boolean grokked = i >= evaluations / 2;
        double jitter = 0.03 * random.nextDouble();
        double[] shares = new double[p / 2];
        for (int k = 0; k < shares.length; k++) {
            shares[k] = (1 + 0.2 * random.nextGaussian()) / shares.length;
        }
        return Evaluation.at(step).wallMillis(24L * step)
                .performance(new Performance(memorised ? 0.01 + jitter : 4, memorised ? 1 - jitter / 6 : 0.3 + jitter,
                        grokked ? 0.02 + jitter : 8 - jitter, grokked ? 1 - jitter : 0.1 + jitter))
                .set(Measure.FSD, synced ? 0.85 + jitter : 0.3 + jitter).set(Measure.PEAK_FREQUENCY, 7)
                .set(Measure.FSD_NULL_95, 0.2 + jitter).set(Measure.RANK, synced ? 2 : 24)
                .set(Measure.RANK_ONE_SHARE, 0.5).set(Measure.RESTRICTED_LOSS, 2 + jitter)
                .set(Measure.EXCLUDED_LOSS, 3 + jitter)
                .weightNorm(new WeightNorm(20 + 100 * Math.exp(-8.0 * i / evaluations) + jitter,
                        groups(jitter)))
                .embeddingPower(new EmbeddingPower(shares)).set(Measure.WEIGHT_DECAY, 1)
                .set(Measure.STEPS_PER_SECOND, 41.5).build();
    }

    private static Map<String, Double> groups(double jitter) {
        Map<String, Double> groups = new LinkedHashMap<>();
        for (String group : List.of("embeddings", "blocks.0.attention", "blocks.0.mlp", "blocks.1.attention",
                "blocks.1.mlp", "head")) {
            groups.put(group, 5 + jitter);
        }
        return groups;
    }
}
