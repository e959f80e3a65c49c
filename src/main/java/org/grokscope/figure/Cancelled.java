package org.grokscope.figure;

import java.io.IOException;
import java.util.concurrent.CancellationException;

/** Ends the drawing of a figure that nobody waits for any more: whoever cancels an export interrupts its thread. */
public final class Cancelled {
    private static final String SENTENCE = "The figure is not drawn to its end.";

    private Cancelled() {}

    /**
     * Returns if nobody interrupted this thread.
     *
     * @throws CancellationException else
     */
    public static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException(SENTENCE);
        }
    }

    /** Returns what to throw where somebody interrupted this thread while it wrote. */
    public static CancellationException at(IOException interrupted) {
        CancellationException cancelled = new CancellationException(SENTENCE);
        cancelled.initCause(interrupted);
        return cancelled;
    }
}
