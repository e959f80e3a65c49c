package org.grokscope.analysis;

import org.grokscope.run.ConfigurationHash;
import org.grokscope.run.Lineage;
import org.grokscope.run.RunHistory;

/** What determines a run's numbers: runs that are alike in it count once in statistics. */
public final class RunIdentity {
    private RunIdentity() {}

    /** Returns it. A control has its parent's numbers, another fork has its own from the fork step on. */
    public static String of(RunHistory run) {
        String configuration = ConfigurationHash.of(run.head().configuration());
        Lineage lineage = run.head().lineage();
        return lineage == null || run.control()
                ? configuration
                : configuration + " from " + lineage.parent() + " at " + lineage.step();
    }
}
