package org.grokscope.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Measure;
import org.grokscope.run.RunHistory;

/**
 * A curve of a comparison: one run, or the mean of several seeds of one configuration.
 *
 * @param runs whose it is; the first stands for the others
 * @param label what the key calls it
 * @param points ascending in step
 * @param grokked where a single run grokked, if it did and that is in view
 */
public record ComparedCurve(List<RunHistory> runs, String label, List<Point> points, Optional<Point> grokked) {
    /**
     * A point.
     *
     * @param step after what is at 0
     * @param value of the run, or the mean of the runs; NaN is a gap
     * @param low the least of the runs'
     * @param high the greatest of the runs'
     * @param measured how many of the runs were measured at this very step; the others lie between their neighbours
     */
    public record Point(double step, double value, double low, double high, int measured) {}

    public ComparedCurve {
        runs = List.copyOf(runs);
        points = List.copyOf(points);
    }

    /** Returns whether it stands for several runs, whose range is drawn as a band. */
    public boolean banded() {
        return runs.size() > 1;
    }

    /** Makes the curve of a run or, if there are several, of their mean. */
    static ComparedCurve of(List<RunHistory> runs, String label, Measure measure, Alignment alignment) {
        return runs.size() == 1
                ? single(runs.getFirst(), label, measure, alignment)
                : mean(runs, label, measure, alignment);
    }

    private static ComparedCurve single(RunHistory run, String label, Measure measure, Alignment alignment) {
        int origin = alignment.origin(run).orElseThrow();
        List<Point> points = new ArrayList<>();
        Optional<Point> grokked = Optional.empty();
        int grokkedAt = Alignment.GROKKING.origin(run).orElse(-1);
        for (Evaluation evaluation : run.ownEvaluations()) {
            double value = evaluation.value(measure);
            Point point = new Point(evaluation.step() - origin, value, value, value, 1);
            points.add(point);
            if (evaluation.step() == grokkedAt && Double.isFinite(value)) {
                grokked = Optional.of(point);
            }
        }
        return new ComparedCurve(List.of(run), label, points, grokked);
    }

    /**
     * The mean as far as all of the runs go: where one of them fell out it would jump, and nothing happened there. Between
     * its evaluations a run is taken to go straight, on a logarithmic axis as on others.
     */
    private static ComparedCurve mean(List<RunHistory> runs, String label, Measure measure, Alignment alignment) {
        List<TreeMap<Integer, Double>> curves = runs.stream().map(run -> values(run, measure, alignment)).toList();
        List<Point> points = new ArrayList<>();
        if (curves.stream().noneMatch(TreeMap::isEmpty)) {
            int from = curves.stream().mapToInt(TreeMap::firstKey).max().orElseThrow();
            int to = curves.stream().mapToInt(TreeMap::lastKey).min().orElseThrow();
            TreeSet<Integer> steps = new TreeSet<>();
            curves.forEach(curve -> steps.addAll(curve.keySet()));
            for (int step : steps) {
                if (step >= from && step <= to) {
                    points.add(point(step, curves, measure.scale() == Measure.Scale.LOG));
                }
            }
        }
        return new ComparedCurve(runs, label, points, Optional.empty());
    }

    private static TreeMap<Integer, Double> values(RunHistory run, Measure measure, Alignment alignment) {
        int origin = alignment.origin(run).orElseThrow();
        TreeMap<Integer, Double> values = new TreeMap<>();
        for (Evaluation evaluation : run.ownEvaluations()) {
            double value = evaluation.value(measure);
            if (Double.isFinite(value)) {
                values.put(evaluation.step() - origin, value);
            }
        }
        return values;
    }

    private static Point point(int step, List<TreeMap<Integer, Double>> curves, boolean logarithmic) {
        var summary = curves.stream().mapToDouble(curve -> at(step, curve, logarithmic)).summaryStatistics();
        int measured = (int) curves.stream().filter(curve -> curve.containsKey(step)).count();
        return new Point(step, summary.getAverage(), summary.getMin(), summary.getMax(), measured);
    }

    private static double at(int step, TreeMap<Integer, Double> curve, boolean logarithmic) {
        Map.Entry<Integer, Double> before = Objects.requireNonNull(curve.floorEntry(step));
        Map.Entry<Integer, Double> after = Objects.requireNonNull(curve.ceilingEntry(step));
        if (before.getKey().equals(after.getKey())) {
            return before.getValue();
        }
        double share = (double) (step - before.getKey()) / (after.getKey() - before.getKey());
        return logarithmic
                ? Math.exp((1 - share) * logarithm(before.getValue()) + share * logarithm(after.getValue()))
                : (1 - share) * before.getValue() + share * after.getValue();
    }

    /** Says of a mean of runs that were not all measured at the same steps at how many they were. */
    public Optional<String> unlikeSteps() {
        long common = points.stream().filter(point -> point.measured() == runs.size()).count();
        return !banded() || common == points.size()
                ? Optional.empty()
                : Optional.of("steps common to all runs: " + common + " of " + points.size()
                        + ", between them straight lines");
    }

    private static double logarithm(double value) {
        return Math.log(Math.max(value, Comparison.LEAST_LOSS));
    }
}
