package org.grokscope.cli.watch;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reads again and again what is watched, beside the thread that hears keys: Slurm may take its time to answer. */
final class WatchThread implements AutoCloseable {
    /**
     * What was read last.
     *
     * @param problem why there is no more to say, a sentence: nothing was read yet, or Slurm does not answer; else empty
     */
    record Seen(List<WatchedRun> runs, String problem) {
        static final Seen NOTHING = new Seen(List.of(), "Reading the runs\u2026");

        Seen {
            runs = List.copyOf(runs);
        }
    }

    private final Callable<Seen> reading;
    private final ScheduledExecutorService thread = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("watch").daemon().factory());
    private volatile Seen seen = Seen.NOTHING;
    private volatile @Nullable Exception failure;

    /**
     * Begins to read.
     *
     * @param reading takes its time
     * @param pauseMillis between one reading and the next
     */
    WatchThread(Callable<Seen> reading, long pauseMillis) {
        this.reading = reading;
        thread.scheduleWithFixedDelay(this::read, 0, pauseMillis, TimeUnit.MILLISECONDS);
    }

    private void read() {
        try {
            seen = reading.call();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            failure = e;
            thread.shutdown();
        }
    }

    /**
     * Returns what was read last.
     *
     * @throws Exception what the reading threw that failed, after which there is none
     */
    Seen seen() throws Exception {
        Exception thrown = failure;
        if (thrown != null) {
            throw thrown;
        }
        return seen;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
