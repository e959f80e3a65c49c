package org.grokscope.analysis;

import java.util.List;
import java.util.Optional;
import org.grokscope.measure.Alarm;
import org.grokscope.task.Operation;

/**
 * Something that may announce grokking.
 *
 * @param name what people call it
 * @param alarm by which it rings; its threshold is to be chosen
 * @param thresholds from which it is chosen
 * @param operation the only one that it is for; empty for all
 */
public record Precursor(String name, Alarm alarm, List<Double> thresholds, Optional<Operation> operation) {
    public Precursor {
        thresholds = List.copyOf(thresholds);
    }
}
