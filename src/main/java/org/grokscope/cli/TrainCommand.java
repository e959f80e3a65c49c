package org.grokscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.grokscope.run.Environment;
import org.grokscope.run.RunDirectory;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.text.InvalidSetting;
import org.grokscope.training.RunExecutor;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code grokscope train}. */
@Command(name = "train", mixinStandardHelpOptions = true, sortOptions = false, description = "Trains one run, or one for each seed.")
final class TrainCommand implements Callable<Integer> {
    @Mixin
    private ConfigurationOptions configuration = new ConfigurationOptions();

    @Mixin
    private WorkerOptions workerOptions = new WorkerOptions();

    @Mixin
    private RunsFolder runsFolder = new RunsFolder();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(names = "--name", paramLabel = "NAME", description = "what to call the run; several seeds are told apart")
    private @Nullable String name;

    @Override
    public Integer call() throws IOException {
        List<RunConfiguration> configurations = configuration.configurations();
        InvalidSetting.unless(name == null || !name.isBlank(), "name", "A run's name cannot be blank.");
        // Everything the caller named is tried before anything is made on the disk.
        try (RunExecutor executor = workerOptions.open()) {
            List<Path> runs = new ArrayList<>();
            Environment environment = executor.environment(configurations.size());
            for (RunConfiguration each : configurations) {
                runs.add(RunDirectory.create(runsFolder.path(), nameOf(each, configurations.size() > 1), each, null,
                        environment).path());
            }
            return new TrainingProgress(executor, output.console()).follow(runs);
        }
    }

    private String nameOf(RunConfiguration each, boolean several) {
        if (name == null) {
            return each.suggestedName();
        }
        return several ? name + " · seed " + each.seeds().seed() : name;
    }
}
