package org.grokscope.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Panel;

/** The weight norm of each group of the primary run's parameters: embeddings, each block's attention and MLP, head. */
final class NormGroupsPanel extends CurvesPanel {
    private static final int MOST_BLOCKS = 4;
    private static final List<String> GROUPS = Stream.of(Stream.of("embeddings"),
            IntStream.range(0, MOST_BLOCKS).boxed()
                    .flatMap(block -> Stream.of("blocks." + block + ".attention", "blocks." + block + ".mlp")),
            Stream.of("head")).flatMap(names -> names).toList();

    NormGroupsPanel(FigureStyle style) {
        super(Panel.WEIGHT_NORM_BY_GROUP, style, Panels.axis(Measure.Scale.AMOUNT, style),
                IntStream.range(0, GROUPS.size()).mapToObj(i -> quantity(GROUPS.get(i), style.series(i))).toList(),
                Panels.fit(Measure.Scale.AMOUNT));
    }

    private static Quantity quantity(String group, SeriesStyle style) {
        return new Quantity(label(group), evaluation -> norm(evaluation, group), _ -> false, style, true);
    }

    private static double norm(Evaluation evaluation, String group) {
        return evaluation.weightNormByGroup().getOrDefault(group, Double.NaN);
    }

    /** Blocks are counted from 0, as everywhere. */
    private static String label(String group) {
        return group.startsWith("blocks.") ? group.substring("blocks.".length()).replace('.', ' ') : group;
    }

    /** The groups of several runs would be a tangle. */
    @Override
    void show(List<TimelineRun> runs) {
        super.show(TimelineRun.primaryOf(runs).stream().toList());
    }

    @Override
    List<KeyEntry> keyOf(List<TimelineRun> runs) {
        var there = runs.stream().flatMap(run -> run.drawn().stream()).limit(1)
                .flatMap(evaluation -> evaluation.weightNormByGroup().keySet().stream()).collect(Collectors.toSet());
        List<KeyEntry> entries = new ArrayList<>();
        for (int i = 0; i < GROUPS.size(); i++) {
            if (there.contains(GROUPS.get(i))) {
                entries.add(new KeyEntry.Line(label(GROUPS.get(i)), style().series(i), PRIMARY_WIDTH));
            }
        }
        return entries;
    }
}
