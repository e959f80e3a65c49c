package org.grokscope.training;

import java.util.List;
import java.util.Optional;

/**
 * The lane at one moment.
 *
 * @param runs those on the lane in the order they were submitted, and those that left it since the program started
 */
public record LaneSnapshot(List<LaneRun> runs) {
    /** Nothing was submitted yet. */
    public static final LaneSnapshot EMPTY = new LaneSnapshot(List.of());

    public LaneSnapshot {
        runs = List.copyOf(runs);
    }

    /** Returns the run of this id, if the lane knows it. */
    public Optional<LaneRun> run(String id) {
        return runs.stream().filter(run -> run.id().equals(id)).findFirst();
    }

    /** Returns how many runs take turns on this process's own lane. */
    public int sharing() {
        return (int) runs.stream().filter(run -> run.phase() == LaneRun.Phase.TRAINING && run.worker().isEmpty())
                .count();
    }

    /** Returns the steps a second that all runs that train take together; NaN before it is known of all. */
    public double stepsPerSecond() {
        return runs.stream().filter(run -> run.phase() == LaneRun.Phase.TRAINING)
                .mapToDouble(run -> run.stepsPerSecond() / (run.worker().isEmpty() ? sharing() : 1)).sum();
    }

    /** Returns whether any run trains or waits for its turn. */
    public boolean training() {
        return runs.stream().anyMatch(run -> run.phase() == LaneRun.Phase.QUEUED
                || run.phase() == LaneRun.Phase.TRAINING);
    }

    /** Returns whether any run waits, trains or is paused. */
    public boolean busy() {
        return runs.stream().anyMatch(run -> !run.phase().ended());
    }
}
