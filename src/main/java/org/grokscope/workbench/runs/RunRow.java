package org.grokscope.workbench.runs;

import java.awt.Color;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Measure;
import org.grokscope.run.DamagedRun;
import org.grokscope.run.Lineage;
import org.grokscope.run.RunHistory;
import org.grokscope.text.NumberText;
import org.jspecify.annotations.Nullable;

/**
 * A line of the list.
 *
 * @param id of the run; of something that cannot be opened, its path
 * @param run null where it cannot be opened
 * @param queued whether it waits for the executor of this window
 * @param pinned whether it is the baseline
 * @param caption what a sample shows, in a few words, or the folder of a run whose name another one has, too; may be
 *        empty
 * @param details a few lines that say more of the run
 */
public record RunRow(String id, String name, Color colour, @Nullable RunHistory run, RunOutcome outcome,
        boolean queued, boolean pinned, String caption, String details) {
    /**
     * Makes a run's line.
     *
     * @param queued whether it waits for the executor of this window
     * @param pinned whether it is the baseline
     * @param caption what it shows; may be empty
     */
    public static RunRow of(RunHistory run, Color colour, boolean queued, boolean pinned, String caption) {
        return new RunRow(run.head().id(), run.head().name(), colour, run, RunOutcome.of(run, queued), queued,
                pinned, caption, details(run, queued));
    }

    /** Makes the line of something that cannot be opened. */
    static RunRow damaged(DamagedRun damaged) {
        return new RunRow(damaged.path().toString(), damaged.path().getFileName().toString(), Color.GRAY, null,
                RunOutcome.DAMAGED, false, false, "", damaged.sentence());
    }

    /** Returns whether the run has a star. */
    boolean starred() {
        return run != null && run.notes().starred();
    }

    /** Returns what a column says. */
    String text(RunColumn column) {
        return run != null ? column.text().apply(run) : column == RunColumn.NAME ? name : "";
    }

    private static String details(RunHistory run, boolean queued) {
        StringBuilder details = new StringBuilder(run.head().name());
        details.append('\n').append(queued ? "queued" : run.state().label());
        details.append(", step ").append(NumberText.count(run.reached())).append(" of ")
                .append(NumberText.count(run.head().configuration().schedule().steps()));
        if (!run.evaluations().isEmpty()) {
            Evaluation last = run.evaluations().getLast();
            details.append("\ntrain ").append(Measure.TRAIN_ACCURACY.text(last))
                    .append(", validation ").append(Measure.VALIDATION_ACCURACY.text(last));
        }
        Lineage lineage = run.head().lineage();
        if (lineage != null) {
            details.append("\nforked from ").append(lineage.parentFolder()).append(" at step ")
                    .append(NumberText.count(lineage.step()));
        }
        if (!run.notes().tags().isEmpty()) {
            details.append("\ntags: ").append(String.join(" ", run.notes().tags()));
        }
        if (!run.notes().note().isEmpty()) {
            details.append("\n\n").append(run.notes().note());
        }
        run.leftOut().forEach(sentence -> details.append("\nleft out: ").append(sentence));
        return details.toString();
    }
}
