package org.grokscope.analysis;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.grokscope.run.Lineage;
import org.grokscope.run.RunHistory;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.SettingDifference;
import org.grokscope.text.StepLabel;

/**
 * What runs are called beside each other, in every figure, table and file: first what was done to their networks, then what
 * they differ in, λ before any other setting, then where a fork left, or that it is their parent. Those that are still alike also have their names, then what
 * they left, then their folders, then their ids. So no two runs have one label. Runs that differ in no setting are called by
 * their names.
 */
public final class RunLabels {
    /** More settings than these are said only where runs would be alike without. */
    private static final int SAID = 3;
    private static final String WEIGHT_DECAY = "\u03bb";
    private static final String INTACT = "intact";

    private final List<RunHistory> runs;
    private final List<List<String>> phrases = new ArrayList<>();

    private RunLabels(List<RunHistory> runs, List<RunConfiguration> configurations,
            Function<RunHistory, String> names) {
        this.runs = runs;
        for (int i = 0; i < runs.size(); i++) {
            phrases.add(new ArrayList<>());
        }
        if (runs.stream().map(RunLabels::intervention).anyMatch(it -> !it.isEmpty() && !it.equals(INTACT))) {
            say(runs.stream().map(RunLabels::intervention).toList());
        }
        List<SettingDifference> differences = SettingDifference.of(configurations).stream()
                .filter(SettingDifference::determining).toList();
        Stream.concat(differences.stream().filter(it -> it.setting().equals(WEIGHT_DECAY)),
                differences.stream().filter(it -> !it.setting().equals(WEIGHT_DECAY)))
                .forEach(difference -> say(IntStream.range(0, runs.size()).mapToObj(difference::phrase).toList()));
        if (runs.stream().map(Alignment.FORK::origin).distinct().count() > 1) {
            say(runs.stream().map(this::fork).toList());
        }
        if (phrases.stream().allMatch(List::isEmpty)) {
            IntStream.range(0, runs.size()).forEach(i -> phrases.get(i).add(names.apply(runs.get(i))));
        }
        tellApart(runs.stream().map(run -> "\u00b7 " + run.head().name()).toList());
        tellApart(runs.stream().map(this::parent).toList());
        tellApart(runs.stream().map(RunLabels::folder).toList());
        tellApart(runs.stream().map(run -> "(" + run.head().id() + ")").toList());
        tellApart(IntStream.range(0, runs.size()).mapToObj(i -> "#" + (i + 1)).toList());
    }

    /** Returns the label of each run. */
    public static List<String> of(List<RunHistory> runs) {
        return new RunLabels(runs, runs.stream().map(run -> run.head().configuration()).toList(),
                run -> run.head().name()).joined();
    }

    /**
     * Returns the label of each group of seeds of one configuration, for which its first run stands; seeds do not count as
     * differences.
     */
    public static List<String> ofConfigurations(List<RunHistory> firsts) {
        return new RunLabels(firsts, firsts.stream().map(run -> run.head().configuration().withSeed(0)).toList(),
                run -> run.head().configuration().suggestedName().replaceFirst(" \u00b7 seed \\d+$", "")).joined();
    }

    private List<String> joined() {
        return phrases.stream().map(said -> String.join(" \u00b7 ", said)).toList();
    }

    /** Says what some runs differ in, unless enough is said and it tells none apart. */
    private void say(List<String> column) {
        boolean enough = phrases.stream().anyMatch(said -> said.size() >= SAID);
        if (column.stream().distinct().count() > 1 && (!enough || splits(column))) {
            for (int i = 0; i < runs.size(); i++) {
                if (!column.get(i).isEmpty()) {
                    // A setting and its value stay on one line.
                    phrases.get(i).add(column.get(i).replace(' ', '\u00a0'));
                }
            }
        }
    }

    /** Adds it to the words of those runs only that are alike without. */
    private void tellApart(List<String> column) {
        if (!splits(column)) {
            return;
        }
        Map<List<String>, Integer> alike = new HashMap<>();
        phrases.forEach(said -> alike.merge(List.copyOf(said), 1, Integer::sum));
        for (int i = 0; i < runs.size(); i++) {
            List<String> said = phrases.get(i);
            if (alike.getOrDefault(List.copyOf(said), 0) > 1 && !column.get(i).isEmpty()) {
                said.add(said.isEmpty() ? column.get(i) : said.removeLast() + " " + column.get(i));
            }
        }
    }

    private boolean splits(List<String> column) {
        Map<List<String>, String> first = new HashMap<>();
        for (int i = 0; i < runs.size(); i++) {
            String known = first.putIfAbsent(List.copyOf(phrases.get(i)), column.get(i));
            if (known != null && !known.equals(column.get(i))) {
                return true;
            }
        }
        return false;
    }

    private String fork(RunHistory run) {
        Lineage lineage = run.head().lineage();
        if (lineage == null) {
            return runs.stream().anyMatch(it -> it.head().lineage() instanceof Lineage left
                    && left.parent().equals(run.head().id())) ? "parent" : "";
        }
        return (run.control() ? "control " : "fork ") + StepLabel.of(lineage.step());
    }

    /** A fork beside others that intervene is intact. */
    private static String intervention(RunHistory run) {
        Lineage lineage = run.head().lineage();
        return lineage == null
                ? ""
                : lineage.interventions().own().isEmpty() ? INTACT : lineage.interventions().label();
    }

    private String parent(RunHistory run) {
        Lineage lineage = run.head().lineage();
        return lineage == null
                ? ""
                : "of " + runs.stream().filter(it -> it.head().id().equals(lineage.parent())).findFirst()
                        .map(it -> it.head().name()).orElseGet(lineage::parentFolder);
    }

    /** Of a run outside the usual folder, whose id is its path, the folder that it is in. */
    private static String folder(RunHistory run) {
        Path folder = Path.of(run.head().id()).getParent();
        return folder == null || folder.getFileName() == null ? "" : "in " + folder.getFileName();
    }
}
