package org.grokscope.workbench.circuit;

import java.util.Optional;
import org.grokscope.measure.PairLogits;

/** Where the circuit view has its numbers from: it asks, goes on, and is told when there is something new. */
interface CircuitSource {
    /** Replaces what should be read. */
    void want(CircuitRequest request);

    /** Returns what is known of a checkpoint by now. */
    Optional<CircuitResult> result(CheckpointAddress at);

    /** Returns what a network says to a pair, if that is known by now. */
    Optional<PairLogits> answer(PairQuestion question);

    /** Adds a listener that hears, on the toolkit's thread, that there is something new. */
    void listen(Runnable listener);
}
