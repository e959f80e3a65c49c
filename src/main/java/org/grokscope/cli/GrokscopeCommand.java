package org.grokscope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.grokscope.file.FileProblem;
import org.grokscope.run.RunDirectory;
import org.grokscope.training.RunExecutor;
import org.grokscope.workbench.NoDisplay;
import org.grokscope.workbench.WorkbenchApplication;
import org.grokscope.workbench.preferences.StartChoices;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code grokscope} alone: the workbench. */
@Command(name = "grokscope", mixinStandardHelpOptions = true, versionProvider = Versions.class, description = "Watches a small transformer grok. Without a command, opens the workbench.", footer = {
        "",
        "Exit codes: 0 success; 1 failed while working; 2 an option, value, run, folder or device is wrong or missing; 129, 130, 143 ended by HUP, INT (Ctrl+C), TERM, runs with a checkpoint."})
final class GrokscopeCommand implements Callable<Integer> {
    private static final List<Class<?>> COMMANDS = List.of(TrainCommand.class, ForkCommand.class, ResumeCommand.class,
            ListCommand.class, ShowCommand.class, MeasureCommand.class, ExportCommand.class, StudyCommand.class,
            WorkCommand.class, SubmitCommand.class, WatchCommand.class, PullCommand.class, CopyCommand.class,
            ImportCommand.class, VerifyCommand.class, DevicesCommand.class, WorkerCommand.class);

    private static final Set<String> VERSION = Set.of("--version", "-V");

    @Spec
    private @Nullable CommandSpec command;

    @Mixin
    private WorkerOptions workerOptions = new WorkerOptions();

    @Mixin
    private RunsFolder runsFolder = new RunsFolder();

    @Parameters(arity = "0..1", paramLabel = "RUN", description = "a run to open, by its directory or its run.json; the workbench shows the folder that contains it")
    private @Nullable Path run;

    @Override
    public Integer call() throws IOException, NoDisplay {
        StartChoices preferred = StartChoices.read();
        workerOptions.prefer(preferred.device(), preferred.threads());
        Path folder = runsFolder.path(preferred.runsFolder(), command);
        Optional<String> chosen = Optional.empty();
        if (run != null) {
            RunDirectory directory = named(run);
            folder = directory.path().resolveSibling("");
            chosen = Optional.of(directory.head().id());
        }
        RunExecutor executor = workerOptions.openInBackground();
        // Whoever ends the session, or the process, ends no run without a checkpoint.
        try (SignalStop _ = new SignalStop(executor::close)) {
            WorkbenchApplication.open(folder, executor, chosen);
        }
        return 0;
    }

    /**
     * Returns the commands that arguments may need. To read the options of all of them takes longer than to list a hundred
     * runs, so where the first word names one it is that alone, and none where there is no word or only the version is asked for.
     */
    static List<Class<?>> commands(String... arguments) {
        if (arguments.length == 0 || arguments.length == 1 && VERSION.contains(arguments[0])) {
            return List.of();
        }
        return COMMANDS.stream().filter(it -> it.getAnnotation(Command.class).name().equals(arguments[0])).findFirst()
                .<List<Class<?>>>map(List::of).orElse(COMMANDS);
    }

    private static RunDirectory named(Path run) throws IOException {
        if (!Files.exists(run)) {
            throw new FileProblem("No command or run is called '" + run + "'. See 'grokscope --help'.");
        }
        return RunDirectory.open(run.endsWith("run.json") ? run.resolveSibling("") : run);
    }
}
