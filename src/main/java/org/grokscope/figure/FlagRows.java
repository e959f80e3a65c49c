package org.grokscope.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Places flags in rows above their poles so that none overlaps another. A flag flies to the right of its pole. From
 * the right on each takes the lowest row that is free, so that the pole of an upper flag stands left of the flags that
 * made it rise; where no row is free, flags move aside as little as needed.
 */
final class FlagRows {
    /**
     * A place for a flag.
     *
     * @param row 0 is the row nearest to the plot
     */
    record Place(int row, double left, double right) {
        /** Returns whether the flag touches a pole at x. */
        boolean covers(double x) {
            return left <= x && x <= right;
        }
    }

    private final int rows;
    private final double leftEnd;
    private final double rightEnd;
    private final double gap;

    /** @param gap least distance between flags of a row */
    FlagRows(int rows, double leftEnd, double rightEnd, double gap) {
        this.rows = rows;
        this.leftEnd = leftEnd;
        this.rightEnd = rightEnd;
        this.gap = gap;
    }

    /**
     * Places flags.
     *
     * @param poles x of the poles, ascending
     * @param widths of the flags
     * @return a place for each, or nothing when they do not all fit
     */
    List<Place> place(double[] poles, double[] widths) {
        Place[] places = new Place[poles.length];
        double[] free = new double[rows];
        Arrays.fill(free, rightEnd);
        for (int i = poles.length - 1; i >= 0; i--) {
            int row = 0;
            for (int above = 1; above < rows && poles[i] + widths[i] > free[row]; above++) {
                row = free[above] > free[row] ? above : row;
            }
            double left = Math.min(poles[i], free[row] - widths[i]);
            places[i] = new Place(row, left, left + widths[i]);
            free[row] = left - gap;
        }
        for (int row = 0; row < rows; row++) {
            pushRight(places, row);
        }
        boolean fits = Arrays.stream(places).allMatch(place -> place.right() <= rightEnd + 1e-9);
        return fits ? new ArrayList<>(Arrays.asList(places)) : List.of();
    }

    /** Moves what hangs over the left end back, and its neighbours with it. */
    private void pushRight(Place[] places, int row) {
        double end = leftEnd;
        for (int i = 0; i < places.length; i++) {
            Place place = places[i];
            if (place.row() == row) {
                double left = Math.max(place.left(), end);
                places[i] = new Place(row, left, left + place.right() - place.left());
                end = places[i].right() + gap;
            }
        }
    }
}
