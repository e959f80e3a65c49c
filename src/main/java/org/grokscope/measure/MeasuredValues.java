package org.grokscope.measure;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Numbers by measure, of which only those take room that were measured. A run has up to a million evaluations that measure
 * the same: which, they keep together.
 */
final class MeasuredValues {
    private static final byte ABSENT = -1;
    /** Of the evaluation made last; the next one's are most often the same. */
    private static volatile byte[] latest = {};

    /** By measure, where its number is among the values. */
    private final byte[] places;
    private final double[] values;

    /** @param all a number for each measure; NaN where it was not measured */
    MeasuredValues(double[] all) {
        byte[] its = new byte[all.length];
        double[] measured = new double[all.length];
        byte count = 0;
        for (int i = 0; i < all.length; i++) {
            its[i] = Double.isNaN(all[i]) ? ABSENT : count;
            if (its[i] != ABSENT) {
                measured[count++] = all[i];
            }
        }
        values = Arrays.copyOf(measured, count);
        byte[] known = latest;
        places = Arrays.equals(its, known) ? known : its;
        latest = places;
    }

    double of(Measure measure) {
        byte place = places[measure.ordinal()];
        return place == ABSENT ? Double.NaN : values[place];
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MeasuredValues it && Arrays.equals(places, it.places)
                && Arrays.equals(values, it.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }
}
