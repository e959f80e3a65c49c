package org.grokscope.study.slurm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grokscope.text.InvalidSetting;

/**
 * What is asked of the cluster for each task.
 *
 * @param runsPerTask lines of the plan that one task trains, one after the other or beside each other as it has processors
 * @param atOnce how many tasks may run at the same time; empty for as many as the cluster gives
 * @param cpus processors
 * @param memory as sbatch takes it, for example 2G
 * @param time limit, as sbatch takes it, for example 02:00:00
 * @param partition empty for the cluster's own choice
 * @param account empty for the person's own
 * @param constraint features that a node must have; one kind of processor gives equal bits
 */
public record Resources(int runsPerTask, Optional<Integer> atOnce, int cpus, String memory, String time,
        Optional<String> partition, Optional<String> account, Optional<String> constraint) {
    /** @throws InvalidSetting when a value cannot be used */
    public Resources {
        InvalidSetting.unless(runsPerTask >= 1, "per-task", "A task trains at least one run.");
        InvalidSetting.unless(atOnce.isEmpty() || atOnce.get() >= 1, "at-once",
                "At least one task must run at a time.");
        InvalidSetting.unless(cpus >= 1, "cpus", "A task needs at least one processor.");
        InvalidSetting.unless(memory.matches("\\d+[KMGT]?"), "memory",
                "--memory takes a size such as 2G, not '" + memory + "'.");
        InvalidSetting.unless(time.matches("(\\d+-)?\\d+(:\\d+){0,2}"), "time",
                "--time takes a limit such as 02:00:00, not '" + time + "'.");
    }

    /** Returns them as options of sbatch. */
    List<String> options() {
        List<String> options = new ArrayList<>(
                List.of("--cpus-per-task=" + cpus, "--mem=" + memory, "--time=" + time));
        partition.ifPresent(it -> options.add("--partition=" + it));
        account.ifPresent(it -> options.add("--account=" + it));
        constraint.ifPresent(it -> options.add("--constraint=" + it));
        return options;
    }
}
