package org.grokscope.training;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.grokscope.run.Checkpoint;
import org.grokscope.run.RunWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes a run's checkpoints while its training goes on: one at a time, in their order, on a thread of its own. Whoever
 * brings the next before the last is on the disk waits, so that at most one copy of the network lies in memory. An error
 * is told at the next opportunity.
 */
final class CheckpointWriter {
    private final RunWriter writer;
    private @Nullable FutureTask<@Nullable Void> writing;

    CheckpointWriter(RunWriter writer) {
        this.writer = writer;
    }

    /**
     * Begins to write a checkpoint, after the one before.
     *
     * @throws IOException when the one before could not be written
     */
    void write(Checkpoint checkpoint) throws IOException {
        await();
        FutureTask<@Nullable Void> task = new FutureTask<>(() -> {
            writer.checkpoint(checkpoint);
            return null;
        });
        writing = task;
        Thread.ofPlatform().name("checkpoint writer").daemon().start(task);
    }

    /**
     * Says what went wrong, if that is known by now; does not wait.
     *
     * @throws IOException when a checkpoint could not be written
     */
    void check() throws IOException {
        if (writing != null && writing.isDone()) {
            await();
        }
    }

    /**
     * Waits until all checkpoints are on the disk.
     *
     * @throws IOException when one could not be written
     */
    void await() throws IOException {
        FutureTask<@Nullable Void> task = writing;
        writing = null;
        boolean interrupted = false;
        try {
            while (task != null) {
                try {
                    task.get();
                    return;
                } catch (InterruptedException e) {
                    // A checkpoint that was begun is finished first.
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException problem -> throw problem;
                case RuntimeException bug -> throw bug;
                case Error error -> throw error;
                case null, default -> throw new IOException(e);
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
