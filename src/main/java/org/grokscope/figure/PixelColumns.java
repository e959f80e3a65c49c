package org.grokscope.figure;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;

/**
 * A curve reduced to what can be seen of it: in each pixel column its first, lowest, highest and last point. Drawn,
 * it covers the same pixels as the whole curve (Jugel et al., "M4", VLDB 2014). Points come from left to right; one
 * that is not finite ends a stretch.
 */
final class PixelColumns {
    private final double columnWidth;
    private final List<Path2D> lines = new ArrayList<>();
    private final List<Point2D> dots = new ArrayList<>();
    private final List<Point2D> stretch = new ArrayList<>();
    private final List<Point2D> column = new ArrayList<>();

    /** @param columnWidth width of a pixel in the units of the coordinates */
    PixelColumns(double columnWidth) {
        this.columnWidth = columnWidth;
    }

    /** Adds a point, or ends the stretch. */
    void add(double x, double y) {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            endStretch();
            return;
        }
        if (!column.isEmpty() && columnOf(column.getFirst().getX()) != columnOf(x)) {
            endColumn();
        }
        column.add(new Point2D.Double(x, y));
    }

    /** Ends the curve. */
    void end() {
        endStretch();
    }

    /** Returns the stretches of at least two points. */
    List<Path2D> lines() {
        return lines;
    }

    /** Returns the points that stand alone. */
    List<Point2D> dots() {
        return dots;
    }

    private long columnOf(double x) {
        return (long) Math.floor(x / columnWidth);
    }

    private void endColumn() {
        int lowest = 0;
        int highest = 0;
        for (int i = 1; i < column.size(); i++) {
            lowest = column.get(i).getY() < column.get(lowest).getY() ? i : lowest;
            highest = column.get(i).getY() > column.get(highest).getY() ? i : highest;
        }
        int last = column.size() - 1;
        for (int i = 0; i <= last; i++) {
            if (i == 0 || i == lowest || i == highest || i == last) {
                stretch.add(column.get(i));
            }
        }
        column.clear();
    }

    private void endStretch() {
        if (!column.isEmpty()) {
            endColumn();
        }
        if (stretch.size() == 1) {
            dots.add(stretch.getFirst());
        } else if (stretch.size() > 1) {
            Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO, stretch.size());
            path.moveTo(stretch.getFirst().getX(), stretch.getFirst().getY());
            stretch.stream().skip(1).forEach(point -> path.lineTo(point.getX(), point.getY()));
            lines.add(path);
        }
        stretch.clear();
    }
}
