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

    /** Returns whether any run waits, trains or is paused. */
    public boolean busy() {
        return runs.stream().anyMatch(run -> !run.phase().ended());
    }
}
