package org.grokscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.grokscope.run.Fork;
import org.grokscope.run.ForkRequest;
import org.grokscope.run.ForkSettings;
import org.grokscope.run.Repetition;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunHistory;
import org.grokscope.settings.Settings;
import org.grokscope.training.RunExecutor;
import org.grokscope.training.TargetSearch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code grokscope fork}. */
@Command(name = "fork", mixinStandardHelpOptions = true, sortOptions = false, description = "Forks a run: continues it from a step with other settings. The first branch is the control, which has the parent's own settings and repeats it bit for bit.")
final class ForkCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--at", required = true, paramLabel = "WHEN", description = "a step, or memorised, ceiling or grokked")
    private String at = "";

    @Option(names = "--weight-decay", split = ",", paramLabel = "LAMBDA", description = "λ of the branches, separated by commas; PART=LAMBDA, such as embedding=0, for one part of the network")
    private List<String> weightDecays = new ArrayList<>();

    @Option(names = "--draws", defaultValue = "1", paramLabel = "N", description = "branches for each λ, which differ in the order of the batches; default: ${DEFAULT-VALUE}")
    private int draws;

    @Option(names = "--learning-rate", paramLabel = "ETA", description = "default: the parent's")
    private @Nullable Double learningRate;

    @Option(names = "--beta2", paramLabel = "BETA", description = "default: the parent's")
    private @Nullable Double beta2;

    @Option(names = "--batch", paramLabel = "N", description = "pairs a step, or full; default: the parent's")
    private @Nullable String batch;

    @Option(names = "--data-seed", paramLabel = "SEED", description = "draws the order of the batches of the first draw; default: the parent's")
    private @Nullable Long dataSeed;

    @Option(names = "--steps", paramLabel = "N", description = "the last step, counted from 0; default: the parent's")
    private @Nullable Integer steps;

    @Option(names = "--stop-after-grok", paramLabel = "N", description = "stop this many steps after grokking, 0 for never; default: as the parent")
    private @Nullable Integer stopAfterGrok;

    @Option(names = "--eval-every", paramLabel = "N", description = "steps between the branches' own evaluations; what they inherit keeps its own; default: the parent's")
    private @Nullable Integer evaluateEvery;

    @Option(names = "--no-control", description = "leave the control branch out")
    private boolean noControl;

    @Mixin
    private InterventionOptions interventions = new InterventionOptions();

    @Mixin
    private PlanOptions plan = new PlanOptions();

    @Mixin
    private WorkerOptions workerOptions = new WorkerOptions();

    @Mixin
    private RunArgument run = new RunArgument();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws IOException {
        RunDirectory parent = run.find();
        RunHistory history = parent.history();
        ForkRequest request = new ForkRequest(Moment.step(history, "at", at), InterventionOptions.ofAll(weightDecays),
                draws, !noControl, settings(),
                steps == null ? OptionalInt.empty() : OptionalInt.of(steps),
                stopAfterGrok == null ? OptionalInt.empty() : OptionalInt.of(stopAfterGrok),
                evaluateEvery == null ? OptionalInt.empty() : OptionalInt.of(evaluateEvery),
                interventions.read(InterventionOptions.ofParts(weightDecays), run));
        Path folder = run.runsFolder().named(spec) ? run.runsFolder().path() : parent.path().resolveSibling("");
        Console console = output.console();
        if (plan.wanted()) {
            PlannedForks planned = PlannedForks.of(history, at, request);
            return plan.write(planned.trials(), console, runs -> planned.bring(parent, runs));
        }
        // The request is tried while the tensor library loads, and everything before anything is made on the disk.
        try (RunExecutor executor = workerOptions.openInBackground()) {
            executor.prepare();
            List<RunDirectory> branches = Fork.create(parent, TargetSearch.settle(parent, request, executor), folder,
                    number -> executor.environmentOf(Collections.nCopies(number, parent.head().configuration())));
            if (Objects.requireNonNull(branches.getFirst().head().lineage()).coldStart()) {
                console.say("Nobody saved AdamW's moments with these weights; they begin at zero, a cold start.");
            }
            int exitCode = new TrainingProgress(executor, console)
                    .follow(branches.stream().map(RunDirectory::path).toList());
            tellOfControl(parent, branches.getFirst(), console);
            return exitCode;
        }
    }

    private ForkSettings settings() {
        return new ForkSettings(learningRate == null ? OptionalDouble.empty() : OptionalDouble.of(learningRate),
                beta2 == null ? OptionalDouble.empty() : OptionalDouble.of(beta2),
                batch == null
                        ? OptionalInt.empty()
                        : OptionalInt.of(Settings.BATCH.type().parse(batch)),
                dataSeed == null ? OptionalLong.empty() : OptionalLong.of(dataSeed));
    }

    private static void tellOfControl(RunDirectory parent, RunDirectory first, Console console) throws IOException {
        RunHistory control = first.history();
        if (control.control()) {
            String how = Repetition.of(parent.history(), control).text();
            if (!how.isEmpty()) {
                console.say(first.head().id() + ": " + how);
            }
        }
    }
}
