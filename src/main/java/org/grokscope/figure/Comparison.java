package org.grokscope.figure;

import java.awt.Color;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.grokscope.analysis.Alignment;
import org.grokscope.measure.Measure;
import org.grokscope.run.ConfigurationHash;
import org.grokscope.run.Lineage;
import org.grokscope.run.RunHistory;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.SettingDifference;
import org.grokscope.text.StepLabel;

/**
 * Runs laid over each other.
 *
 * @param curves in the order of the runs
 * @param leftOut how many runs have nothing that could stand at 0
 */
public record Comparison(Measure measure, Alignment alignment, List<ComparedCurve> curves, int leftOut) {
    public Comparison {
        curves = List.copyOf(curves);
    }

    /**
     * Lays runs over each other.
     *
     * @param bands whether the seeds of one configuration are shown as their mean and range
     */
    public static Comparison of(List<ComparedRun> runs, Measure measure, Alignment alignment, boolean bands) {
        List<ComparedRun> shown = runs.stream().filter(run -> alignment.origin(run.history()).isPresent()).toList();
        List<List<ComparedRun>> groups = bands ? seeds(shown, alignment) : shown.stream().map(List::of).toList();
        List<String> labels = labels(groups, bands);
        Map<Color, Integer> met = new HashMap<>();
        List<ComparedCurve> curves = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            Color colour = groups.get(i).getFirst().colour();
            // Runs of one colour, as the draws of one weight decay are, differ by their dashes.
            int sameColour = met.merge(colour, 1, Integer::sum) - 1;
            curves.add(ComparedCurve.of(groups.get(i), labels.get(i), FigureStyle.dashed(colour, sameColour), measure,
                    alignment));
        }
        return new Comparison(measure, alignment, curves, runs.size() - shown.size());
    }

    /**
     * Returns the same curves in the looks of a page.
     *
     * @throws org.grokscope.text.InvalidSetting when there are more than can be told apart
     */
    public Comparison onPage() {
        PageRuns.requireLooks(curves.size());
        return new Comparison(measure, alignment, IntStream.range(0, curves.size())
                .mapToObj(i -> curves.get(i).in(PageRuns.look(i))).toList(), leftOut);
    }

    /** Returns whether some curves are means. */
    public boolean banded() {
        return curves.stream().anyMatch(ComparedCurve::banded);
    }

    /** Names runs by what sets them apart. */
    public static List<String> names(List<ComparedRun> runs) {
        return labels(runs.stream().map(List::of).toList(), false);
    }

    /** Puts together what differs in its seeds only. */
    private static List<List<ComparedRun>> seeds(List<ComparedRun> runs, Alignment alignment) {
        Map<String, List<ComparedRun>> groups = new LinkedHashMap<>();
        for (ComparedRun run : runs) {
            Lineage lineage = run.history().head().lineage();
            String left = lineage == null
                    ? ""
                    : alignment == Alignment.FORK ? "fork" : "fork at " + lineage.step();
            groups.computeIfAbsent(ConfigurationHash.of(withoutSeeds(run)) + left, _ -> new ArrayList<>()).add(run);
        }
        return List.copyOf(groups.values());
    }

    /** Names groups by what sets them apart; by their runs' names where nothing does. */
    private static List<String> labels(List<List<ComparedRun>> groups, boolean bands) {
        List<SettingDifference> differences = SettingDifference
                .of(groups.stream().map(List::getFirst)
                        .map(run -> bands ? withoutSeeds(run) : run.history().head().configuration()).toList())
                .stream().filter(SettingDifference::determining).toList();
        boolean mixed = groups.stream().map(group -> Alignment.FORK.origin(group.getFirst().history())).distinct()
                .count() > 1;
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            int group = i;
            ComparedRun first = groups.get(i).getFirst();
            List<String> phrases = Stream.concat(differences.stream().map(difference -> difference.phrase(group)),
                    mixed ? Stream.of(fork(first)) : Stream.empty()).filter(phrase -> !phrase.isEmpty()).toList();
            String name = phrases.isEmpty() ? first.history().head().name() : String.join(" \u00b7 ", phrases);
            int runs = groups.get(i).size();
            labels.add((runs == 1 ? name : name + ", " + runs + " runs").replace(' ', '\u00a0'));
        }
        boolean unique = labels.stream().distinct().count() == labels.size();
        return unique
                ? labels
                : IntStream.range(0, groups.size()).mapToObj(i -> labels.get(i) + "\u00a0("
                        + groups.get(i).getFirst().history().head().id() + ")").toList();
    }

    private static String fork(ComparedRun run) {
        RunHistory history = run.history();
        Lineage lineage = history.head().lineage();
        return lineage == null ? "" : (history.control() ? "control " : "fork ") + StepLabel.of(lineage.step());
    }

    private static RunConfiguration withoutSeeds(ComparedRun run) {
        return run.history().head().configuration().withSeed(0);
    }
}
