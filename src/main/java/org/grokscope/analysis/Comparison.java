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
    /** A loss of exactly 0 has no place on a logarithmic axis; it stands at its foot. */
    public static final double LEAST_LOSS = 1e-9;

    /** Returns where a value stands on a measure's axis. */
    public static double onAxis(Measure measure, double value) {
        return measure.scale() == Measure.Scale.LOG ? Math.max(value, LEAST_LOSS) : value;
    }

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
                .mapToObj(i -> ComparedCurve.of(groups.get(i), named.get(i) + count(groups.get(i)), measure,
                        alignment))
                .toList();
        return new Comparison(measure, alignment, curves, runs.size() - shown.size());
    }

    /** Says how many a mean is of: seeds, where that is what they differ in. */
    private static String count(List<RunHistory> group) {
        long seeds = group.stream().map(run -> run.head().configuration().seeds().seed()).distinct().count();
        return group.size() == 1
                ? ""
                : ",\u00a0" + group.size() + "\u00a0" + (seeds == group.size() ? "seeds" : "runs");
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
