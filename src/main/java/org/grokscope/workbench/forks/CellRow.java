package org.grokscope.workbench.forks;

import java.util.List;
import org.grokscope.analysis.ForkPool;
import org.grokscope.measure.LawCell;
import org.grokscope.measure.Spread;
import org.grokscope.text.NumberText;

/**
 * A line of the table: all branches of one λ.
 *
 * @param control whether it is the parent's own λ
 * @param grokkedAt step of grokking, mean and deviation over draws
 * @param delay Δt, mean over draws
 * @param norm weight norm at grokking, mean over draws
 * @param outcome what became of every branch
 * @param runs the ids of the branches
 */
public record CellRow(double weightDecay, boolean control, String draws, String grokkedAt, String delay, String norm,
        String outcome, List<String> runs) {
    /** Returns the lines of a pool, ascending in λ. */
    static List<CellRow> of(ForkPool pool) {
        return pool.law().cells().stream().map(cell -> of(cell, pool)).toList();
    }

    /** Returns λ, and whether it is the parent's. */
    public String label() {
        return NumberText.setting(weightDecay) + (control ? " control" : "");
    }

    private static CellRow of(LawCell cell, ForkPool pool) {
        List<String> runs = pool.branches().stream().filter(it -> it.weightDecay() == cell.weightDecay())
                .map(branch -> branch.run().head().id()).toList();
        Spread at = cell.grokkedAt();
        String grokkedAt = steps(at.mean()) + (at.count() > 1 ? " \u00b1 " + steps(at.deviation()) : "");
        return new CellRow(cell.weightDecay(), pool.control(cell.weightDecay()), Integer.toString(cell.draws()),
                grokkedAt,
                steps(cell.delay().mean()), NumberText.fixed(cell.norm().mean(), 1), OutcomeText.of(cell), runs);
    }

    private static String steps(double steps) {
        return NumberText.fixed(steps, 0);
    }
}
