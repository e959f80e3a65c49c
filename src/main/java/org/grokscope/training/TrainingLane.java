package org.grokscope.training;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.grokscope.run.Environment;

/**
 * The one background thread that trains. Runs wait in a queue; those that train share it by turns, a slice of steps
 * each. Commands are obeyed at the next step boundary, from any thread; reports come on the lane's thread.
 */
public final class TrainingLane implements AutoCloseable {
    /** Starts the lane; the tensor library itself is loaded on its thread. */
    public TrainingLane(DeviceChoice device, int threads) {
        throw new UnsupportedOperationException("contract");
    }

    /** Returns what runs here are computed on; waits for the tensor library to load. */
    public Environment environment() {
        throw new UnsupportedOperationException("contract");
    }

    /** Queues a run: it begins, or goes on from its last checkpoint. */
    public void submit(Path runDirectory) {
        throw new UnsupportedOperationException("contract");
    }

    /** Pauses a run at the next step boundary, with a checkpoint; it holds its place. */
    public void pause(String id) {
        throw new UnsupportedOperationException("contract");
    }

    /** Lets a paused run go on. */
    public void resume(String id) {
        throw new UnsupportedOperationException("contract");
    }

    /** Stops a run at the next step boundary, with a checkpoint; it leaves the lane and can be submitted again. */
    public void stop(String id) {
        throw new UnsupportedOperationException("contract");
    }

    /** Adds a listener that hears of every change, at most some ten times a second, on the lane's thread. */
    public void listen(Consumer<LaneSnapshot> listener) {
        throw new UnsupportedOperationException("contract");
    }

    /** Returns the lane as it stands. */
    public LaneSnapshot snapshot() {
        throw new UnsupportedOperationException("contract");
    }

    /** Stops every run with a checkpoint and ends the thread. */
    @Override
    public void close() {
        throw new UnsupportedOperationException("contract");
    }
}
