package org.grokscope.figure;

import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.IntStream;
import org.grokscope.text.StepLabel;
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
    private static final double PAGE_LEFT = 60;
    private static final double PAGE_RIGHT = 20;
    private static final double PAGE_GAP = 12;
    /** How much wider another typeface may be. */
    private static final double WIDER = 1.15;
    /** Left and right of the legend. */
    private static final double EDGE = 10;
    private static final double BOTTOM = 40;
    private static final double MARGIN = 4;
    private static final double TITLE_LINE = 34;
    private static final double TIGHT_TITLE_LINE = 27;
    /** Height of a panel and its title under which everything moves closer. */
    private static final double TIGHT_PANEL = 90;

    private final StepAxis axis;
    private final FigureStyle style;
    private final MilestoneFlags flags;
    private final GhostFlags ghostFlags;
    private double pageRight = PAGE_RIGHT;
    private List<TimelineMark> marks = List.of();
    private Heading legend = new Heading("", List.of(), List.of());
    private @Nullable TimelineGeometry geometry;
    private List<MilestoneFlags.Flag> drawnFlags = List.of();
    private List<GrokGhost> ghosts = List.of();
    private List<GhostFlags.Drawn> drawnGhosts = List.of();

    TimelinePlot(StepAxis axis, FigureStyle style, List<PanelPlot> panels) {
        super(axis);
        this.axis = axis;
        this.style = style;
        this.flags = new MilestoneFlags(style);
        this.ghostFlags = new GhostFlags(style);
        // What changes is told once for a whole batch, by the figure.
        setNotify(false);
        panels.forEach(this::add);
    }

    List<TimelineMark> marks() {
        return marks;
    }

    void marks(List<TimelineMark> shown) {
        marks = List.copyOf(shown);
    }

    /** Sets where grokking is expected. */
    void ghosts(List<GrokGhost> expected) {
        ghosts = List.copyOf(expected);
    }

    /** Returns the expected grokkings as last drawn. */
    List<GhostFlags.Drawn> drawnGhosts() {
        return drawnGhosts;
    }

    /** Sets what stands above a page. */
    void legend(List<KeyEntry> entries) {
        legend = new Heading("", List.of(), entries);
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
        double top = area.getY() + MARGIN;
        Rectangle2D whole = (Rectangle2D) area.clone();
        MilestoneFlags.Room room = style.page() ? layPageOut(g2, area) : layWindowOut(area);

        PlotRenderingInfo drawn = info == null ? new PlotRenderingInfo(null) : info;
        super.draw(g2, area, anchor, parentState, drawn);
        List<Rectangle2D> areas = IntStream.range(0, drawn.getSubplotCount())
                .mapToObj(i -> drawn.getSubplotInfo(i).getDataArea()).toList();
        if (areas.size() < panels || areas.stream().anyMatch(Rectangle2D::isEmpty)) {
            geometry = null;
            drawnFlags = List.of();
            drawnGhosts = List.of();
            return;
        }
        TimelineGeometry now = new TimelineGeometry(axis.scale(), axis.visible(), areas);
        geometry = now;
        drawnFlags = flags.draw(g2, marks, now, i -> panel(i).darkGround(), room);
        legend.draw(g2, style, whole.getX() + EDGE, top, whole.getWidth() - 2 * EDGE);
        for (int i = 0; i < panels; i++) {
            panel(i).drawWords(g2, areas.get(i));
        }
        drawnGhosts = ghostFlags.draw(g2, ghosts, now);
    }

    /** In a window that is low everything moves closer. */
    private MilestoneFlags.Room layWindowOut(Rectangle2D area) {
        boolean tight = area.getHeight() / getSubplots().size() < TIGHT_PANEL;
        axis.setLabel(tight ? null : "training step");
        setFixedDomainAxisSpace(bottomSpace(tight ? 20 : BOTTOM), false);
        setGap(tight ? TIGHT_TITLE_LINE : TITLE_LINE);
        MilestoneFlags.Room room = MilestoneFlags.Room.onScreen(tight);
        setInsets(new RectangleInsets(room.height() + MARGIN, 0, MARGIN, 0), false);
        return room;
    }

    /** On a page, legend, labels and keys get the room that they need to be complete. */
    private MilestoneFlags.Room layPageOut(Graphics2D g2, Rectangle2D area) {
        pageRight = pageRight(g2);
        double width = Math.max(1, area.getWidth() - left() - right());
        double head = 0;
        for (int i = 0; i < getSubplots().size(); i++) {
            head = Math.max(head, panel(i).headRoom(g2, width));
        }
        axis.setLabel("training step");
        setFixedDomainAxisSpace(bottomSpace(BOTTOM), false);
        setGap(PAGE_GAP + head);
        MilestoneFlags.Room room = flags.roomFor(g2, marks, new TimelineGeometry(axis.scale(), axis.visible(),
                List.of(new Rectangle2D.Double(area.getX() + left(), area.getY(), width, 1))),
                panel(0).headRoom(g2, width) + MARGIN);
        double above = legend.height(g2, style, area.getWidth() - 2 * EDGE);
        setInsets(new RectangleInsets(MARGIN + above + (above == 0 ? 0 : MARGIN) + room.height(), 0, MARGIN, 0), false);
        return room;
    }

    private double left() {
        return style.page() ? PAGE_LEFT : LEFT;
    }

    private double right() {
        return style.page() ? pageRight : RIGHT;
    }

    /** Half of the label at the end of the axis hangs over, and in another typeface a little more. */
    private double pageRight(Graphics2D g2) {
        double label = g2.getFontMetrics(style.labelFont()).stringWidth(StepLabel.of(axis.visible().upper()));
        return Math.max(PAGE_RIGHT, WIDER * label / 2 + MARGIN);
    }

    private PanelPlot panel(int i) {
        return (PanelPlot) getSubplots().get(i);
    }

    /** Keeps the left and right end of the plots where they are, whatever the labels. */
    @Override
    protected AxisSpace calculateAxisSpace(Graphics2D g2, Rectangle2D plotArea) {
        AxisSpace space = super.calculateAxisSpace(g2, plotArea);
        space.setLeft(left());
        space.setRight(right());
        return space;
    }

    private static AxisSpace bottomSpace(double bottom) {
        AxisSpace space = new AxisSpace();
        space.setBottom(bottom);
        return space;
    }
}
