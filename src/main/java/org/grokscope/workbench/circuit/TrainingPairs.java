package org.grokscope.workbench.circuit;

import java.util.BitSet;
import java.util.Optional;
import java.util.stream.IntStream;
import org.grokscope.settings.RunConfiguration;

/** Which pairs a run trains on; remembered for the run that was asked about last. */
final class TrainingPairs {
    private Optional<RunConfiguration> of = Optional.empty();
    private BitSet pairs = new BitSet();

    boolean contain(RunConfiguration configuration, int a, int b) {
        if (!of.equals(Optional.of(configuration))) {
            of = Optional.of(configuration);
            pairs = new BitSet();
            IntStream.of(configuration.split().train()).forEach(pairs::set);
        }
        return pairs.get(a * configuration.task().p() + b);
    }
}
