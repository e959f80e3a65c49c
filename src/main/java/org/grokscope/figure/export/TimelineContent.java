package org.grokscope.figure.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.grokscope.analysis.Comparison;
import org.grokscope.figure.CurveAxis;
import org.grokscope.figure.DrawnPanels;
import org.grokscope.figure.FigureStyle;
import org.grokscope.figure.PageRuns;
import org.grokscope.figure.RunLooks;
import org.grokscope.figure.SeriesStyle;
import org.grokscope.figure.StepRange;
import org.grokscope.figure.TimelineFigure;
import org.grokscope.figure.TimelineGeometry;
import org.grokscope.figure.TimelineRun;
import org.grokscope.measure.Alarm;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Panel;
import org.grokscope.run.EvaluationLine;
import org.grokscope.run.RunHistory;
import org.grokscope.text.PlainNumber;

/**
 * Runs over their steps.
 *
 * @param panels from the top
 * @param part the stretch of steps that is shown; empty for the whole
 * @param alarms that are marked and stand for no milestone
 */
public record TimelineContent(FigureName name, List<TimelineRun> shown, List<Panel> panels,
        Optional<StepRange> part, boolean logarithmic, List<Alarm> alarms) implements FigureContent {
    private static final double PANEL_HEIGHT = 92;
    private static final double LONE_PANEL = 0.55;
    private static final double PANEL_GAP = 28;
    private static final double AROUND = 92;
    private static final double LEGEND_LINE = 16;
    private static final double LEGEND_ENTRY = 165;

    public TimelineContent {
        shown = List.copyOf(shown);
        panels = List.copyOf(panels);
        alarms = List.copyOf(alarms);
    }

    /** Marks no alarms but those of milestones. */
    public TimelineContent(FigureName name, List<TimelineRun> shown, List<Panel> panels, Optional<StepRange> part,
            boolean logarithmic) {
        this(name, shown, panels, part, logarithmic, List.of());
    }

    /** Returns this figure with other alarms marked. */
    public TimelineContent with(List<Alarm> further) {
        return new TimelineContent(name, shown, panels, part, logarithmic, further);
    }

    /**
     * Makes the timeline or one of its panels.
     *
     * @param runs the first is the one whose milestones and heat map are shown
     * @throws org.grokscope.text.InvalidSetting when there are more than can be told apart
     */
    public static TimelineContent of(FigureName name, List<RunHistory> runs, List<Panel> panels,
            Optional<StepRange> part, boolean logarithmic) {
        return new TimelineContent(name, PageRuns.of(runs),
                name == FigureName.TIMELINE ? DrawnPanels.of(panels, runs) : panels, part, logarithmic);
    }

    @Override
    public TimelineContent in(Map<String, SeriesStyle> looks) {
        List<TimelineRun> dressed = shown.stream().map(run -> new TimelineRun(run.history(),
                looks.getOrDefault(run.history().head().id(), run.style()), run.primary(), run.fromStep())).toList();
        return new TimelineContent(name, dressed, panels, part, logarithmic, alarms);
    }

    @Override
    public List<RunHistory> named() {
        return runs();
    }

    @Override
    public List<RunHistory> runs() {
        return shown.stream().map(TimelineRun::history).toList();
    }

    private TimelineFigure figure(FigureStyle style) {
        TimelineFigure figure = new TimelineFigure(style, panels);
        figure.alarms(alarms);
        figure.update(shown, visible(), logarithmic);
        return figure;
    }

    /** With several runs a curve is called by its run, once. */
    @Override
    public Optional<Plotted> plotted() {
        TimelineFigure figure = figure(FigureStyle.page(false));
        List<String> labels = TimelineRun.labels(shown);
        List<String> ids = shown.stream().map(run -> run.history().head().id()).toList();
        List<CurveAxis> axes = figure.plotted().stream().map(axis -> shown.size() == 1
                ? axis
                : new CurveAxis(axis.title(), axis.logarithmic(), axis.low(), axis.high(), axis.curves().stream()
                        .map(it -> it.called(it.width() < 1 ? "" : labels.get(ids.indexOf(it.run())))).toList(),
                        axis.levels(), axis.heat()))
                .toList();
        return Optional.of(new Plotted(axes, "training step", visible().lower(), visible().upper(), logarithmic,
                figure.marked()));
    }

    @Override
    public List<byte[]> heat(PageSize size) {
        return panels.contains(Panel.EMBEDDING_POWER)
                ? PgfFile.firstImage(Page.of(new TimelineContent(FigureName.of(Panel.EMBEDDING_POWER), shown,
                        List.of(Panel.EMBEDDING_POWER), part, logarithmic), PageSize.of(size.preset())))
                : List.of();
    }

    @Override
    public PageDrawing drawing(FigureStyle style) {
        TimelineFigure figure = figure(style);
        return (g2, area) -> figure.draw(g2, area).map(TimelineGeometry::plotArea).orElseGet(Rectangle2D.Double::new);
    }

    /** Returns this figure over another stretch of steps. */
    TimelineContent over(StepRange steps) {
        return new TimelineContent(name, shown, panels, Optional.of(steps), logarithmic, alarms);
    }

    StepRange visible() {
        return part.orElseGet(() -> StepRange.whole(shown));
    }

    @Override
    public double usualHeight(double width) {
        int looks = shown.size() < 2 ? 0 : shown.size();
        double legend = LEGEND_LINE * Math.ceil(looks * LEGEND_ENTRY / width);
        double plots = panels.size() == 1
                ? LONE_PANEL * width
                : panels.size() * PANEL_HEIGHT + (panels.size() - 1) * PANEL_GAP;
        return plots + AROUND + legend;
    }

    /**
     * What metrics.jsonl has under a key.
     *
     * @param foot the least value that the axis shows, if it has one and the table is of what is shown
     */
    private record Logged(String key, Column column, OptionalDouble foot) {}

    /** What metrics.jsonl has of these panels; as shown, that is the part that is drawn and of each run what is drawn of it. */
    @Override
    public void table(boolean raw, Rows rows) {
        for (TimelineRun run : shown) {
            List<Logged> wanted = panels.stream().filter(panel -> raw || run.primary() || !ofPrimaryAlone(panel))
                    .flatMap(panel -> panel.logged().stream())
                    .filter(key -> raw || run.primary() || !key.equals(Measure.FSD_NULL_95.key())).distinct()
                    .map(key -> new Logged(key, Column.logged(key), raw ? OptionalDouble.empty() : foot(key))).toList();
            for (Evaluation evaluation : raw ? run.history().evaluations() : run.drawn()) {
                if (raw || visible().contains(evaluation.step())) {
                    ObjectNode logged = EvaluationLine.write(evaluation);
                    for (Logged each : wanted) {
                        if (logged.has(each.key())) {
                            add(rows, evaluation.step(), run.history(), each, logged.get(each.key()));
                        }
                    }
                }
            }
        }
    }

    private static boolean ofPrimaryAlone(Panel panel) {
        return panel == Panel.EMBEDDING_POWER || panel == Panel.WEIGHT_NORM_BY_GROUP;
    }

    /** Returns the least value that the axis of a measure shows, if it has one. */
    private static OptionalDouble foot(String key) {
        return Measure.curves().stream().anyMatch(it -> it.key().equals(key) && it.scale() == Measure.Scale.LOG)
                ? OptionalDouble.of(Comparison.LEAST_LOSS)
                : OptionalDouble.empty();
    }

    private static void add(Rows rows, int step, RunHistory run, Logged logged, JsonNode value) {
        if (value instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                rows.add(step, run, logged.column().part(i + 1), text(array.get(i)));
            }
        } else if (value instanceof ObjectNode groups) {
            groups.properties()
                    .forEach(
                            group -> rows.add(step, run, logged.column().part(group.getKey()), text(group.getValue())));
        } else if (logged.foot().isPresent() && value.isNumber() && value.asDouble() < logged.foot().getAsDouble()) {
            rows.add(step, run, logged.column(), logged.foot().getAsDouble());
        } else {
            rows.add(step, run, logged.column(), text(value));
        }
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "" : value.asText();
    }

    @Override
    public void describe(ObjectNode settings) {
        panels.forEach(panel -> settings.withArray("panels").add(FigureName.of(panel).key()));
        settings.put("fromStep", visible().lower()).put("toStep", visible().upper())
                .put("logarithmicSteps", logarithmic);
        alarmTexts().forEach(text -> settings.withArray("alarms").add(text));
    }

    /** Returns the alarms as they are typed, those first that stand in a milestone's place. */
    private List<String> alarmTexts() {
        List<String> texts = new ArrayList<>();
        shown.getFirst().history().moved()
                .forEach((milestone, alarm) -> texts.add(milestone.key() + ":" + alarm.text()));
        alarms.forEach(alarm -> texts.add(alarm.text()));
        return texts.stream().sorted().toList();
    }

    @Override
    public List<String> warnings() {
        return RunLooks.warnings(shown.size());
    }

    @Override
    public List<String> options() {
        List<String> options = new ArrayList<>();
        if (name == FigureName.TIMELINE && !panels.equals(Panel.DEFAULT)) {
            options.add("--panels");
            options.add(panels.stream().map(panel -> FigureName.of(panel).key()).collect(Collectors.joining(",")));
        }
        if (logarithmic) {
            options.add("--log");
        }
        alarmTexts().forEach(text -> options.addAll(List.of("--alarm", text)));
        part.ifPresent(range -> options.addAll(List.of("--from", PlainNumber.of(range.lower()), "--to",
                PlainNumber.of(range.upper()))));
        return options;
    }
}
