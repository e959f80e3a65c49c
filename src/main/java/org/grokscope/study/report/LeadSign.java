package org.grokscope.study.report;

import java.util.OptionalInt;
import org.grokscope.measure.Milestone;
import org.grokscope.measure.Milestones;

/** On which side of 0 a lead lies. */
final class LeadSign {
    private LeadSign() {}

    /** Returns whether a run's lead has the sign of the paper's, which has one. */
    static boolean same(Milestones run, OptionalInt paper) {
        return paper.isPresent() && (paper.getAsInt() > 0 ? leads(run) : follows(run));
    }

    /** Returns whether a network had reached its FSD ceiling before it grokked. */
    static boolean leads(Milestones run) {
        return run.lead().isPresent() && run.lead().getAsInt() > 0;
    }

    /** Returns whether a network grokked and had not reached its ceiling by then. */
    static boolean follows(Milestones run) {
        return run.step(Milestone.GROKKED).isPresent() && (run.lead().isEmpty() || run.lead().getAsInt() < 0);
    }
}
