package org.grokscope.figure;

import java.util.concurrent.CancellationException;

/** Ends the drawing of a figure that nobody waits for any more: whoever cancels an export interrupts its thread. */
public final class Cancelled {
    private Cancelled() {}

    /**
     * Returns if nobody interrupted this thread.
     *
     * @throws CancellationException else
     */
    public static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("The figure is not drawn to its end.");
        }
    }
}
