package org.grokscope.figure;

import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.PlotState;
import org.jfree.chart.ui.RectangleInsets;
import org.jspecify.annotations.Nullable;

/** The stack of panels on one step axis, with the milestones through all of them. */
final class TimelinePlot extends CombinedDomainXYPlot {
    private static final double LEFT = 50;
    private static final double RIGHT = 30;
    private static final double TITLE_LINE = 34;
    private static final double TIGHT_TITLE_LINE = 27;
    /** Height of a panel and its title under which everything moves closer. */
    private static final double TIGHT_PANEL = 90;

    private final StepAxis axis;
    private final MilestoneFlags flags;
    private List<TimelineMark> marks = List.of();
    private @Nullable TimelineGeometry geometry;
    private List<MilestoneFlags.Flag> drawnFlags = List.of();

    TimelinePlot(StepAxis axis, FigureStyle style, List<PanelPlot> panels) {
        super(axis);
        this.axis = axis;
        this.flags = new MilestoneFlags(style);
        // What changes is told once for a whole batch, by the figure.
        setNotify(false);
        panels.forEach(this::add);
    }

    void marks(List<TimelineMark> shown) {
        marks = List.copyOf(shown);
    }

    /** Returns where the panels were last drawn; null before that, or when there was no room. */
    @Nullable
    TimelineGeometry geometry() {
        return geometry;
    }

    /** Returns the labels of the marks as last drawn. */
    List<MilestoneFlags.Flag> flags() {
        return drawnFlags;
    }

    @Override
    public void draw(Graphics2D g2, Rectangle2D area, @Nullable Point2D anchor, @Nullable PlotState parentState,
            @Nullable PlotRenderingInfo info) {
        int panels = getSubplots().size();
        boolean tight = area.getHeight() / panels < TIGHT_PANEL;
        double titleLine = tight ? TIGHT_TITLE_LINE : TITLE_LINE;
        double bottom = tight ? 20 : 40;
        axis.setLabel(tight ? null : "training step");
        setFixedDomainAxisSpace(bottomSpace(bottom), false);
        setGap(titleLine);
        setInsets(new RectangleInsets(MilestoneFlags.height(tight) + 4, 0, 4, 0), false);

        PlotRenderingInfo drawn = info == null ? new PlotRenderingInfo(null) : info;
        super.draw(g2, area, anchor, parentState, drawn);
        List<Rectangle2D> areas = IntStream.range(0, drawn.getSubplotCount())
                .mapToObj(i -> drawn.getSubplotInfo(i).getDataArea()).toList();
        if (areas.size() < panels || areas.stream().anyMatch(Rectangle2D::isEmpty)) {
            geometry = null;
            drawnFlags = List.of();
            return;
        }
        TimelineGeometry now = new TimelineGeometry(axis.scale(), axis.visible(), areas);
        geometry = now;
        drawnFlags = flags.draw(g2, marks, now, i -> panel(i).darkGround(), tight);
        for (int i = 0; i < panels; i++) {
            panel(i).drawWords(g2, areas.get(i));
        }
    }

    private PanelPlot panel(int i) {
        return (PanelPlot) getSubplots().get(i);
    }

    /** Keeps the left and right end of the plots where they are, whatever the labels. */
    @Override
    protected AxisSpace calculateAxisSpace(Graphics2D g2, Rectangle2D plotArea) {
        AxisSpace space = super.calculateAxisSpace(g2, plotArea);
        space.setLeft(LEFT);
        space.setRight(RIGHT);
        return space;
    }

    private static AxisSpace bottomSpace(double bottom) {
        AxisSpace space = new AxisSpace();
        space.setBottom(bottom);
        return space;
    }
}
