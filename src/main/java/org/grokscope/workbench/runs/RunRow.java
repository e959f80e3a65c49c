package org.grokscope.workbench.runs;

import java.awt.Color;
import java.util.Optional;
import org.grokscope.measure.Evaluation;
import org.grokscope.run.DamagedRun;
import org.grokscope.run.Lineage;
import org.grokscope.run.RunHistory;
import org.grokscope.training.LaneRun;
import org.grokscope.workbench.look.NumberText;
import org.jspecify.annotations.Nullable;

/**
 * A line of the list.
 *
 * @param id of the run; of something that cannot be opened, its path
 * @param run null where it cannot be opened
 * @param onLane the run as the lane of this window knows it, if it does
 * @param pinned whether it is the baseline
 * @param details a few lines that say more of the run
 */
public record RunRow(String id, String name, Color colour, @Nullable RunHistory run, Optional<LaneRun> onLane,
        RunOutcome outcome, boolean pinned, String details) {
    /**
     * Makes a run's line.
     *
     * @param onLane the run as the lane of this window knows it, if it does
     */
    public static RunRow of(RunHistory run, Color colour, Optional<LaneRun> onLane) {
        return new RunRow(run.head().id(), run.head().name(), colour, run, onLane, RunOutcome.of(run, onLane), false,
                details(run, onLane));
    }

    /** Makes the line of something that cannot be opened. */
    static RunRow damaged(DamagedRun damaged) {
        return new RunRow(damaged.path().toString(), damaged.path().getFileName().toString(), Color.GRAY, null,
                Optional.empty(), RunOutcome.DAMAGED, false, damaged.sentence());
    }

    /** Returns this line with the sign of the baseline or without. */
    RunRow pinned(boolean now) {
        return new RunRow(id, name, colour, run, onLane, outcome, now, details);
    }

    /** Returns whether the run has a star. */
    boolean starred() {
        return run != null && run.notes().starred();
    }

    /** Returns what a column says. */
    String text(RunColumn column) {
        return run != null ? column.text(run) : column == RunColumn.NAME ? name : "";
    }

    private static String details(RunHistory run, Optional<LaneRun> onLane) {
        StringBuilder details = new StringBuilder(run.head().name());
        details.append('\n').append(onLane.filter(lane -> lane.phase() == LaneRun.Phase.QUEUED).isPresent()
                ? "queued"
                : run.state().label());
        details.append(", step ").append(NumberText.count(run.lastStep())).append(" of ")
                .append(NumberText.count(run.head().configuration().schedule().steps()));
        if (!run.evaluations().isEmpty()) {
            Evaluation last = run.evaluations().getLast();
            details.append("\ntrain ").append(NumberText.percent(last.performance().trainAccuracy()))
                    .append(", validation ").append(NumberText.percent(last.performance().validationAccuracy()));
        }
        Lineage lineage = run.head().lineage();
        if (lineage != null) {
            details.append("\nforked from ").append(lineage.parent()).append(" at step ")
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
