package org.grokscope.figure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.grokscope.measure.EmbeddingPower;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Milestones;
import org.grokscope.measure.Performance;
import org.grokscope.measure.WeightNorm;
import org.grokscope.run.Environment;
import org.grokscope.run.RunHead;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.Settings;

/** Runs as one at p = 97 looks, made by formula: memorises at 300, slips, reaches its ceiling at 1,700, groks at 4,000. */
public final class SampleHistories {
    /** The strongest frequencies at the end. */
    public static final int[] KEYS = {8, 21, 33, 42};

    private SampleHistories() {}

    /** A finished run of 8,000 steps, evaluated every 100. */
    public static RunHistory grokked() {
        return until(8000, 100, RunState.FINISHED);
    }

    /** A run in training. */
    public static RunHistory live(int lastStep) {
        return until(lastStep, 100, RunState.TRAINING);
    }

    /** A run without evaluations. */
    public static RunHistory empty() {
        return of(List.of(), 100, RunState.NEW);
    }

    /** A run with evaluations up to a step. */
    public static RunHistory until(int lastStep, int cadence, RunState state) {
        Random random = new Random(5);
        return of(IntStream.rangeClosed(0, lastStep / cadence).mapToObj(i -> evaluation(i * cadence, random)).toList(),
                cadence, state);
    }

    /** A run with these evaluations. */
    public static RunHistory of(List<Evaluation> evaluations, int cadence, RunState state) {
        RunConfiguration configuration = RunConfiguration.PAPER.with(Settings.EVALUATE_EVERY, cadence)
                .with(Settings.CHECKPOINT_EVERY, 5 * cadence);
        RunHead head = new RunHead("sample", configuration.suggestedName(), Instant.EPOCH, configuration, null,
                new Environment("cpu", "CPU", 2, new TreeMap<>()));
        List<Integer> checkpoints = evaluations.stream().map(Evaluation::step).filter(s -> s % (5 * cadence) == 0)
                .toList();
        return new RunHistory(head, state, evaluations, List.of(), checkpoints,
                Milestones.of(evaluations, configuration.thresholds()), List.of());
    }

    /** An evaluation with other accuracies and FSD than the formula's. */
    public static Evaluation evaluation(int step, double train, double validation, double fsd) {
        Evaluation usual = evaluation(step, new Random(step));
        return usual.toBuilder().set(Measure.TRAIN_ACCURACY, train).set(Measure.VALIDATION_ACCURACY, validation)
                .set(Measure.FSD, fsd).set(Measure.PEAK_FREQUENCY, 8).set(Measure.FSD_NULL_95, Double.NaN)
                .set(Measure.RANK, 2).set(Measure.RANK_ONE_SHARE, 0.8).set(Measure.STEPS_PER_SECOND, 40).build();
    }

    private static Evaluation evaluation(int step, Random random) {
        double train = Math.min(1, 0.01 + 1.05 * sigmoid((step - 190) / 35.0));
        double dip = 0;
        for (int slingshot : new int[]{500, 800, 1200, 1500, 1900}) {
            dip += (slingshot == 800 ? 0.8 : 0.55) * Math.exp(-Math.pow((step - slingshot) / 60.0, 2));
        }
        train = Math.clamp(train - dip, 0.01, 1);
        double validation = Math.clamp(
                0.01 + 0.1 * sigmoid((step - 600) / 150.0) + 0.9 * sigmoid((step - 3600) / 150.0)
                        + 0.02 * random.nextGaussian() * sigmoid((step - 300) / 100.0) * sigmoid((3600 - step) / 100.0)
                        - 0.3 * dip,
                0.005, 1);
        double fsd = Math.clamp(0.05 + 0.87 * sigmoid((step - 1000) / 300.0) + 0.025 * random.nextGaussian(), -0.02, 1);
        double null95 = 0.07 + 0.2 * sigmoid((step - 1500) / 400.0) + 0.01 * random.nextGaussian();
        double norm = 21 + 98.4 * Math.exp(-step / 850.0) + 0.25 * random.nextGaussian();
        Performance performance = new Performance(Math.max(1e-5, 4.8 * (1 - train) + 0.4 * Math.exp(-step / 400.0)),
                train, 0.02 + 7 * (1 - validation), validation);
        int rank = (int) Math.max(1, Math.round(24 * sigmoid((2300 - step) / 400.0)));
        return Evaluation.at(step).wallMillis(step * 24L).performance(performance).set(Measure.FSD, fsd)
                .set(Measure.PEAK_FREQUENCY, step < 600 ? 33 : 8).set(Measure.FSD_NULL_95, null95)
                .set(Measure.RANK, rank).set(Measure.RANK_ONE_SHARE, 1 - rank / 25.0)
                .weightNorm(new WeightNorm(norm, Map.of("head", norm / 3))).embeddingPower(power(step, random))
                .set(Measure.WEIGHT_DECAY, 1).set(Measure.STEPS_PER_SECOND, 41.8).build();
    }

    private static EmbeddingPower power(int step, Random random) {
        double[] shares = new double[48];
        double order = sigmoid((step - 1500) / 450.0);
        double total = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = (1 - 0.97 * order) * (1 + 0.12 * random.nextGaussian()) / 48;
        }
        double[] strength = {0.42, 0.27, 0.17, 0.1};
        for (int i = 0; i < KEYS.length; i++) {
            shares[KEYS[i] - 1] += order * strength[i];
        }
        for (double share : shares) {
            total += share;
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= total;
        }
        return new EmbeddingPower(shares);
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /** The same run without some of its measures. */
    public static RunHistory withoutSynchronization() {
        List<Evaluation> without = new ArrayList<>();
        for (Evaluation e : grokked().evaluations()) {
            without.add(e.toBuilder().set(Measure.FSD, Double.NaN).set(Measure.PEAK_FREQUENCY, Double.NaN)
                    .set(Measure.FSD_NULL_95, Double.NaN).set(Measure.RANK, Double.NaN)
                    .set(Measure.RANK_ONE_SHARE, Double.NaN).embeddingPower(EmbeddingPower.NONE).build());
        }
        return of(without, 100, RunState.FINISHED);
    }

    /** A run of 10,000 evaluations that follow no course. */
    public static RunHistory dense() {
        Random random = new Random(7);
        return of(IntStream.range(0, 10_000).mapToObj(
                step -> evaluation(step * 10, random.nextDouble(), random.nextDouble(), random.nextDouble())).toList(),
                10, RunState.FINISHED);
    }
}
