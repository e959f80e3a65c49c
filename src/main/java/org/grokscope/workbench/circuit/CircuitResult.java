package org.grokscope.workbench.circuit;

import org.grokscope.measure.CircuitReading;

/** What came of looking into a checkpoint. */
sealed interface CircuitResult {
    /** It could be read, at least in part. */
    record Read(CircuitReading reading) implements CircuitResult {}

    /**
     * It could not.
     *
     * @param sentence for people
     */
    record Damaged(String sentence) implements CircuitResult {}
}
