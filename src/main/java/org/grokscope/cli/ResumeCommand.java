package org.grokscope.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.grokscope.file.FileProblem;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;
import org.grokscope.text.InvalidSetting;
import org.grokscope.training.RunExecutor;
import org.grokscope.training.worker.Workers;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code grokscope resume}. */
@Command(name = "resume", mixinStandardHelpOptions = true, sortOptions = false, description = "Continues an interrupted, paused or finished run from its newest checkpoint.")
final class ResumeCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "RUN", description = "an id, a name if it is the only one, or a directory")
    private String run = "";

    @Option(names = "--steps", paramLabel = "N", description = "the run's new last step, counted from 0")
    private @Nullable Integer steps;

    @Mixin
    private ExecutorOptions executorOptions = new ExecutorOptions();

    @Mixin
    private RunsFolder runsFolder = new RunsFolder();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws IOException {
        RunDirectory directory = runsFolder.library().find(run);
        check(directory);
        try (RunExecutor executor = executorOptions.open(Workers.AUTO)) {
            if (steps != null) {
                directory.extend(steps);
            }
            return new TrainingProgress(executor, output.console(spec)).follow(List.of(directory.path()));
        }
    }

    private void check(RunDirectory directory) throws IOException {
        RunHistory history = directory.history();
        String id = directory.head().id();
        if (directory.owner().isPresent()) {
            throw new FileProblem(
                    "The run " + id + " is being written by process " + directory.owner().get().pid() + ".");
        }
        List<Integer> resumable = directory.resumableSteps();
        if (resumable.isEmpty() && !history.beginsFromSeed()) {
            throw new FileProblem("The run " + id + " has no checkpoint with moments that can be read, so there is "
                    + "nothing to go on from.");
        }
        if (!resumable.isEmpty()) {
            // Damage is found before the run is given another last step.
            directory.checkpoint(resumable.getLast());
        }
        if (history.state() == RunState.DIVERGED) {
            throw new FileProblem("The run " + id + " diverged and cannot be continued.");
        }
        if (steps == null && history.state() == RunState.FINISHED) {
            throw new InvalidSetting("steps", "The run " + id + " is finished. Use --steps to train it further.");
        }
        InvalidSetting.unless(steps == null || steps > history.lastStep(), "steps",
                "The run " + id + " has reached step " + history.lastStep() + "; --steps must be beyond it.");
    }
}
