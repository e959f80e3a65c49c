package org.grokscope.workbench;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.grokscope.analysis.Situation;
import org.grokscope.figure.GrokGhost;
import org.grokscope.measure.Milestone;
import org.grokscope.run.GrokPredictor;
import org.grokscope.run.RunHistory;
import org.grokscope.workbench.forkcard.ForkOffer;

/** Where the timeline shows grokking that is expected. */
final class ExpectedGrokking {
    private ExpectedGrokking() {}

    /**
     * Says what is expected of the branches that the fork card offers while it is open, else of the run as it stood at the
     * cursor, and where there is no cursor, of a run that may still train.
     *
     * @param offered what the open fork card offers; empty while it is folded
     */
    static List<GrokGhost> of(Optional<RunHistory> chosen, OptionalInt cursor, Optional<ForkOffer> offered) {
        List<GrokGhost> branches = offered.stream().flatMap(offer -> offer.predictions().stream()
                .map(it -> GrokGhost.of(it.steps(), it.weightDecay(), it.weightDecay() == offer.ownWeightDecay())))
                .toList();
        return branches.isEmpty()
                ? chosen.filter(RunHistory::whole).flatMap(run -> of(run, cursor)).stream().toList()
                : branches;
    }

    private static Optional<GrokGhost> of(RunHistory run, OptionalInt cursor) {
        int grokked = run.milestones().step(Milestone.GROKKED).orElse(Integer.MAX_VALUE);
        if (cursor.isEmpty() && (grokked < Integer.MAX_VALUE || Situation.over(run))
                || cursor.isPresent() && cursor.getAsInt() >= grokked) {
            return Optional.empty();
        }
        return (cursor.isPresent() ? GrokPredictor.of(run, cursor.getAsInt()) : GrokPredictor.of(run))
                .map(GrokGhost::of);
    }
}
