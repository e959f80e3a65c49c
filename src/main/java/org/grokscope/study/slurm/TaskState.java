package org.grokscope.study.slurm;

/**
 * A task of an array, as Slurm tells.
 *
 * @param job the array's number
 * @param task its number in the array
 * @param state Slurm's word, for example {@code PENDING}
 * @param node where it runs or ran; empty for nowhere
 * @param reason why it waits, in Slurm's word; empty when it does not
 */
public record TaskState(String job, int task, String state, String node, String reason) {
    /** Returns whether it waits in the queue. */
    boolean waits() {
        return state.equals("PENDING") || state.startsWith("REQUEUE") || state.equals("SPECIAL_EXIT");
    }

    /** Returns whether it runs, or is about to end. */
    boolean runs() {
        return state.equals("RUNNING") || state.equals("COMPLETING") || state.equals("CONFIGURING")
                || state.equals("SUSPENDED");
    }

    /** Returns whether it waits for tasks that come before it. */
    boolean depends() {
        return waits() && reason.startsWith("Dependency");
    }
}
