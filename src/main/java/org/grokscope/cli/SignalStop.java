package org.grokscope.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What happens when the process is told to end (Ctrl+C, TERM, HUP) while this is open: training stops with a checkpoint, and
 * the command still says what came of it before the process is gone.
 */
final class SignalStop implements AutoCloseable {
    /** A command that hangs must not keep the process. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final CountDownLatch COMMAND_ENDED = new CountDownLatch(1);

    private final Thread hook;
    private volatile boolean signalled;

    /** @param stop returns when all is on the disk */
    SignalStop(Runnable stop) {
        hook = Thread.ofPlatform().name("stop on signal").unstarted(() -> {
            signalled = true;
            stop.run();
            try {
                COMMAND_ENDED.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Notes that the command has printed all it has to: nobody need wait for it. */
    static void commandEnded() {
        COMMAND_ENDED.countDown();
    }

    /** From here on a signal ends the process at once. */
    @Override
    public void close() {
        if (!signalled) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException ending) {
                // The signal came this moment.
            }
        }
    }
}
