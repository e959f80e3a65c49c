package org.grokscope.run;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.grokscope.file.FileProblem;

/**
 * The steps at which a run has checkpoints, whole or not.
 *
 * @param id the run
 * @param steps ascending
 */
public record CheckpointSteps(String id, List<Integer> steps) {
    private static final int MOST_LISTED = 12;

    public CheckpointSteps {
        steps = List.copyOf(steps);
    }

    /** Lists those of a run as they are now. */
    public static CheckpointSteps of(RunDirectory run) throws IOException {
        return new CheckpointSteps(run.head().id(), run.checkpointSteps());
    }

    /**
     * Returns the newest.
     *
     * @throws FileProblem when there is none
     */
    public int last() throws FileProblem {
        if (steps.isEmpty()) {
            throw new FileProblem("The run " + id + " has no checkpoint.");
        }
        return steps.getLast();
    }

    /**
     * Returns a step after making sure that there is a checkpoint.
     *
     * @throws FileProblem when there is none; it says where there are some
     */
    public int at(int step) throws FileProblem {
        if (!steps.contains(step)) {
            last();
            throw new FileProblem("The run " + id + " has no checkpoint at step " + step + "; " + others(step) + ".");
        }
        return step;
    }

    private String others(int step) {
        if (steps.size() <= MOST_LISTED) {
            return "it has " + steps.stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
        int nearest = steps.stream().reduce((a, b) -> Math.abs((long) b - step) < Math.abs((long) a - step) ? b : a)
                .orElseThrow();
        return "the nearest is at " + nearest;
    }
}
