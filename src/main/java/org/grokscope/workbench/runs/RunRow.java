package org.grokscope.workbench.runs;

import java.awt.Color;
import java.util.Optional;
import org.grokscope.measure.Evaluation;
import org.grokscope.run.RunHistory;
import org.grokscope.training.LaneRun;
import org.grokscope.workbench.look.NumberText;

/**
 * A line of the tree.
 *
 * @param weightDecay λ as it stands
 * @param details a few lines that say more of the run
 */
public record RunRow(String id, String name, Color colour, boolean fork, String weightDecay, RunOutcome outcome,
        String details) {
    /**
     * Makes a run's line.
     *
     * @param onLane the run as the lane of this window knows it, if it does
     */
    public static RunRow of(RunHistory run, Color colour, Optional<LaneRun> onLane) {
        RunOutcome outcome = RunOutcome.of(run, onLane);
        double weightDecay = run.weightDecayAfter(run.lastStep());
        return new RunRow(run.head().id(), run.head().name(), colour, run.head().lineage() != null,
                "\u03bb\u2009" + NumberText.setting(weightDecay), outcome, details(run, onLane));
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
        return details.toString();
    }
}
