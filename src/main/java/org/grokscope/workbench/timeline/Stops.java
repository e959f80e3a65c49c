package org.grokscope.workbench.timeline;

import java.util.Arrays;
import java.util.Optional;
import org.grokscope.figure.TimelineRun;
import org.grokscope.measure.Evaluation;

/**
 * Where the cursor can stand on a run.
 *
 * @param checkpoints steps with a checkpoint, ascending
 * @param evaluations steps with an evaluation, ascending
 */
record Stops(int[] checkpoints, int[] evaluations) {
    /** The stops of a run; none without one. */
    static Stops of(Optional<TimelineRun> run) {
        return new Stops(
                run.stream().flatMapToInt(it -> it.history().checkpoints().stream().mapToInt(step -> step)).toArray(),
                run.stream().flatMapToInt(it -> it.history().evaluations().stream().mapToInt(Evaluation::step))
                        .toArray());
    }

    boolean isCheckpoint(int step) {
        return Arrays.binarySearch(checkpoints, step) >= 0;
    }

    /** Returns the checkpoints, or where there are none, or all are wanted, the evaluations. */
    int[] steps(boolean everyEvaluation) {
        return everyEvaluation || checkpoints.length == 0 ? evaluations : checkpoints;
    }

    /** Returns the step nearest to another; of two as near, the earlier; {@link TimelineModel#NONE} when there is none. */
    static int nearest(int[] steps, double step) {
        int nearest = TimelineModel.NONE;
        for (int each : steps) {
            if (nearest == TimelineModel.NONE || Math.abs(each - step) < Math.abs(nearest - step)) {
                nearest = each;
            }
        }
        return nearest;
    }
}
