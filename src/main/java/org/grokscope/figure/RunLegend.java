package org.grokscope.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.grokscope.run.Lineage;
import org.grokscope.text.StepLabel;

/** Names the runs of a page. One alone needs no name: the caption has it. */
final class RunLegend {
    private RunLegend() {}

    /** Returns an entry for every look, in the order of the runs, and what the ring at a fork means. */
    static List<KeyEntry> of(List<TimelineRun> runs, FigureStyle style) {
        if (runs.size() < 2) {
            return List.of();
        }
        Stream<KeyEntry> lines = runs.stream().map(run -> new KeyEntry.Line(
                name(run, runs) + (run.primary() && !TimelineMark.of(run.history()).isEmpty() ? " (milestones)" : ""),
                run.style(), CurvesPanel.PRIMARY_WIDTH));
        List<KeyEntry> entries = new ArrayList<>(lines.distinct().toList());
        List<Integer> steps = runs.stream().map(TimelineRun::fromStep).filter(step -> step > 0).distinct().toList();
        if (!steps.isEmpty()) {
            entries.add(new KeyEntry.Sign(
                    steps.size() == 1 ? "fork at step\u00a0" + StepLabel.of(steps.getFirst()) : "fork",
                    WeightDecayShape.CIRCLE.at(0, 0, CurveRenderer.FORK_RADIUS), style.muted(), false));
        }
        return entries;
    }

    /** Returns a run's name, or of a fork its λ; and which run it left, and where, if that is not always the same. */
    static String name(TimelineRun run, List<TimelineRun> all) {
        Lineage lineage = run.history().head().lineage();
        if (lineage == null) {
            return run.label();
        }
        List<Lineage> lineages = all.stream()
                .flatMap(each -> Optional.ofNullable(each.history().head().lineage()).stream()).toList();
        boolean steps = lineages.stream().map(Lineage::step).distinct().count() > 1;
        boolean parents = lineages.stream().map(Lineage::parent).distinct().count() > 1;
        return run.label() + (steps ? " from\u00a0" + StepLabel.of(lineage.step()) : "")
                + (parents ? " of " + lineage.parent() : "");
    }
}
