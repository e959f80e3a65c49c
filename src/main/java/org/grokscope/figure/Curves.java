package org.grokscope.figure;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.grokscope.measure.Evaluation;
import org.jfree.data.DomainOrder;
import org.jfree.data.xy.DefaultXYDataset;

/** Curves over steps that ascend, every point of them; NaN is a gap. The key of a curve is its number, from 0. */
final class Curves extends DefaultXYDataset {
    /** Adds the curve of a quantity. */
    void add(List<Evaluation> evaluations, ToDoubleFunction<Evaluation> quantity) {
        double[][] points = new double[2][evaluations.size()];
        for (int i = 0; i < evaluations.size(); i++) {
            Evaluation evaluation = evaluations.get(i);
            points[0][i] = evaluation.step();
            points[1][i] = quantity.applyAsDouble(evaluation);
        }
        addSeries(Integer.valueOf(getSeriesCount()), points);
    }

    /** Lets a plot find the visible points by binary search. */
    @Override
    public DomainOrder getDomainOrder() {
        return DomainOrder.ASCENDING;
    }

    /** Returns the smallest finite value; infinity when there is none. */
    double least() {
        double least = Double.POSITIVE_INFINITY;
        for (int series = 0; series < getSeriesCount(); series++) {
            for (int item = 0; item < getItemCount(series); item++) {
                double y = getYValue(series, item);
                least = Double.isFinite(y) ? Math.min(least, y) : least;
            }
        }
        return least;
    }

    /** Returns the greatest finite value; minus infinity when there is none. */
    double greatest() {
        double greatest = Double.NEGATIVE_INFINITY;
        for (int series = 0; series < getSeriesCount(); series++) {
            for (int item = 0; item < getItemCount(series); item++) {
                double y = getYValue(series, item);
                greatest = Double.isFinite(y) ? Math.max(greatest, y) : greatest;
            }
        }
        return greatest;
    }
}
