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
import org.grokscope.measure.Alarm;
import org.grokscope.measure.Milestone;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunLibrary;
import org.grokscope.settings.Settings;
import org.grokscope.text.PlainNumber;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code grokscope list}. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the runs of a folder, oldest first.")
final class ListCommand implements Callable<Integer> {
    @Mixin
    private AlarmOptions alarms = new AlarmOptions();

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
        List<Alarm> further = alarms.further();
        rows.add(headings(further));
        List<String> problems = new ArrayList<>(contents.problems());
        for (RunDirectory run : contents.runs()) {
            try {
                RunHistory history = run.history().dated(alarms.moved());
                if (console.json()) {
                    result.withArray("runs").add(RunJson.summary(history, run.path(), further));
                } else {
                    rows.add(row(history, further));
                }
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

    private static List<String> headings(List<Alarm> alarms) {
        List<String> row = new ArrayList<>(
                List.of("ID", "STATE", "STEP", "\u03bb", "MEMORISED", "CEILING", "GROKKED", "LEAD"));
        alarms.forEach(alarm -> row.addAll(List.of(alarm.text(), "LEAD")));
        row.add("NAME");
        return row;
    }

    private static List<String> row(RunHistory history, List<Alarm> alarms) {
        double decay = history.head().configuration().optimizer().weightDecay();
        List<String> row = new ArrayList<>(
                List.of(history.head().id(), history.state().label(), "%,d".formatted(history.reached()),
                        history.head().knows(Settings.WEIGHT_DECAY) ? PlainNumber.of(decay) : "-",
                        step(history.milestones().step(Milestone.MEMORISED)),
                        step(history.milestones().step(Milestone.CEILING)),
                        step(history.milestones().step(Milestone.GROKKED)), lead(history.milestones().lead())));
        alarms.forEach(alarm -> row.addAll(List.of(step(history.rings(alarm)), lead(history.leadOf(alarm)))));
        row.add(history.head().name());
        return row;
    }

    private static String lead(OptionalInt lead) {
        return lead.isPresent() ? "%+,d".formatted(lead.getAsInt()) : "-";
    }

    private static String step(OptionalInt step) {
        return step.isPresent() ? "%,d".formatted(step.getAsInt()) : "-";
    }
}
