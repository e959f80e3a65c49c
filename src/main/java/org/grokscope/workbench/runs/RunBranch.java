package org.grokscope.workbench.runs;

import java.util.List;
import org.grokscope.run.RunHistory;

/**
 * A run and the forks that were made of it.
 *
 * @param forks in the order they were made
 */
public record RunBranch(RunHistory run, List<RunBranch> forks) {
    public RunBranch {
        forks = List.copyOf(forks);
    }
}
