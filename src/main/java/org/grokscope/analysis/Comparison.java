package org.grokscope.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.grokscope.measure.Measure;
import org.grokscope.run.ConfigurationHash;
import org.grokscope.run.Lineage;
import org.grokscope.run.RunHistory;

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
    public static Comparison of(List<RunHistory> runs, Measure measure, Alignment alignment, boolean bands) {
        List<RunHistory> shown = runs.stream().filter(run -> alignment.origin(run).isPresent()).toList();
        List<List<RunHistory>> groups = bands ? seeds(shown, alignment) : shown.stream().map(List::of).toList();
        List<RunHistory> firsts = groups.stream().map(List::getFirst).toList();
        List<String> named = bands ? RunLabels.ofConfigurations(firsts) : RunLabels.of(firsts);
        List<ComparedCurve> curves = IntStream.range(0, groups.size())
                .mapToObj(i -> ComparedCurve.of(groups.get(i), label(named.get(i), groups.get(i).size()), measure,
                        alignment))
                .toList();
        return new Comparison(measure, alignment, curves, runs.size() - shown.size());
    }

    private static String label(String name, int runs) {
        return runs == 1 ? name : name + ",\u00a0" + runs + "\u00a0runs";
    }

    /** Returns whether some curves are means. */
    public boolean banded() {
        return curves.stream().anyMatch(ComparedCurve::banded);
    }

    /** Puts together what differs in its seeds only. */
    private static List<List<RunHistory>> seeds(List<RunHistory> runs, Alignment alignment) {
        Map<String, List<RunHistory>> groups = new LinkedHashMap<>();
        for (RunHistory run : runs) {
            Lineage lineage = run.head().lineage();
            String left = lineage == null
                    ? ""
                    : alignment == Alignment.FORK ? "fork" : "fork at " + lineage.step();
            groups.computeIfAbsent(ConfigurationHash.of(run.head().configuration().withSeed(0)) + left,
                    _ -> new ArrayList<>()).add(run);
        }
        return List.copyOf(groups.values());
    }
}
