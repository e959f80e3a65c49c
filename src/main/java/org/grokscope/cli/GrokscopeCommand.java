package org.grokscope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.grokscope.file.FileProblem;
import org.grokscope.run.RunDirectory;
import org.grokscope.workbench.NoDisplay;
import org.grokscope.workbench.WorkbenchApplication;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code grokscope} alone: the workbench. */
@Command(name = "grokscope", mixinStandardHelpOptions = true, versionProvider = Versions.class, subcommands = {
        TrainCommand.class, ForkCommand.class, ResumeCommand.class, ListCommand.class, ShowCommand.class,
        MeasureCommand.class, ExportCommand.class, StudyCommand.class, CopyCommand.class, VerifyCommand.class,
        DevicesCommand.class,
        WorkerCommand.class}, description = "Watches a small transformer grok. Without a command, opens the workbench.", footer = {
                "",
                "Exit codes: 0 success; 1 failed while working; 2 an option, value, run, folder or device is wrong or missing."})
final class GrokscopeCommand implements Callable<Integer> {
    @Mixin
    private WorkerOptions workerOptions = new WorkerOptions();

    @Mixin
    private RunsFolder runsFolder = new RunsFolder();

    @Parameters(arity = "0..1", paramLabel = "RUN", description = "a run to open, by its directory or its run.json; the workbench shows the folder it lies in")
    private @Nullable Path run;

    @Override
    public Integer call() throws IOException, NoDisplay {
        Path folder = runsFolder.path();
        Optional<String> chosen = Optional.empty();
        if (run != null) {
            RunDirectory directory = named(run);
            folder = directory.path().resolveSibling("");
            chosen = Optional.of(directory.head().id());
        }
        WorkbenchApplication.open(folder, workerOptions.openInBackground(), chosen);
        return 0;
    }

    private static RunDirectory named(Path run) throws IOException {
        if (!Files.exists(run)) {
            throw new FileProblem("No command or run is called '" + run + "'. See 'grokscope --help'.");
        }
        return RunDirectory.open(run.endsWith("run.json") ? run.resolveSibling("") : run);
    }
}
