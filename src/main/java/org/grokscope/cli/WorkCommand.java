package org.grokscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.grokscope.run.RunOwner;
import org.grokscope.study.RunIndex;
import org.grokscope.study.StudyArchive;
import org.grokscope.study.Trial;
import org.grokscope.study.TrialState;
import org.grokscope.study.plan.Lines;
import org.grokscope.study.plan.Plan;
import org.grokscope.study.plan.PlanFolder;
import org.grokscope.training.RunExecutor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code grokscope work}. */
@Command(name = "work", mixinStandardHelpOptions = true, sortOptions = false, description = {
        "Trains lines of a plan and nothing else. You can call it for the same line as often as you like: a run that is finished "
                + "is skipped, one that was broken off goes on, and one that is being written is left alone."})
final class WorkCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "the folder of the plan")
    private Path folder = Path.of("");

    @Option(names = "--lines", paramLabel = "LINES", description = "the lines to train, for example 3,7-9; default: all")
    private String typed = "";

    @Mixin
    private WorkerOptions workerOptions = new WorkerOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        PlanFolder place = PlanFolder.open(folder);
        Plan plan = place.plan();
        List<Integer> lines = typed.isEmpty() ? Lines.all(plan) : Lines.parse(typed, plan);
        Console console = output.console();
        RunIndex runs = RunIndex.read(place.runs(), StudyArchive.NONE);
        List<Trial> open = new ArrayList<>();
        Set<Integer> missing = new HashSet<>();
        for (int line : lines) {
            Trial trial = plan.line(line);
            Optional<String> why = reason(plan, runs, trial, lines);
            why.ifPresent(sentence -> console.say("Line %d, %s: %s".formatted(line, trial.name(), sentence)));
            if (why.isEmpty()) {
                open.add(trial);
            } else if (!runs.state(trial).settled() && owner(runs, trial).isEmpty()) {
                missing.add(line);
            }
        }
        if (open.isEmpty()) {
            return missing.isEmpty() ? 0 : CommandLines.FAILED;
        }
        try (RunExecutor executor = workerOptions.open()) {
            boolean complete = new StudyProgressLine(executor, console).follow(open, place.runs(), StudyArchive.NONE)
                    .complete();
            return complete && missing.isEmpty() ? 0 : CommandLines.FAILED;
        }
    }

    /** Returns why a line is not trained now, in a sentence; empty when it is. */
    private static Optional<String> reason(Plan plan, RunIndex runs, Trial trial, List<Integer> lines)
            throws IOException {
        TrialState state = runs.state(trial);
        return switch (state) {
            case TrialState.Done(var run) -> Optional.of("finished, " + run.id() + ".");
            case TrialState.Unreachable(String sentence) -> Optional.of(sentence);
            case TrialState.Failed(String sentence) -> Optional.of(sentence);
            case TrialState.Unfinished _,TrialState.Missing _ -> {
                Optional<String> written = owner(runs, trial)
                        .map(owner -> "it is being written by " + owner.said() + " and left alone.");
                yield written.isPresent() ? written : waiting(plan, runs, trial, lines);
            }
        };
    }

    private static Optional<RunOwner> owner(RunIndex runs, Trial trial) throws IOException {
        return runs.state(trial) instanceof TrialState.Unfinished(var run) ? run.directory().owner() : Optional.empty();
    }

    /** A parent that has not ended is another line's work, unless that line was asked for, too. */
    private static Optional<String> waiting(Plan plan, RunIndex runs, Trial trial, List<Integer> lines)
            throws IOException {
        Optional<Integer> needs = plan.needs(trial);
        boolean waits = needs.isPresent() && !lines.contains(needs.get())
                && !runs.state(plan.line(needs.get())).settled();
        return waits ? Optional.of("it waits for line " + needs.get() + ", its parent.") : Optional.empty();
    }
}
