package org.grokscope.figure;

import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Finds the point of a curve that a place is near to.
 *
 * @param points ascending in x; a gap has no finite y
 * @param x of a point in the drawing
 * @param y of a point in the drawing
 */
record CurvePointer<P>(List<P> points, ToDoubleFunction<P> x, ToDoubleFunction<P> y) {
    /** How near the curve must be, in units of the drawing. */
    static final double REACH = 7;

    /** Returns the curve of several that a place is nearest to; the last of those that are as near, empty where none is in reach. */
    static <C> Optional<C> nearest(List<C> curves, Function<C, ? extends CurvePointer<?>> pointer, double atX,
            double atY) {
        Optional<C> nearest = Optional.empty();
        double least = REACH;
        for (C curve : curves) {
            double away = pointer.apply(curve).distance(atX, atY);
            if (away <= least) {
                least = away;
                nearest = Optional.of(curve);
            }
        }
        return nearest;
    }

    /** Returns the curve as a shape that can be laid over it. */
    Path2D outline() {
        Path2D outline = new Path2D.Double();
        columns(1).lines().forEach(line -> outline.append(line, false));
        return outline;
    }

    /** Returns the curve, reduced to columns of this width. */
    PixelColumns columns(double width) {
        PixelColumns columns = new PixelColumns(width);
        points.forEach(point -> columns.add(x.applyAsDouble(point), y.applyAsDouble(point)));
        columns.end();
        return columns;
    }

    /** Returns the distance to the curve; infinite where it is out of reach. */
    double distance(double atX, double atY) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = Math.max(1, from(atX - REACH)); i < points.size(); i++) {
            P before = points.get(i - 1);
            P point = points.get(i);
            double away = Line2D.ptSegDist(x.applyAsDouble(before), y.applyAsDouble(before), x.applyAsDouble(point),
                    y.applyAsDouble(point), atX, atY);
            least = away < least ? away : least;
            if (x.applyAsDouble(point) > atX + REACH) {
                break;
            }
        }
        return least <= REACH ? least : Double.POSITIVE_INFINITY;
    }

    /** Returns the number of the point whose x is nearest, among those with a y. */
    OptionalInt nearest(double atX) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        int middle = Math.clamp(from(atX), 0, Math.max(0, points.size() - 1));
        for (int i = Math.max(0, middle - 1); i < Math.min(points.size(), middle + 2); i++) {
            double away = Math.abs(x.applyAsDouble(points.get(i)) - atX);
            if (away < least && Double.isFinite(y.applyAsDouble(points.get(i)))) {
                least = away;
                best = i;
            }
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }

    /** Returns the number of the first point that is not left of a place. */
    private int from(double atX) {
        int low = 0;
        int high = points.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (x.applyAsDouble(points.get(middle)) < atX) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
