package org.grokscope.run;

import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** Finds steps in lists that ascend in step. */
public final class StepSearch {
    private StepSearch() {}

    /** Returns the index of the first at a step or after it; their number when there is none. */
    public static <T> int atOrAfter(List<T> ascending, ToIntFunction<T> stepOf, double step) {
        int low = 0;
        int high = ascending.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (stepOf.applyAsInt(ascending.get(middle)) < step) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Returns the one nearest to a step; of two as near, the earlier. Empty when there is none. */
    public static <T> Optional<T> nearest(List<T> ascending, ToIntFunction<T> stepOf, double step) {
        if (ascending.isEmpty()) {
            return Optional.empty();
        }
        int after = atOrAfter(ascending, stepOf, step);
        if (after == 0) {
            return Optional.of(ascending.getFirst());
        }
        if (after == ascending.size()) {
            return Optional.of(ascending.getLast());
        }
        T earlier = ascending.get(after - 1);
        T later = ascending.get(after);
        return Optional.of(step - stepOf.applyAsInt(earlier) <= stepOf.applyAsInt(later) - step ? earlier : later);
    }

    /** Returns the step nearest to another; of two as near, the earlier. Empty when there is none. */
    public static Optional<Integer> nearest(List<Integer> ascending, double step) {
        return nearest(ascending, Integer::intValue, step);
    }
}
