package org.grokscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
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
        boolean waiting = false;
        for (int line : lines) {
            Trial trial = plan.line(line);
            Optional<String> settled = settled(runs.state(trial));
            Optional<String> parent = settled.isPresent() ? Optional.empty() : parent(plan, runs, trial, lines);
            settled.or(() -> parent).ifPresentOrElse(
                    sentence -> console.say("Line %d, %s: %s".formatted(line, trial.name(), sentence)),
                    () -> open.add(trial));
            waiting |= parent.isPresent();
        }
        if (open.isEmpty()) {
            return waiting ? CommandLines.FAILED : 0;
        }
        try (RunExecutor executor = workerOptions.open()) {
            boolean complete = new StudyProgressLine(executor, console).follow(open, place.runs(), StudyArchive.NONE)
                    .complete();
            return complete && !waiting ? 0 : CommandLines.FAILED;
        }
    }

    /** Returns why nothing is to be done for a line, in a sentence; empty when there is something to train. */
    private static Optional<String> settled(TrialState state) throws IOException {
        return switch (state) {
            case TrialState.Done(var run) -> Optional.of("finished, " + run.id() + ".");
            case TrialState.Unreachable(String sentence) -> Optional.of(sentence);
            case TrialState.Failed(String sentence) -> Optional.of(sentence);
            case TrialState.Unfinished(var run) -> run.directory().watchedOwner()
                    .map(owner -> "it is being written by " + owner.said() + " and left alone.");
            case TrialState.Missing _ -> Optional.empty();
        };
    }

    /** Returns that a line waits; a parent that has not ended is another line's work, unless that was asked for, too. */
    private static Optional<String> parent(Plan plan, RunIndex runs, Trial trial, List<Integer> lines)
            throws IOException {
        Optional<Integer> needs = plan.needs(trial);
        boolean waits = needs.isPresent() && !lines.contains(needs.get())
                && !runs.state(plan.line(needs.get())).settled();
        return waits ? Optional.of("it waits for line " + needs.get() + ", its parent.") : Optional.empty();
    }
}
