package org.grokscope.workbench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.grokscope.analysis.ForkPool;
import org.grokscope.figure.CircuitChart;
import org.grokscope.figure.ForkChart;
import org.grokscope.figure.StepRange;
import org.grokscope.figure.TimelineRun;
import org.grokscope.figure.export.FigureContent;
import org.grokscope.figure.export.FigureName;
import org.grokscope.figure.export.ForkContent;
import org.grokscope.figure.export.TimelineContent;
import org.grokscope.measure.Alarm;
import org.grokscope.measure.Panel;
import org.grokscope.run.RunHistory;
import org.grokscope.workbench.export.ExportOffer;

/** What can be exported of what the window shows at this moment. */
final class Exportable {
    private final WorkbenchModel model;

    Exportable(WorkbenchModel model) {
        this.model = model;
    }

    /**
     * Offers all figures there are.
     *
     * @param wanted the one to propose; without one, that of the page that is shown
     * @return empty when there is nothing to draw
     */
    Optional<ExportOffer> offer(Optional<FigureName> wanted) {
        Map<FigureName, Supplier<FigureContent>> figures = new LinkedHashMap<>();
        for (FigureName name : FigureName.all()) {
            switch (name.shows()) {
                case FigureName.Shows.Panels(List<Panel> usual) -> timeline(figures, name, usual);
                case FigureName.Shows.Forks(ForkChart chart) -> forks(figures, name, chart);
                case FigureName.Shows.Composed _ -> {
                    // Its parts stand in a file.
                }
                case FigureName.Shows.Compared _ -> model.compare().content()
                        .ifPresent(content -> figures.put(name, () -> content));
                case FigureName.Shows.Multiples _ -> model.compare().multiplesContent()
                        .ifPresent(content -> figures.put(name, () -> content));
                case FigureName.Shows.Leads _ -> model.compare().leadContent()
                        .ifPresent(content -> figures.put(name, () -> content));
                case FigureName.Shows.Circuit(CircuitChart chart) -> {
                    if (model.circuit().readable()) {
                        figures.put(name, () -> model.circuit().content(chart));
                    }
                }
            }
        }
        FigureName first = wanted.orElseGet(this::ofPage);
        return figures.keySet().stream().findFirst()
                .map(any -> new ExportOffer(figures, figures.containsKey(first) ? first : any));
    }

    private FigureName ofPage() {
        return switch (model.page().get()) {
            case TIMELINE -> FigureName.TIMELINE;
            case COMPARE -> model.compare().apartProperty().get() ? FigureName.MULTIPLES : FigureName.COMPARE;
            case CIRCUIT -> FigureName.of(model.circuit().explained());
            case FORKS -> FigureName.of(ForkChart.DELAY);
        };
    }

    private void timeline(Map<FigureName, Supplier<FigureContent>> figures, FigureName name,
            List<Panel> usual) {
        List<TimelineRun> shown = model.timeline().runsProperty().get();
        List<RunHistory> runs = Stream.concat(shown.stream().filter(TimelineRun::primary),
                shown.stream().filter(run -> !run.primary()))
                .map(TimelineRun::history).filter(run -> !run.evaluations().isEmpty()).toList();
        if (runs.isEmpty()) {
            return;
        }
        List<Panel> panels = name == FigureName.TIMELINE ? model.timeline().panelsProperty().get() : usual;
        Optional<StepRange> part = model.timeline().followingProperty().get()
                ? Optional.empty()
                : Optional.of(model.timeline().visibleProperty().get());
        List<Alarm> further = model.moved().further().get();
        boolean logarithmic = model.timeline().logAxisProperty().get();
        figures.put(name, () -> TimelineContent.of(name, runs, panels, part, logarithmic).with(further));
    }

    private void forks(Map<FigureName, Supplier<FigureContent>> figures, FigureName name, ForkChart chart) {
        ForkPool pool = model.forks().pool();
        List<RunHistory> named = model.runs().selection().get().stream().flatMap(id -> model.runs().run(id).stream())
                .toList();
        OptionalInt step = model.forks().wantedStepProperty().get();
        if (!pool.branches().isEmpty()) {
            figures.put(name, () -> new ForkContent(chart, named, pool, step));
        }
    }
}
