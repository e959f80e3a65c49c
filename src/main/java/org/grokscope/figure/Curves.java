package org.grokscope.figure;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.grokscope.analysis.Comparison;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Measure;
import org.jfree.data.DomainOrder;
import org.jfree.data.xy.DefaultXYDataset;

/** Curves over steps that ascend, every point of them; NaN is a gap. The key of a curve is its number, from 0. */
final class Curves extends DefaultXYDataset {
    /**
     * A curve.
     *
     * @param xy steps, and the values at them
     * @param least the smallest finite value; infinity when there is none
     * @param greatest the greatest finite value; minus infinity when there is none
     */
    record Points(double[][] xy, double least, double greatest) {}

    /** So many points are looked up on all cores. */
    private static final int MANY = 1 << 16;

    private double least = Double.POSITIVE_INFINITY;
    private double greatest = Double.NEGATIVE_INFINITY;

    /** Returns where an evaluation stands on a measure's axis. */
    static double drawn(Measure measure, Evaluation evaluation) {
        return Comparison.onAxis(measure, evaluation.value(measure));
    }

    /** Returns whether an evaluation stands at the foot of a measure's axis because it has no place on it. */
    static boolean lifted(Measure measure, Evaluation evaluation) {
        return measure.scale() == Measure.Scale.LOG && evaluation.value(measure) < Comparison.LEAST_LOSS;
    }

    /** Says how many are lifted. */
    static String liftedWords(long count) {
        return count + (count == 1 ? " value" : " values") + " below 10\u207b\u2079 drawn there";
    }

    /** Returns the curve of a quantity. */
    static Points points(List<Evaluation> evaluations, ToDoubleFunction<Evaluation> quantity) {
        int count = evaluations.size();
        double[][] points = new double[2][count];
        IntStream all = IntStream.range(0, count);
        (count < MANY ? all : all.parallel()).forEach(i -> {
            Evaluation evaluation = evaluations.get(i);
            points[0][i] = evaluation.step();
            points[1][i] = quantity.applyAsDouble(evaluation);
        });
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (double y : points[1]) {
            least = Double.isFinite(y) ? Math.min(least, y) : least;
            greatest = Double.isFinite(y) ? Math.max(greatest, y) : greatest;
        }
        return new Points(points, least, greatest);
    }

    /** Adds the curve of a quantity. */
    void add(List<Evaluation> evaluations, ToDoubleFunction<Evaluation> quantity) {
        add(points(evaluations, quantity));
    }

    /** Adds a curve. */
    void add(Points points) {
        addSeries(Integer.valueOf(getSeriesCount()), points.xy());
        least = Math.min(least, points.least());
        greatest = Math.max(greatest, points.greatest());
    }

    /** Returns the first point of a curve at this step or after it; the number of points where there is none. */
    int firstFrom(int series, double step) {
        int low = 0;
        int high = getItemCount(series);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (getXValue(series, middle) < step) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Lets a plot find the visible points by binary search. */
    @Override
    public DomainOrder getDomainOrder() {
        return DomainOrder.ASCENDING;
    }

    /** Returns the smallest finite value; infinity when there is none. */
    double least() {
        return least;
    }

    /** Returns the greatest finite value; minus infinity when there is none. */
    double greatest() {
        return greatest;
    }
}
