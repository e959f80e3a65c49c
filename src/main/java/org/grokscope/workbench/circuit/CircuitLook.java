package org.grokscope.workbench.circuit;

import java.util.Optional;
import java.util.OptionalInt;
import org.grokscope.figure.NeuronLook;
import org.grokscope.figure.TableLook;

/**
 * How networks are looked at.
 *
 * @param frequency along which; empty for the one on which most neurons of the run settled
 * @param pair that is asked
 * @param table how all pairs are shown
 * @param part of the network that is chosen
 * @param neuron that is followed
 */
record CircuitLook(OptionalInt frequency, Optional<CircuitRequest.Pair> pair, TableLook table,
        Optional<String> part, NeuronLook neuron) {
    /** Returns this look along a frequency. */
    CircuitLook along(int other) {
        return new CircuitLook(OptionalInt.of(other), pair, table, part, neuron);
    }

    /** Returns this look with a neuron that is followed. */
    CircuitLook following(NeuronLook other) {
        return new CircuitLook(frequency, pair, table, part, other);
    }
}
