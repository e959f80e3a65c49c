package org.grokscope.study.slurm;

import java.util.Optional;
import org.grokscope.run.RunHistory;

/**
 * Where a line of a plan stands, by what its folder says and by what Slurm says.
 *
 * @param line counted from 1
 * @param name of the line
 * @param lastStep that its run will take
 * @param state by folder and Slurm together
 * @param host where it trains; empty for nowhere, or not known
 * @param run as its folder tells; empty when there is none yet
 * @param task as Slurm names it, for example {@code 17_3}; empty when none was submitted
 * @param remark where folder and Slurm disagree, or the last lines of a failed task's log; empty for nothing
 */
public record LineStatus(int line, String name, int lastStep, LineState state, String host, Optional<RunHistory> run,
        String task, String remark) {}
