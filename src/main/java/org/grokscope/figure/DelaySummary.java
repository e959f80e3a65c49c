package org.grokscope.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.grokscope.analysis.ForkPool;
import org.grokscope.measure.BranchOutcome.Cause;
import org.grokscope.measure.BranchOutcome.NotGrokked;
import org.grokscope.measure.InverseLaw;
import org.grokscope.measure.LawCell;
import org.grokscope.measure.LawFit;
import org.grokscope.measure.LogLogSlope;
import org.grokscope.text.StepLabel;

/** What the charts of the law say in words. */
public final class DelaySummary {
    private DelaySummary() {}

    /** Returns the law in a few lines, the most important first. */
    static List<String> of(ForkPool pool) {
        List<String> lines = new ArrayList<>();
        pool.law().fit().ifPresentOrElse(fit -> {
            lines.add(pool.law().followed()
                    ? "\u0394t\u00a0\u2248\u00a0" + law(fit.paper())
                    : "\u0394t does not follow C\u00a0/\u00a0\u03bb here");
            if (!pool.law().followed()) {
                lines.add("C by the paper's estimator " + String.format(Locale.ROOT, "%,.0f", fit.paper().constant()));
            }
            lines.add("R\u00b2 of the means " + ForkPlot.decimals(fit.paper().r2())
                    + fit.perDraw().filter(range -> range.draws() > 1).map(DelaySummary::perDraw).orElse(""));
            lines.add("least squares " + law(fit.leastSquares()) + ", R\u00b2\u00a0"
                    + ForkPlot.decimals(fit.leastSquares().r2()));
            lines.add("log\u2013log slope " + slope(fit.slope()));
        }, () -> lines.add("No law yet"));
        if (pool.law().fit().isEmpty()) {
            lines.add("it takes two \u03bb at which branches grokked");
        }
        notFitted(pool).ifPresent(lines::add);
        return lines;
    }

    /** Returns C, the slope and its interval in one line, and, if there are any, how many branches the fit leaves out. */
    static List<String> briefly(ForkPool pool) {
        List<String> lines = new ArrayList<>(List.of(of(pool).getFirst()
                + pool.law().fit().map(fit -> ", log\u2013log slope\u00a0" + slope(fit.slope())).orElse("")));
        notFitted(pool).ifPresent(lines::add);
        return lines;
    }

    private static Optional<String> notFitted(ForkPool pool) {
        long all = pool.branches().size();
        long fitted = pool.law().fitted().stream().mapToLong(cell -> cell.grokked().size()).sum();
        return pool.law().fit().isPresent() && fitted < all
                ? Optional.of((all - fitted) + " of " + all + " branches not in the fit")
                : Optional.empty();
    }

    /** Returns for example {@code −0.82 [−1.14, −0.51]}. */
    static String slope(LogLogSlope slope) {
        return ForkPlot.decimals(slope.slope()) + slope.interval().map(interval -> "\u00a0["
                + ForkPlot.decimals(interval.low()) + ",\u00a0" + ForkPlot.decimals(interval.high()) + "]").orElse("");
    }

    /** Says of a cell how many branches have not grokked, and what became of them or how long they waited. */
    public static String open(LawCell cell) {
        List<String> parts = new ArrayList<>();
        List<NotGrokked> waiting = cell.notGrokked().stream()
                .filter(branch -> branch.cause() == Cause.NOT_YET || branch.cause() == Cause.ENDED).toList();
        if (!waiting.isEmpty()) {
            int least = waiting.stream().mapToInt(NotGrokked::steps).min().orElse(0);
            parts.add(waiting.size() + " over " + StepLabel.of(least));
        }
        count(cell, Cause.COLLAPSED, "collapsed", parts);
        count(cell, Cause.DIVERGED, "diverged", parts);
        return String.join(", ", parts);
    }

    /** Says the number only. */
    static String openBriefly(LawCell cell) {
        return Integer.toString(cell.notGrokked().size());
    }

    private static void count(LawCell cell, Cause cause, String word, List<String> parts) {
        long count = cell.notGrokked().stream().filter(branch -> branch.cause() == cause).count();
        if (count > 0) {
            parts.add(count + " " + word);
        }
    }

    private static String law(InverseLaw law) {
        return String.format(Locale.ROOT, "%,.0f\u00a0/\u00a0\u03bb", law.constant());
    }

    private static String perDraw(LawFit.PerDraw range) {
        return " \u00b7 per draw " + ForkPlot.decimals(range.leastR2()) + " to "
                + ForkPlot.decimals(range.greatestR2());
    }
}
