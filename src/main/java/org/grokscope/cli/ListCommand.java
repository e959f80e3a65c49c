package org.grokscope.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.grokscope.file.FileProblem;
import org.grokscope.measure.Milestone;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunLibrary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code grokscope list}. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the runs of a folder, oldest first.")
final class ListCommand implements Callable<Integer> {
    @Mixin
    private RunsFolder runsFolder = new RunsFolder();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(runsFolder.path())) {
            throw new FileProblem("The runs folder " + runsFolder.path() + " does not exist.");
        }
        Console console = output.console();
        RunLibrary.Contents contents = runsFolder.library().contents();
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.putArray("runs");
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("ID", "STATE", "STEP", "λ", "MEMORISED", "CEILING", "GROKKED", "LEAD", "NAME"));
        List<String> problems = new ArrayList<>(contents.problems());
        for (RunDirectory run : contents.runs()) {
            try {
                RunHistory history = run.history();
                result.withArray("runs").add(RunJson.summary(history, run.path()));
                rows.add(row(history));
                history.leftOut().forEach(sentence -> problems.add("of the run " + run.head().id() + ", " + sentence));
            } catch (IOException e) {
                problems.add("The run " + run.head().id() + " cannot be read: " + e.getMessage() + ".");
            }
        }
        if (console.json()) {
            console.print(result);
        } else {
            new TextTable(rows).lines().forEach(console::print);
        }
        problems.forEach(problem -> console.say("left out: " + problem));
        return 0;
    }

    private static List<String> row(RunHistory history) {
        double decay = history.head().configuration().optimizer().weightDecay();
        return List.of(history.head().id(), history.state().label(), "%,d".formatted(history.reached()),
                decay == Math.rint(decay) ? "%.0f".formatted(decay) : Double.toString(decay),
                step(history, Milestone.MEMORISED), step(history, Milestone.CEILING),
                step(history, Milestone.GROKKED),
                history.milestones().lead().isPresent()
                        ? "%+,d".formatted(history.milestones().lead().getAsInt())
                        : "-",
                history.head().name());
    }

    private static String step(RunHistory history, Milestone milestone) {
        OptionalInt step = history.milestones().step(milestone);
        return step.isPresent() ? "%,d".formatted(step.getAsInt()) : "-";
    }
}
