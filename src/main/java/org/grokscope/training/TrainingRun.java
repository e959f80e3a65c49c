package org.grokscope.training;

import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * A run in training, as it stood at the last report.
 *
 * @param id the run's id
 * @param path the run's directory
 * @param name what people call it
 * @param step updates taken so far
 * @param lastStep the step at which it ends
 * @param stepsPerSecond recent speed of this run while it has the executor, evaluations included; NaN before it is known
 * @param message one sentence where there is something to say (why it paused or failed), else empty
 * @param measuringShare share of its training time on this executor that its evaluations took, 0 to 1; NaN before it is
 *        known
 * @param worker process id of the worker that trains it; empty for a run on this process's own executor
 */
public record TrainingRun(String id, Path path, String name, Phase phase, int step, int lastStep, double stepsPerSecond,
        String message, double measuringShare, OptionalLong worker) {
    /** A run on this process's own executor whose measuring nobody timed. */
    public TrainingRun(String id, Path path, String name, Phase phase, int step, int lastStep, double stepsPerSecond,
            String message) {
        this(id, path, name, phase, step, lastStep, stepsPerSecond, message, Double.NaN,
                OptionalLong.empty());
    }

    /** What the executor is doing with a run. */
    public enum Phase {
        /** Waits for its first turn. */
        QUEUED,
        /** Trains, alone or by turns with others. */
        TRAINING,
        /** Holds its place and waits to be resumed: its directory could not be written. */
        PAUSED,
        /** Left the executor, with a checkpoint, before its end. */
        STOPPED,
        /** Reached its end. */
        FINISHED,
        /** A loss or parameter was not finite. */
        DIVERGED,
        /** Broke off with an error. */
        FAILED;

        /** Returns whether the run trains or waits for its turn. */
        public boolean wantsToTrain() {
            return this == QUEUED || this == TRAINING;
        }

        /** Returns whether the run has left the executor. */
        public boolean ended() {
            return compareTo(STOPPED) >= 0;
        }
    }

    /** Returns this run under another id. */
    public TrainingRun known(String other) {
        return new TrainingRun(other, path, name, phase, step, lastStep, stepsPerSecond, message, measuringShare,
                worker);
    }
}
