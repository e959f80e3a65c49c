package org.grokscope.workbench.compare;

import java.util.List;
import org.grokscope.analysis.RunIdentity;
import org.grokscope.measure.LeadPoint;
import org.grokscope.measure.LeadStatistics;
import org.grokscope.measure.Milestone;
import org.grokscope.run.RunHistory;

/**
 * By how many steps the two kinds of synchronisation came before grokking.
 *
 * @param ceiling lead of the FSD ceiling
 * @param restricted lead of restricted sync
 */
record Leads(LeadStatistics ceiling, LeadStatistics restricted) {
    /** What the statistics are about: which must be known before the work of a moment is done. */
    record Question(List<LeadPoint> ceiling, List<LeadPoint> restricted) {
        static Question of(List<RunHistory> runs) {
            return new Question(points(runs, Milestone.CEILING), points(runs, Milestone.RESTRICTED_SYNC));
        }

        Leads answer() {
            return new Leads(LeadStatistics.of(ceiling), LeadStatistics.of(restricted));
        }

        private static List<LeadPoint> points(List<RunHistory> runs, Milestone milestone) {
            return runs.stream().map(run -> new LeadPoint(RunIdentity.of(run), run.head().configuration().task().p(),
                    run.milestones().leadOf(milestone))).toList();
        }
    }
}
