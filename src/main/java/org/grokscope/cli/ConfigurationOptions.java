package org.grokscope.cli;

import java.util.ArrayList;
import java.util.List;
import org.grokscope.measure.Thresholds;
import org.grokscope.settings.EvaluationSettings;
import org.grokscope.settings.ModelKind;
import org.grokscope.settings.ModelSettings;
import org.grokscope.settings.OptimizerSettings;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.ScheduleSettings;
import org.grokscope.settings.Seeds;
import org.grokscope.settings.TaskSettings;
import org.grokscope.settings.WeightDecaySchedule;
import org.grokscope.task.Labels;
import org.grokscope.task.Operation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that configure a run, with the paper's defaults. */
final class ConfigurationOptions {
    @Option(names = "--operation", defaultValue = "add", paramLabel = "NAME", description = "add, subtract or multiply; default: ${DEFAULT-VALUE}")
    private String operation = "";

    @Option(names = "--p", defaultValue = "97", paramLabel = "P", description = "the modulus, a prime of at least 5; default: ${DEFAULT-VALUE}")
    private int p;

    @Option(names = "--train-fraction", defaultValue = "0.3", paramLabel = "F", description = "share of the pairs that is trained on; default: ${DEFAULT-VALUE}")
    private double trainFraction;

    @Option(names = "--labels", defaultValue = "true", paramLabel = "NAME", description = "true, or shuffled: the answers permuted over all pairs, a control with nothing to be found; default: ${DEFAULT-VALUE}")
    private String labels = "";

    @Option(names = "--kind", defaultValue = "full", paramLabel = "KIND", description = "full, attention-only or mlp-only; default: ${DEFAULT-VALUE}")
    private String kind = "";

    @Option(names = "--blocks", defaultValue = "2", paramLabel = "N", description = "1 to 4; default: ${DEFAULT-VALUE}")
    private int blocks;

    @Option(names = "--width", defaultValue = "128", paramLabel = "N", description = "of the residual stream; default: ${DEFAULT-VALUE}")
    private int width;

    @Option(names = "--heads", defaultValue = "4", paramLabel = "N", description = "attention heads; default: ${DEFAULT-VALUE}")
    private int heads;

    @Option(names = "--mlp-width", defaultValue = "512", paramLabel = "N", description = "hidden neurons of an MLP; default: ${DEFAULT-VALUE}")
    private int mlpWidth;

    @Option(names = "--batch", defaultValue = "512", paramLabel = "N", description = "pairs a step; default: ${DEFAULT-VALUE}")
    private int batch;

    @Option(names = "--learning-rate", defaultValue = "1e-3", paramLabel = "ETA", description = "default: ${DEFAULT-VALUE}")
    private double learningRate;

    @Option(names = "--weight-decay", defaultValue = "1", paramLabel = "LAMBDA", description = "λ, at least 0; default: ${DEFAULT-VALUE}")
    private double weightDecay;

    @Option(names = "--weight-decay-schedule", defaultValue = "", paramLabel = "WHEN:LAMBDA", description = "λ from a moment on, which is memorised, ceiling, grokked or a step: ceiling:5; several with commas between")
    private String weightDecaySchedule = "";

    @Option(names = "--steps", defaultValue = "8000", paramLabel = "N", description = "the last step; default: ${DEFAULT-VALUE}")
    private int steps;

    @Option(names = "--stop-after-grok", defaultValue = "0", paramLabel = "N", description = "end so many steps after grokking; 0, the default: go on to the last step")
    private int stopAfterGrok;

    @Option(names = "--eval-every", defaultValue = "100", paramLabel = "N", description = "steps between evaluations; default: ${DEFAULT-VALUE}")
    private int evaluateEvery;

    @Option(names = "--checkpoint-every", defaultValue = "500", paramLabel = "N", description = "steps between checkpoints; default: ${DEFAULT-VALUE}")
    private int checkpointEvery;

    @Option(names = "--seed", defaultValue = "42", split = ",", paramLabel = "N", description = "draws weights and split; several, separated by commas, make several runs; default: ${DEFAULT-VALUE}")
    private List<Long> seeds = new ArrayList<>();

    @Option(names = "--data-seed", paramLabel = "N", description = "draws the order of the batches; default: the seed")
    private @Nullable Long dataSeed;

    /**
     * Returns one configuration a seed.
     *
     * @throws org.grokscope.text.InvalidSetting when a value cannot be used
     */
    List<RunConfiguration> configurations() {
        RunConfiguration first = new RunConfiguration(
                new TaskSettings(Operation.of(operation), p, trainFraction, Labels.of(labels)),
                new ModelSettings(ModelKind.of(kind), blocks, width, heads, mlpWidth),
                new OptimizerSettings(learningRate, weightDecay, OptimizerSettings.PAPER.beta1(),
                        OptimizerSettings.PAPER.beta2(), OptimizerSettings.PAPER.epsilon(), batch),
                new ScheduleSettings(steps, stopAfterGrok, WeightDecaySchedule.parse(weightDecaySchedule)),
                new EvaluationSettings(evaluateEvery, checkpointEvery),
                Thresholds.PAPER, Seeds.DEFAULT);
        return seeds.stream().distinct()
                .map(seed -> first.with(new Seeds(seed, dataSeed == null ? seed : dataSeed))).toList();
    }
}
