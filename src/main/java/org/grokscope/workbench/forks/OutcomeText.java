package org.grokscope.workbench.forks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.grokscope.measure.BranchOutcome;
import org.grokscope.measure.LawCell;
import org.grokscope.measure.LawPoint;

/** What became of the branches of a λ, in a few words: every branch is accounted for. */
final class OutcomeText {
    private OutcomeText() {}

    /** Returns for example {@code 4 of 5, 1 not by its end} or {@code 0 of 3, collapsed}. */
    static String of(LawCell cell) {
        int all = cell.points().size();
        int grokked = cell.grokked().size();
        Map<String, Integer> others = new LinkedHashMap<>();
        for (LawPoint point : cell.points()) {
            String word = word(point.outcome());
            if (!word.isEmpty()) {
                others.merge(word, 1, Integer::sum);
            }
        }
        String counted = others.entrySet().stream()
                .map(other -> ", " + (grokked == 0 && other.getValue() == all ? "" : other.getValue() + " ")
                        + other.getKey())
                .collect(Collectors.joining());
        return grokked + " of " + all + counted;
    }

    private static String word(BranchOutcome outcome) {
        return switch (outcome) {
            case BranchOutcome.Grokked grokked -> switch (grokked.aftermath()) {
                case KEPT -> "";
                case DESTABILISED -> "destabilised";
                case DIVERGED -> "diverged later";
            };
            case BranchOutcome.NotGrokked waiting -> switch (waiting.cause()) {
                case NOT_YET -> "not yet";
                case ENDED -> "not by its end";
                case COLLAPSED -> "collapsed";
                case DIVERGED -> "diverged";
            };
            case BranchOutcome.GrokkedBeforeFork _ -> "before the fork";
        };
    }
}
