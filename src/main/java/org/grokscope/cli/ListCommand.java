package org.grokscope.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
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
        List<Alarm> further = alarms.further();
        List<String> problems = new ArrayList<>(contents.problems());
        if (console.json()) {
            ObjectNode result = JsonNodeFactory.instance.objectNode();
            result.putArray("runs").addAll(told(contents.runs(), problems,
                    (run, history) -> RunJson.summary(history, run.path(), further)));
            console.print(result);
        } else {
            List<List<String>> rows = new ArrayList<>(List.of(headings(further)));
            rows.addAll(told(contents.runs(), problems, (_, history) -> row(history, further)));
            new TextTable(rows).lines().forEach(console::print);
        }
        problems.forEach(problem -> console.say("left out: " + problem));
        return 0;
    }

    /** Returns what is told of the runs that can be read, in their order, and adds what cannot to the problems. */
    private <T> List<T> told(List<RunDirectory> runs, List<String> problems,
            BiFunction<RunDirectory, RunHistory, T> told) {
        Map<Milestone, Alarm> moved = alarms.moved();
        // There may be thousands, each is read to its end, and of none may more stay than what is told.
        List<Listed<T>> listed = runs.parallelStream().map(run -> Listed.of(run, moved, told)).toList();
        listed.forEach(each -> problems.addAll(each.problems()));
        return listed.stream().flatMap(each -> each.told().stream()).toList();
    }

    /**
     * What is told of a run, and what of it could not be read.
     *
     * @param told empty where it cannot be read at all
     */
    private record Listed<T>(Optional<T> told, List<String> problems) {
        static <T> Listed<T> of(RunDirectory run, Map<Milestone, Alarm> moved,
                BiFunction<RunDirectory, RunHistory, T> told) {
            try {
                RunHistory history = run.history().dated(moved);
                return new Listed<>(Optional.of(told.apply(run, history)), history.leftOut().stream()
                        .map(sentence -> "of the run " + run.head().id() + ", " + sentence).toList());
            } catch (IOException e) {
                return new Listed<>(Optional.empty(),
                        List.of("The run " + run.head().id() + " cannot be read: " + e.getMessage() + "."));
            }
        }
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
