package org.grokscope.workbench.circuit;

import java.util.Optional;
import java.util.OptionalInt;
import org.grokscope.figure.TableLook;

/**
 * How networks are looked at.
 *
 * @param frequency along which; empty for the one on which most neurons of the run settled
 * @param pair that is asked
 * @param table how all pairs are shown
 * @param part of the network that is chosen
 */
record CircuitLook(OptionalInt frequency, Optional<CircuitRequest.Pair> pair, TableLook table,
        Optional<String> part) {
    /** Returns this look along a frequency. */
    CircuitLook along(int other) {
        return new CircuitLook(OptionalInt.of(other), pair, table, part);
    }
}
