package org.grokscope.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.grokscope.file.FileProblem;
import org.grokscope.measure.FrequencySynchronization;
import org.grokscope.measure.PermutationTest.Null;
import org.grokscope.measure.PermutationTest;
import org.grokscope.measure.SumConditionedActivation;
import org.grokscope.model.HookPoint;
import org.grokscope.run.CheckpointSteps;
import org.grokscope.run.RunDirectory;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.task.Basis;
import org.grokscope.text.Choice;
import org.grokscope.text.InvalidSetting;
import org.grokscope.training.CheckpointProbe;
import org.grokscope.training.Compute;
import org.grokscope.training.DeviceChoice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code grokscope measure}. */
@Command(name = "measure", mixinStandardHelpOptions = true, sortOptions = false, description = "Measures a checkpoint of a run: FSD with its permutation test, Fourier ranks, restricted and excluded loss, ablation. Restricted and excluded loss act on the last block's hidden layer; they are analogues of the measures of Nanda et al., which act on the logits.")
final class MeasureCommand implements Callable<Integer> {
    private static final int MOST_PERMUTATIONS = 1_000_000;

    @Option(names = "--step", paramLabel = "N", description = "a step with a checkpoint; default: the newest")
    private @Nullable Integer step;

    @Option(names = "--site", paramLabel = "SITE", description = "whose neurons: blocks.0.mlp.hidden, blocks.1.attention.output and so on; default: the first block's hidden layer, or its attention output where there is no MLP")
    private @Nullable String site;

    @Option(names = "--top", defaultValue = "1", paramLabel = "K", description = "count a neuron at its K strongest frequencies; default: ${DEFAULT-VALUE}")
    private int top;

    @Option(names = "--permutations", defaultValue = ""
            + PermutationTest.SHUFFLES, paramLabel = "N", description = "shuffles of the permutation test; default: ${DEFAULT-VALUE}")
    private int permutations;

    @Option(names = "--null", defaultValue = "relabelled", paramLabel = "NAME", description = "what chance is: relabelled (the answers shuffled once for all neurons) or independent (for each neuron); default: ${DEFAULT-VALUE}")
    private String how = "";

    @Option(names = "--ablation", description = "also the accuracy without each block's attention and each block's MLP")
    private boolean ablation;

    @Mixin
    private RunArgument run = new RunArgument();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws IOException {
        RunDirectory directory = run.find();
        RunConfiguration configuration = directory.head().configuration();
        HookPoint where = site == null
                ? HookPoint.standard(configuration.model())
                : HookPoint.of(site, configuration.model());
        Null chance = Choice.of(Null.class, "null", "--null", how);
        int frequencies = configuration.learnedTask().basis().frequencies();
        InvalidSetting.unless(frequencies > 1, "top", "With one frequency alone there is nothing to agree on.");
        InvalidSetting.unless(top >= 1 && top < frequencies, "top",
                "--top must lie between 1 and " + (frequencies - 1) + ", and " + top + " does not.");
        InvalidSetting.unless(permutations >= 1 && permutations <= MOST_PERMUTATIONS, "permutations",
                "--permutations must lie between 1 and " + MOST_PERMUTATIONS + ", and " + permutations + " does not.");
        CheckpointSteps checkpoints = CheckpointSteps.of(directory);
        int at = step == null ? checkpoints.last() : checkpoints.at(step);
        Compute.load(DeviceChoice.CPU, Compute.DEFAULT_THREADS);
        try (CheckpointProbe probe = open(directory, at)) {
            Console console = output.console();
            Measurement found = measure(directory.head().id(), probe, where, chance);
            if (console.json()) {
                console.print(found.json());
            } else {
                new TextTable(found.rows()).lines().forEach(console::print);
            }
        }
        return 0;
    }

    private static CheckpointProbe open(RunDirectory directory, int at) throws IOException {
        try {
            return CheckpointProbe.open(directory.head().configuration(), directory.checkpoint(at));
        } catch (IllegalArgumentException e) {
            throw new FileProblem("The checkpoint at step " + at + " is of another network than run.json says.", e);
        }
    }

    private Measurement measure(String id, CheckpointProbe probe, HookPoint where, Null chance) {
        SumConditionedActivation activation = probe.sumConditioned(where);
        Basis basis = probe.configuration().learnedTask().basis();
        PermutationTest test = PermutationTest.of(activation, basis, top, chance, permutations,
                PermutationTest.randomOf(probe.configuration().seeds().seed(), probe.step()));
        return new Measurement(id, probe.evaluate(), where, FrequencySynchronization.of(activation, basis), top, chance,
                test, ablation ? probe.ablation() : null);
    }
}
