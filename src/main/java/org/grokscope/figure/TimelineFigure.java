package org.grokscope.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.grokscope.measure.Alarm;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Milestone;
import org.grokscope.measure.Panel;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;

/**
 * The timeline of a run: a stack of charts on one axis of training steps. Every point is kept; what is drawn is
 * reduced to the pixels it covers. It draws alike on any {@link Graphics2D}. Not safe for use by several threads.
 */
public final class TimelineFigure {
    private final FigureStyle style;
    private final StepAxis axis;
    private final List<PanelPlot> panels;
    private final TimelinePlot plot;
    private final JFreeChart chart;
    private OptionalInt revealed = OptionalInt.empty();
    private List<Alarm> alarms = List.of();

    /**
     * Makes a figure without runs.
     *
     * @param shown the panels, from the top; at least one
     * @throws IllegalArgumentException when there is no panel
     */
    public TimelineFigure(FigureStyle style, List<Panel> shown) {
        if (shown.isEmpty()) {
            throw new IllegalArgumentException("A timeline shows at least one panel.");
        }
        this.style = style;
        this.axis = new StepAxis(style);
        this.panels = shown.stream().map(panel -> Panels.of(panel, style)).toList();
        this.plot = new TimelinePlot(axis, style, panels);
        this.chart = CleanChart.of(plot, style);
        update(List.of(), StepRange.whole(List.of()), false);
    }

    /** Returns the chart, to be shown or exported. */
    public JFreeChart chart() {
        return chart;
    }

    /** Returns the figure's style. */
    public FigureStyle style() {
        return style;
    }

    /** Replaces what is drawn, in one batch: listeners of the chart hear of it once. */
    public void update(List<TimelineRun> runs, StepRange visible, boolean logarithmic) {
        axis.show(visible, StepScale.of(logarithmic, runs));
        panels.forEach(panel -> panel.show(runs));
        Optional<TimelineRun> primary = TimelineRun.primaryOf(runs);
        plot.marks(primary.map(run -> TimelineMark.of(run.history(), alarms)).orElse(List.of()).stream()
                .filter(mark -> mark.step() <= revealed.orElse(Integer.MAX_VALUE)).toList());
        plot.legend(style.page() ? RunLegend.of(runs, style) : List.of());
        if (runs.isEmpty()) {
            panels.getFirst().hint("Choose a run to see its timeline");
        } else if (runs.stream().allMatch(run -> run.drawn().isEmpty())) {
            panels.getFirst().hint("Waiting for the first evaluation");
        }
        chart.fireChartChanged();
    }

    /**
     * Draws curves and marks up to this step only, on axes that leave room for all; from the next update on. Empty draws
     * them whole.
     */
    public void revealUpTo(OptionalInt step) {
        revealed = step;
        panels.forEach(panel -> panel.revealUpTo(step));
    }

    /** Marks where alarms ring that stand for no milestone, and their levels, from the next update on. */
    public void alarms(List<Alarm> further) {
        alarms = List.copyOf(further);
        panels.forEach(panel -> panel.alarms(further));
    }

    /** Shows where grokking is expected, from the next update on. */
    public void ghosts(List<GrokGhost> expected) {
        plot.ghosts(expected);
    }

    /** Returns the expected grokking whose flag or interval is at a place of the drawing, if one is. */
    public Optional<GrokGhost> ghostAt(double x, double y) {
        return plot.drawnGhosts().stream().filter(it -> it.covers(x, y)).map(GhostFlags.Drawn::ghost).findFirst();
    }

    /** Lets the curves of one run stand out, from the next update on; empty, or a run that is not shown, lets none. */
    public void highlight(Optional<String> run) {
        panels.forEach(panel -> panel.highlight(run));
    }

    private List<Rectangle2D> areas() {
        return geometry().map(TimelineGeometry::panels).orElse(List.of());
    }

    /** Returns the id of the run whose curve is at a place of the drawing, if one is. */
    public Optional<String> runAt(double x, double y) {
        List<Rectangle2D> areas = areas();
        for (int i = 0; i < areas.size(); i++) {
            if (areas.get(i).contains(x, y)) {
                return panels.get(i).near(x, y, areas.get(i)).map(NearCurve::run);
            }
        }
        return Optional.empty();
    }

    /** Returns where the curves stand at a step, as they were last drawn. */
    public List<CurveDot> dotsAt(int step) {
        List<Rectangle2D> areas = areas();
        List<CurveDot> dots = new ArrayList<>();
        for (int i = 0; i < areas.size(); i++) {
            dots.addAll(panels.get(i).dotsAt(step, areas.get(i)));
        }
        return dots;
    }

    /** Returns the alarm whose level is at a place of the drawing, if one is. */
    public Optional<MovableAlarm> levelAt(double x, double y) {
        List<Rectangle2D> areas = areas();
        for (int i = 0; i < areas.size(); i++) {
            Rectangle2D area = areas.get(i);
            if (area.getMinX() <= x && x <= area.getMaxX() && area.getMinY() - 1 <= y && y <= area.getMaxY() + 1) {
                return panels.get(i).levelAt(y, area);
            }
        }
        return Optional.empty();
    }

