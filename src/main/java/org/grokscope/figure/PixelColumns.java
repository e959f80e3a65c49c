package org.grokscope.figure;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A curve reduced to what can be seen of it: in each pixel column its first, lowest, highest and last point. Drawn,
 * it covers the same pixels as the whole curve (Jugel et al., "M4", VLDB 2014). Points come from left to right; one
 * that is not finite ends a stretch.
 */
final class PixelColumns {
    /** Points a column from which on a curve is so dense that its columns are all there is to see. */
    private static final double DENSE = 0.8;
    /** A curve of fewer points is drawn as a line. */
    private static final int FEWEST_POINTS = 1000;
    /** Columns that a dense curve may leave out between two points. */
    private static final int WIDEST_GAP = 4;

    /**
     * A dense stretch: what it covers of each pixel column, one column after the other.
     *
     * @param first number of the first column, from the left end of the coordinates
     * @param top least y in each column; joined to its neighbours
     * @param bottom greatest y in each
     */
    record Spans(long first, double[] top, double[] bottom) {}

    /** A stretch of points without a gap. */
    private record Stretch(double[] x, double[] y, Optional<Spans> spans) {}

    private final double columnWidth;
    private final List<Stretch> stretches = new ArrayList<>();
    private final List<Point2D> dots = new ArrayList<>();
    private double[] keptX = new double[256];
    private double[] keptY = new double[256];
    private int kept;
    private double[] tops = new double[256];
    private double[] bottoms = new double[256];
    private int columns;
    private int points;
    private boolean gapless = true;
    private long firstColumn;

    // The column that is being filled: the x and y of its first, highest, lowest and last point, and their places.
    private final double[] columnX = new double[4];
    private final double[] columnY = new double[4];
    private final int[] place = new int[4];
    /** The point that came last: of thousands in a column each is that once. */
    private double lastX;
    private double lastY;
    private int inColumn;
    private long column;

    /** @param columnWidth width of a pixel in the units of the coordinates */
    PixelColumns(double columnWidth) {
        Cancelled.check();
        this.columnWidth = columnWidth;
    }

    /** Adds a point, or ends the stretch. */
    void add(double x, double y) {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            endStretch();
            return;
        }
        long at = (long) Math.floor(x / columnWidth);
        if (inColumn > 0 && at != column) {
            endColumn();
            bridge(at, lastX, lastY, x, y);
        }
        if (inColumn == 0) {
            column = at;
            firstColumn = kept == 0 ? at : firstColumn;
            Arrays.fill(columnX, x);
            Arrays.fill(columnY, y);
            Arrays.fill(place, 0);
        } else {
            if (y < columnY[1]) {
                put(1, x, y, inColumn);
            } else if (y > columnY[2]) {
                put(2, x, y, inColumn);
            }
        }
        lastX = x;
        lastY = y;
        inColumn++;
        points++;
    }

    private void put(int which, double x, double y, int at) {
        columnX[which] = x;
        columnY[which] = y;
        place[which] = at;
    }

    /** Ends the curve. */
    void end() {
        endStretch();
    }

    /** Returns the stretches of at least two points. */
    List<Path2D> lines() {
        return stretches.stream().map(PixelColumns::line).toList();
    }

    /** Returns the stretches of at least two points that are not dense. */
    List<Path2D> sparseLines() {
        return stretches.stream().filter(stretch -> stretch.spans().isEmpty()).map(PixelColumns::line).toList();
    }

    /** Returns the dense stretches. */
    List<Spans> spans() {
        return stretches.stream().flatMap(stretch -> stretch.spans().stream()).toList();
    }

    /** Returns the points that stand alone. */
    List<Point2D> dots() {
        return dots;
    }

    private static Path2D line(Stretch stretch) {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO, stretch.x().length);
        path.moveTo(stretch.x()[0], stretch.y()[0]);
        for (int i = 1; i < stretch.x().length; i++) {
            path.lineTo(stretch.x()[i], stretch.y()[i]);
        }
        return path;
    }

    /** Keeps the four points, each once and in the order in which they came. */
    private void endColumn() {
        put(3, lastX, lastY, inColumn - 1);
        if (kept == 0) {
            cover(columnY[1]);
            columns = 1;
        }
        widen(columns - 1, columnY[1]);
        widen(columns - 1, columnY[2]);
        int first = Math.min(place[1], place[2]) == place[1] ? 1 : 2;
        keep(0);
        for (int which : new int[]{first, 3 - first, 3}) {
            if (place[which] > 0 && (which == first || place[which] > place[first])
                    && (which != 3 || place[3] > Math.max(place[1], place[2]))) {
                keep(which);
            }
        }
        inColumn = 0;
    }

    /** Covers the columns up to the one of the next point, joined where the line to it crosses their edges. */
    private void bridge(long to, double fromX, double fromY, double x, double y) {
        gapless &= to <= column + WIDEST_GAP;
        for (long next = column + 1; gapless && next <= to; next++) {
            double edge = fromY + (y - fromY) * (next * columnWidth - fromX) / (x - fromX);
            widen(columns - 1, edge);
            cover(edge);
            columns++;
        }
    }

    /** Begins the next column with a place that it covers. */
    private void cover(double y) {
        if (columns == tops.length) {
            tops = Arrays.copyOf(tops, 2 * columns);
            bottoms = Arrays.copyOf(bottoms, 2 * columns);
        }
        tops[columns] = y;
        bottoms[columns] = y;
    }

    private void widen(int which, double y) {
        tops[which] = Math.min(tops[which], y);
        bottoms[which] = Math.max(bottoms[which], y);
    }

    private void keep(int which) {
        if (kept == keptX.length) {
            keptX = Arrays.copyOf(keptX, 2 * kept);
            keptY = Arrays.copyOf(keptY, 2 * kept);
        }
        keptX[kept] = columnX[which];
        keptY[kept] = columnY[which];
        kept++;
    }

    private void endStretch() {
        if (inColumn > 0) {
            endColumn();
        }
        if (kept == 1) {
            dots.add(new Point2D.Double(keptX[0], keptY[0]));
        } else if (kept > 1) {
            boolean dense = gapless && points >= FEWEST_POINTS && points >= DENSE * columns;
            stretches.add(new Stretch(Arrays.copyOf(keptX, kept), Arrays.copyOf(keptY, kept), dense
                    ? Optional.of(new Spans(firstColumn, Arrays.copyOf(tops, columns), Arrays.copyOf(bottoms, columns)))
                    : Optional.empty()));
        }
        kept = 0;
        columns = 0;
        points = 0;
        gapless = true;
    }
}
