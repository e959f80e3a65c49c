package org.grokscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.grokscope.run.Environment;
import org.grokscope.file.FolderTree;
import org.grokscope.run.RunDirectory;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.study.Trial.Trained;
import org.grokscope.text.InvalidSetting;
import org.grokscope.text.NumberText;
import org.grokscope.training.EvaluationMemory;
import org.grokscope.training.RunExecutor;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code grokscope train}. */
@Command(name = "train", mixinStandardHelpOptions = true, sortOptions = false, description = "Trains one run, or one for each seed.")
final class TrainCommand implements Callable<Integer> {
    private static final long MUCH_MEMORY = 2_000_000_000;

    @Mixin
    private ConfigurationOptions configuration = new ConfigurationOptions();

    @Mixin
    private WorkerOptions workerOptions = new WorkerOptions();

    @Mixin
    private RunsFolder runsFolder = new RunsFolder();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private PlanOptions plan = new PlanOptions();

    @Option(names = "--name", paramLabel = "NAME", description = "what to call the run; several seeds are told apart")
    private @Nullable String name;

    @Override
    public Integer call() throws IOException {
        List<RunConfiguration> configurations = configuration.configurations();
        InvalidSetting.unless(name == null || !name.isBlank(), "name", "A run's name cannot be blank.");
        if (plan.wanted()) {
            return plan.write(configurations.stream().map(it -> new Trained(nameOf(it, configurations.size() > 1), it))
                    .toList(), output.console());
        }
        // Everything the caller named is tried before anything is made on the disk.
        try (RunExecutor executor = workerOptions.open()) {
            Console console = output.console();
            tellMemory(configurations, console);
            configurations.getFirst().learnedTask().remark().ifPresent(console::say);
            List<Path> runs = new ArrayList<>();
            Environment environment = executor.environmentOf(configurations);
            try {
                for (RunConfiguration each : configurations) {
                    runs.add(RunDirectory.create(runsFolder.path(), nameOf(each, configurations.size() > 1), each, null,
                            environment).path());
                }
            } catch (IOException | RuntimeException e) {
                // All or none: what never begins would be new for ever.
                for (Path run : runs) {
                    new FolderTree(run).delete();
                }
                throw e;
            }
            return new TrainingProgress(executor, console).follow(runs);
        }
    }

    /** A machine that has too little would end the process without a word. */
    private static void tellMemory(List<RunConfiguration> configurations, Console console) {
        long most = configurations.stream().mapToLong(EvaluationMemory::bytes).max().orElse(0);
        if (most >= MUCH_MEMORY) {
            console.say("A run needs about %s of memory while it is evaluated, for p = %d has %,d pairs.".formatted(
                    NumberText.bytes(most), configurations.getFirst().task().p(),
                    (long) configurations.getFirst().task().p() * configurations.getFirst().task().p()));
        }
    }

    private String nameOf(RunConfiguration each, boolean several) {
        if (name == null) {
            return each.suggestedName();
        }
        return several ? name + " · seed " + each.seeds().seed() : name;
    }
}
