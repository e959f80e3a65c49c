package org.grokscope.study.slurm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grokscope.study.plan.Plan;

/**
 * A job array: tasks 0, 1, 2, … that train the lines of a plan from one to another.
 *
 * @param first line
 * @param last line
 * @param tasks how many
 * @param forks whether they are forks, which wait until the runs from scratch have ended
 */
public record JobArray(int first, int last, int tasks, boolean forks) {
    /**
     * Divides a plan.
     *
     * @param runsPerTask lines a task
     * @param most tasks that an array of the cluster may have
     */
    static List<JobArray> of(Plan plan, int runsPerTask, int most) {
        List<JobArray> arrays = new ArrayList<>();
        divide(1, plan.fromScratch(), runsPerTask, most, false, arrays);
        divide(plan.fromScratch() + 1, plan.lines(), runsPerTask, most, true, arrays);
        return arrays;
    }

    private static void divide(int from, int to, int runsPerTask, int most, boolean forks, List<JobArray> arrays) {
        long lines = (long) runsPerTask * most;
        for (long first = from; first <= to; first += lines) {
            int last = (int) Math.min(to, first + lines - 1);
            arrays.add(new JobArray((int) first, last, Math.ceilDiv(last - (int) first + 1, runsPerTask), forks));
        }
    }

    /** Returns the tasks as sbatch takes them, for example {@code 0-11%4}. */
    String range(Optional<Integer> atOnce) {
        return "0-" + (tasks - 1) + atOnce.map(it -> "%" + it).orElse("");
    }
}
