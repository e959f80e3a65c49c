package org.grokscope.workbench.runs;

import java.util.List;
import org.grokscope.run.DamagedRun;
import org.grokscope.run.RunHistory;

/**
 * What was read of the folders of runs.
 *
 * @param runs each at least at a glance
 * @param damaged what cannot be opened, and why
 */
public record ReadRuns(List<RunHistory> runs, List<DamagedRun> damaged) {
    public ReadRuns {
        runs = List.copyOf(runs);
        damaged = List.copyOf(damaged);
    }
}
