package org.grokscope.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
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
     */
    public record Point(double step, double value, double low, double high) {}

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
            Point point = new Point(evaluation.step() - origin, value, value, value);
            points.add(point);
            if (evaluation.step() == grokkedAt && Double.isFinite(value)) {
                grokked = Optional.of(point);
            }
        }
        return new ComparedCurve(List.of(run), label, points, grokked);
    }

    /** The mean as far as all of the runs go: where one of them fell out it would jump, and nothing happened there. */
    private static ComparedCurve mean(List<RunHistory> runs, String label, Measure measure, Alignment alignment) {
        TreeMap<Integer, List<Double>> values = new TreeMap<>();
        for (RunHistory run : runs) {
            int origin = alignment.origin(run).orElseThrow();
            for (Evaluation evaluation : run.ownEvaluations()) {
                double value = evaluation.value(measure);
                if (Double.isFinite(value)) {
                    values.computeIfAbsent(evaluation.step() - origin, _ -> new ArrayList<>()).add(value);
                }
            }
        }
        List<Point> points = values.entrySet().stream().filter(entry -> entry.getValue().size() == runs.size())
                .map(entry -> point(entry.getKey(), entry.getValue())).toList();
        return new ComparedCurve(runs, label, points, Optional.empty());
    }

    private static Point point(int step, List<Double> values) {
        var summary = values.stream().mapToDouble(Double::doubleValue).summaryStatistics();
        return new Point(step, summary.getAverage(), summary.getMin(), summary.getMax());
    }
}
