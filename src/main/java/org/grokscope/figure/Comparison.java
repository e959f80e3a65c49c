package org.grokscope.figure;

import java.awt.Color;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.grokscope.analysis.Alignment;
import org.grokscope.analysis.RunLabels;
import org.grokscope.measure.Measure;
import org.grokscope.run.ConfigurationHash;
import org.grokscope.run.Lineage;
import org.grokscope.run.RunHistory;
import org.grokscope.settings.RunConfiguration;

/**
 * Runs laid over each other.
 *
 * @param curves in the order of the runs
 * @param leftOut how many runs have nothing that could stand at 0
 */
public record Comparison(Measure measure, Alignment alignment, List<ComparedCurve> curves, int leftOut) {
    /** A loss of exactly 0 has no place on a logarithmic axis; it stands at its foot. */
    public static final double LEAST_LOSS = 1e-9;

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
        List<RunHistory> firsts = groups.stream().map(group -> group.getFirst().history()).toList();
        List<String> named = bands ? RunLabels.ofConfigurations(firsts) : RunLabels.of(firsts);
        List<String> labels = IntStream.range(0, groups.size())
                .mapToObj(i -> named.get(i) + count(groups.get(i))).toList();
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

    /** Says how many a mean is of: seeds, where that is what they differ in. */
    private static String count(List<ComparedRun> group) {
        long seeds = group.stream().map(run -> run.history().head().configuration().seeds().seed()).distinct().count();
        return group.size() == 1
                ? ""
                : ",\u00a0" + group.size() + "\u00a0" + (seeds == group.size() ? "seeds" : "runs");
    }

    /** Says how many values lie below the foot of a logarithmic axis, if some do. */
    Optional<String> lifted() {
        long lifted = curves.stream().flatMap(curve -> curve.runs().stream())
                .flatMap(run -> run.evaluations().stream())
                .filter(evaluation -> Curves.lifted(measure, evaluation)).count();
        return lifted == 0 ? Optional.empty() : Optional.of(Curves.liftedWords(lifted));
    }

    /**
     * Returns the same curves in the looks of a page.
     *
     * @throws org.grokscope.text.InvalidSetting when there are more than can be told apart
     */
    public Comparison onPage() {
        List<SeriesStyle> looks = RunLooks.of(curves.stream().map(curve -> curve.runs().getFirst()).toList());
        return new Comparison(measure, alignment, IntStream.range(0, curves.size())
                .mapToObj(i -> curves.get(i).in(looks.get(i))).toList(), leftOut);
    }

    /** Returns whether some curves are means. */
    public boolean banded() {
        return curves.stream().anyMatch(ComparedCurve::banded);
    }

    /** Names runs by what sets them apart. */
    public static List<String> names(List<ComparedRun> runs) {
        return RunLabels.of(runs.stream().map(ComparedRun::history).toList());
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

    private static RunConfiguration withoutSeeds(ComparedRun run) {
        return run.history().head().configuration().withSeed(0);
    }
}
