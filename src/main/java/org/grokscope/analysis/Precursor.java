package org.grokscope.analysis;

import java.util.List;
import java.util.Optional;
import org.grokscope.measure.Alarm;
import org.grokscope.task.Operation;

/**
 * Something that may announce grokking.
 *
 * @param name what people call it
 * @param alarm by which it rings
 * @param thresholds from which its threshold is to be chosen; empty where that of the alarm was published and stands
 * @param operation the only one that it is for; empty for all
 */
public record Precursor(String name, Alarm alarm, List<Double> thresholds, Optional<Operation> operation) {
    public Precursor {
        thresholds = List.copyOf(thresholds);
    }

    /** Returns whether its threshold stands. */
    public boolean published() {
        return thresholds.isEmpty();
    }
}
