package org.grokscope.workbench.newrun;

import java.util.List;
import java.util.Map;

/**
 * What comes of the dialog's fields as they stand.
 *
 * @param runs one for each seed; empty while anything is wrong
 * @param problems a sentence for each field that is wrong
 * @param summary what it amounts to, in a line; empty while that cannot be said
 */
public record Plan(List<PlannedRun> runs, Map<NewRunField, String> problems, String summary) {
    public Plan {
        runs = List.copyOf(runs);
        problems = Map.copyOf(problems);
    }

    /** Returns whether it can be started. */
    public boolean ready() {
        return !runs.isEmpty();
    }
}
