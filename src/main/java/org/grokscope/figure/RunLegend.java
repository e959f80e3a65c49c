package org.grokscope.figure;

import java.util.ArrayList;
import java.util.List;
import org.grokscope.text.StepLabel;

/** Names the runs of a page. One alone needs no name: the caption has it. */
final class RunLegend {
    private RunLegend() {}

    /** Returns an entry for every run, and what the ring at a fork means. */
    static List<KeyEntry> of(List<TimelineRun> runs, FigureStyle style) {
        if (runs.size() < 2) {
            return List.of();
        }
        List<String> labels = TimelineRun.labels(runs);
        List<KeyEntry> entries = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            TimelineRun run = runs.get(i);
            entries.add(new KeyEntry.Line(labels.get(i)
                    + (run.primary() && !TimelineMark.of(run.history()).isEmpty() ? " (milestones)" : ""), run.style(),
                    CurvesPanel.PRIMARY_WIDTH));
        }
        List<Integer> steps = runs.stream().map(TimelineRun::fromStep).filter(step -> step > 0).distinct().toList();
        if (!steps.isEmpty()) {
            entries.add(new KeyEntry.Sign(
                    steps.size() == 1 ? "fork at step\u00a0" + StepLabel.of(steps.getFirst()) : "fork",
                    WeightDecayShape.CIRCLE.at(0, 0, CurveRenderer.FORK_RADIUS), style.muted(), false));
        }
        return entries;
    }
}