    /** Returns what a height of the drawing stands for in the panel of a measure; NaN where that is not shown. */
    public double valueAt(Measure measure, double y) {
        return panelOf(measure).map(i -> valueAxis(i).java2DToValue(y, area(i), RectangleEdge.LEFT)).orElse(Double.NaN);
    }

    /** Returns the height at which a value of a measure lies; NaN where that is not shown. */
    public double heightOf(Measure measure, double value) {
        return panelOf(measure).map(i -> valueAxis(i).valueToJava2D(value, area(i), RectangleEdge.LEFT))
                .orElse(Double.NaN);
    }

    private Optional<Integer> panelOf(Measure measure) {
        int drawn = geometry().map(it -> it.panels().size()).orElse(0);
        return IntStream.range(0, Math.min(drawn, panels.size())).boxed()
                .filter(i -> Measure.of(panels.get(i).panel()).contains(measure)).findFirst();
    }

    private ValueAxis valueAxis(int i) {
        return panels.get(i).getRangeAxis();
    }

    private Rectangle2D area(int i) {
        return geometry().orElseThrow().panels().get(i);
    }

    /** Returns the frequency whose row of the heat map is at a place of the drawing, if one is. */
    public OptionalInt frequencyAt(double x, double y) {
        return heatMap().filter(i -> area(i).contains(x, y)).map(i -> OptionalInt
                .of(Math.clamp(Math.round(valueAxis(i).java2DToValue(y, area(i), RectangleEdge.LEFT)), 1,
                        (int) valueAxis(i).getUpperBound())))
                .orElse(OptionalInt.empty());
    }

    /** Returns where the row of a frequency is in the heat map, where it is shown and has one. */
    public Optional<Rectangle2D> rowOf(int k) {
        return heatMap().filter(i -> k >= 1 && k < valueAxis(i).getUpperBound()).map(i -> {
            double top = valueAxis(i).valueToJava2D(k + 0.5, area(i), RectangleEdge.LEFT);
            double bottom = valueAxis(i).valueToJava2D(k - 0.5, area(i), RectangleEdge.LEFT);
            return new Rectangle2D.Double(area(i).getX(), top, area(i).getWidth(), bottom - top);
        });
    }

    private Optional<Integer> heatMap() {
        return IntStream.range(0, Math.min(areas().size(), panels.size())).boxed()
                .filter(i -> panels.get(i).panel() == Panel.EMBEDDING_POWER && panels.get(i).darkGround()).findFirst();
    }

    /** Leaves the place of this step's label on the axis empty, for a mark that is laid over the figure. */
    public void leaveRoomAt(OptionalInt step) {
        axis.leaveRoomAt(step);
    }

    /** Draws the figure; returns where the panels are, or nothing when there is no room for them. */
    public Optional<TimelineGeometry> draw(Graphics2D g2, Rectangle2D area) {
        chart.draw(g2, area, null, new ChartRenderingInfo(null));
        return geometry();
    }

    /** Returns where the panels were last drawn, also when the chart was drawn by others. */
    public Optional<TimelineGeometry> geometry() {
        return Optional.ofNullable(plot.geometry());
    }

    /** Returns the step of the milestone or change of λ whose label is at a place of the drawing. */
    public OptionalInt markAt(double x, double y) {
        return plot.flags().stream().filter(flag -> flag.bounds().contains(x, y)).mapToInt(flag -> flag.mark().step())
                .findFirst();
    }

    /** Returns what the label at a place stands for: a milestone's title, or a change of λ; empty where there is none. */
    public Optional<String> termAt(double x, double y) {
        return plot.flags().stream().filter(flag -> flag.bounds().contains(x, y)).findFirst()
                .map(flag -> flag.mark().milestone().isPresent() ? flag.mark().title() : "weight decay \u03bb");
    }

    /** Returns where the label of a milestone was drawn last, if it was. */
    public Optional<Rectangle2D> flagOf(Milestone milestone) {
        return plot.flags().stream().filter(flag -> flag.mark().milestone().equals(Optional.of(milestone))).findFirst()
                .map(MilestoneFlags.Flag::bounds);
    }

    /** Returns what each panel shows as numbers, from the top. */
    public List<CurveAxis> plotted() {
        return panels.stream().map(PanelPlot::plotted).toList();
    }

    /** Returns the labels of what is marked on the step axis, by their steps. */
    public SequencedMap<Integer, String> marked() {
        SequencedMap<Integer, String> labels = new TreeMap<>();
        plot.marks().forEach(mark -> labels.merge(mark.step(), mark.fullLabel(), (one, other) -> one + ", " + other));
        return labels;
    }

    /** Returns the labels as last drawn. */
    List<MilestoneFlags.Flag> flags() {
        return plot.flags();
    }
}
