package org.grokscope.figure;

import java.nio.file.Path;
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
            return distinct(run, all);
        }
        List<Lineage> lineages = all.stream()
                .flatMap(each -> Optional.ofNullable(each.history().head().lineage()).stream()).toList();
        boolean steps = lineages.stream().map(Lineage::step).distinct().count() > 1;
        boolean parents = lineages.stream().map(Lineage::parent).distinct().count() > 1;
        return run.label() + (steps ? " from\u00a0" + StepLabel.of(lineage.step()) : "")
                + (parents ? " of " + parent(lineage, all) : "");
    }

    private static String parent(Lineage lineage, List<TimelineRun> all) {
        return all.stream().filter(each -> each.history().head().id().equals(lineage.parent())).findFirst()
                .map(parent -> name(parent, all)).orElseGet(lineage::parentFolder);
    }

    /** Returns a run's name, and of those that share it what tells it from the others: its folder, or a number. */
    private static String distinct(TimelineRun run, List<TimelineRun> all) {
        List<TimelineRun> namesakes = all.stream().filter(each -> each.history().head().lineage() == null
                && each.label().equals(run.label())).toList();
        int place = namesakes.stream().map(each -> each.history().head().id()).distinct().toList()
                .indexOf(run.history().head().id());
        if (place < 0 || namesakes.size() == 1) {
            return run.label();
        }
        List<String> folders = namesakes.stream().map(RunLegend::folder).toList();
        if (folders.stream().distinct().count() == folders.size()) {
            return run.label() + (folder(run).isEmpty() ? "" : " in " + folder(run));
        }
        return run.label() + (place == 0 ? "" : " (" + (place + 1) + ")");
    }

    /** Returns the name of the folder of runs where it is not the usual one. */
    private static String folder(TimelineRun run) {
        Path folder = Path.of(run.history().head().id()).getParent();
        return folder == null || folder.getFileName() == null ? "" : folder.getFileName().toString();
    }
}
