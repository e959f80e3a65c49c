package org.grokscope.figure;

import java.util.List;
import java.util.Locale;
import org.grokscope.analysis.FamilyBranch;
import org.grokscope.measure.BranchOutcome;
import org.grokscope.measure.LawCell;
import org.grokscope.measure.Spread;
import org.grokscope.text.NumberText;

/** What the marks of the law's charts say. */
final class BranchWords {
    private BranchWords() {}

    /** Says what became of a branch. */
    static String of(FamilyBranch branch) {
        return branch.run().head().name() + "\n\u03bb " + NumberText.setting(branch.weightDecay()) + ": "
                + switch (branch.outcome()) {
                    case BranchOutcome.Grokked it -> "grokked at " + NumberText.count(it.at()) + ", \u0394t "
                            + NumberText.count(it.delay(), "step");
                    case BranchOutcome.NotGrokked it ->
                        "not grokked " + NumberText.count(it.steps(), "step") + " after the fork";
                    case BranchOutcome.GrokkedBeforeFork it ->
                        "grokked before the fork, at " + NumberText.count(it.at());
                };
    }

    /** Says what became of the branches of a λ that grokked. */
    static String of(LawCell cell, List<FamilyBranch> branches) {
        if (branches.size() == 1) {
            return of(branches.getFirst());
        }
        Spread delay = cell.delay();
        return "\u03bb " + NumberText.setting(cell.weightDecay()) + ": \u0394t " + NumberText.fixed(delay.mean(), 0)
                + (delay.count() > 1 ? " \u00b1 " + NumberText.fixed(delay.deviation(), 0) : "") + " steps\n"
                + String.format(Locale.ROOT, "%d of %d branches grokked", cell.grokked().size(), cell.points().size());
    }

    /** Says how many branches of a λ have not grokked. */
    static String open(LawCell cell, List<FamilyBranch> branches) {
        return branches.size() == 1
                ? of(branches.getFirst())
                : "\u03bb " + NumberText.setting(cell.weightDecay()) + ": " + cell.notGrokked().size() + " of "
                        + cell.points().size() + " branches not grokked";
    }

    /** Returns what the mark of some branches stands for. */
    static MarkTarget target(List<FamilyBranch> branches) {
        return MarkTarget.of(branches.stream().map(branch -> branch.run().head().id()).toList());
    }

    static MarkTarget target(FamilyBranch branch) {
        return new MarkTarget.Run(branch.run().head().id());
    }
}
