package org.grokscope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.grokscope.file.FileProblem;
import org.grokscope.run.ResumePoint;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunOwner;
import org.grokscope.run.RunParts;
import org.grokscope.run.RunState;
import org.grokscope.text.InvalidSetting;
import org.grokscope.training.RunExecutor;
import org.grokscope.training.Submission;
import org.grokscope.training.worker.Workers;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code grokscope resume}. */
@Command(name = "resume", mixinStandardHelpOptions = true, sortOptions = false, description = "Goes on with an interrupted, paused or finished run, from its newest checkpoint or an earlier one.")
final class ResumeCommand implements Callable<Integer> {
    @Option(names = "--steps", paramLabel = "N", description = "the run's new last step, counted from 0")
    private @Nullable Integer steps;

    @Option(names = "--from", paramLabel = "N", description = "the step of the checkpoint to go on from; what is later is made again; default: the newest")
    private @Nullable Integer from;

    @Mixin
    private ExecutorOptions executorOptions = new ExecutorOptions();

    @Mixin
    private RunArgument run = new RunArgument();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws IOException {
        RunDirectory directory = run.find();
        Submission submission = new Submission(directory.path(), number(from), number(steps));
        check(directory, submission);
        try (RunExecutor executor = executorOptions.open(Workers.AUTO)) {
            return new TrainingProgress(executor, output.console()).follow(submission);
        }
    }

    private static OptionalInt number(@Nullable Integer typed) {
        return typed == null ? OptionalInt.empty() : OptionalInt.of(typed);
    }

    /** What the caller named is tried before the tensor library is loaded; who trains the run tries it again. */
    private static void check(RunDirectory directory, Submission submission) throws IOException {
        RunHistory history = directory.history();
        String id = directory.head().id();
        if (!Files.isWritable(directory.path())) {
            throw new FileProblem("The run " + id + " may not be written by you.");
        }
        Optional<RunOwner> owner = directory.watchedOwner();
        if (owner.isPresent()) {
            throw new FileProblem("The run " + id + " is being written by " + owner.get().said() + ".");
        }
        RunParts.check(directory.path());
        if (ResumePoint.of(directory, submission.from()).isEmpty() && !history.beginsFromSeed()) {
            throw new FileProblem("The run " + id + " has no checkpoint with moments that can be read, so there is "
                    + "nothing to go on from.");
        }
        if (history.state() == RunState.DIVERGED && submission.from().isEmpty()) {
            throw new FileProblem("The run " + id + " diverged and cannot be continued.");
        }
        if (submission.steps().isEmpty() && submission.from().isEmpty() && history.state() == RunState.FINISHED) {
            throw new InvalidSetting("steps", "The run " + id + " is finished. Use --steps to train it further.");
        }
        int beyond = submission.from().orElse(history.reached());
        InvalidSetting.unless(submission.steps().orElse(Integer.MAX_VALUE) > beyond, "steps",
                submission.from().isPresent()
                        ? "--steps must be beyond " + beyond + ", the step to go on from."
                        : "The run " + id + " has reached step " + beyond + "; --steps must be beyond it.");
    }
}
