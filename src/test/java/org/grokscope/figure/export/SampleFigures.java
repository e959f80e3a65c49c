package org.grokscope.figure.export;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.grokscope.analysis.Alignment;
import org.grokscope.analysis.ForkPool;
import org.grokscope.figure.CircuitChart;
import org.grokscope.figure.ForkChart;
import org.grokscope.figure.SampleCircuits;
import org.grokscope.figure.SampleForks;
import org.grokscope.figure.SampleHistories;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Panel;
import org.grokscope.run.RunHistory;

/** Every kind of figure, of runs made up for it. */
final class SampleFigures {
    /** A figure and the page it is drawn on. */
    record Figure(FigureContent content, PageSize size) {}

    private SampleFigures() {}

    /** Returns the figures by name. */
    static Map<String, Figure> all() {
        Map<String, Figure> figures = new LinkedHashMap<>();
        List<RunHistory> family = SampleForks.family();
        for (PagePreset preset : PagePreset.values()) {
            figures.put("timeline-" + preset.label(),
                    timeline(List.of(SampleHistories.grokked()), Panel.DEFAULT, preset));
        }
        figures.put("timeline-all",
                timeline(List.of(SampleHistories.grokked()), Arrays.asList(Panel.values()), PagePreset.DOUBLE));
        figures.put("timeline-forks", timeline(family, Panel.DEFAULT, PagePreset.DOUBLE));
        figures.put("timeline-forks-single", timeline(family, Panel.DEFAULT, PagePreset.SINGLE));
        figures.put("timeline-runs-single", timeline(Samples.runs(5), Panel.DEFAULT, PagePreset.SINGLE));
        figures.put("accuracy-runs", figure(TimelineContent.of(FigureName.of(Panel.ACCURACY), Samples.runs(12),
                List.of(Panel.ACCURACY), Optional.empty(), true), PagePreset.DOUBLE));
        figures.put("compare", figure(new CompareContent(Samples.runs(5), Measure.VALIDATION_ACCURACY,
                Alignment.GROKKING, false), PagePreset.SINGLE));
        for (PagePreset preset : List.of(PagePreset.SINGLE, PagePreset.DOUBLE)) {
            figures.put("small-multiples-" + preset.label(),
                    figure(new MultiplesContent(Samples.runs(5), MultiplesContent.USUAL, Alignment.START, false),
                            preset));
        }
        for (CircuitChart chart : CircuitChart.values()) {
            add(figures, new CircuitContent(chart, SampleHistories.grokked(), 8000, SampleCircuits.grokked(97)));
        }
        ForkPool pool = ForkPool.of(family, List.of("parent"), OptionalInt.empty());
        for (ForkChart chart : ForkChart.values()) {
            add(figures, new ForkContent(chart, List.of(family.getFirst()), pool, OptionalInt.empty()));
        }
        return figures;
    }

    private static void add(Map<String, Figure> figures, FigureContent content) {
        figures.put(content.name().key(), figure(content, PagePreset.SINGLE));
    }

    private static Figure timeline(List<RunHistory> runs, List<Panel> panels, PagePreset preset) {
        return figure(TimelineContent.of(FigureName.TIMELINE, runs, panels, Optional.empty(), false), preset);
    }

    private static Figure figure(FigureContent content, PagePreset preset) {
        return new Figure(content, PageSize.of(preset));
    }
}
