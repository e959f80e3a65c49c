package org.grokscope.workbench.timeline;

import java.util.AbstractList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.grokscope.figure.TimelineRun;
import org.grokscope.measure.Evaluation;

/**
 * Where the cursor can stand on a run.
 *
 * @param checkpoints steps with a checkpoint, ascending
 * @param evaluations steps with an evaluation, ascending
 */
record Stops(List<Integer> checkpoints, List<Integer> evaluations) {
    /** The stops of a run; none without one. */
    static Stops of(Optional<TimelineRun> run) {
        return new Stops(run.map(it -> it.history().checkpoints()).orElse(List.of()),
                run.map(it -> steps(it.history().evaluations())).orElse(List.of()));
    }

    /** A view: there may be a million of them, and the pointer moves sixty times a second. */
    private static List<Integer> steps(List<Evaluation> evaluations) {
        return new AbstractList<>() {
            @Override
            public Integer get(int index) {
                return evaluations.get(index).step();
            }

            @Override
            public int size() {
                return evaluations.size();
            }
        };
    }

    boolean isCheckpoint(int step) {
        return Collections.binarySearch(checkpoints, step) >= 0;
    }

    /** Returns the checkpoints, or where there are none, or all are wanted, the evaluations. */
    List<Integer> steps(boolean everyEvaluation) {
        return everyEvaluation || checkpoints.isEmpty() ? evaluations : checkpoints;
    }
}
