package org.grokscope.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Draws milestones and changes of λ: a dotted line through all panels and a label above the first. */
final class MilestoneFlags {
    private static final double ROW_GAP = 4;
    private static final double PADDING = 7;
    private static final BasicStroke RIM = new BasicStroke(1f);
    private static final int MOST_ROWS = 5;
    private static final BasicStroke DOTTED = new BasicStroke(1.3f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f,
            new float[]{1.5f, 3f}, 0f);

    /**
     * The room above the first panel.
     *
     * @param rows of labels
     * @param rowHeight of a label
     * @param lift space between the labels and the plot, for the first panel's title line
     */
    record Room(int rows, double rowHeight, double lift) {
        /** The room in a window, where labels are shortened when it is too little. */
        static Room onScreen(boolean tight) {
            return new Room(2, tight ? 15 : 17, 24);
        }

        double height() {
            return rows * (rowHeight + ROW_GAP) + lift - (rows == 0 ? 0 : ROW_GAP);
        }
    }

    /** A label as drawn. */
    record Flag(TimelineMark mark, String label, Rectangle2D bounds) {}

    private final FigureStyle style;

    MilestoneFlags(FigureStyle style) {
        this.style = style;
    }

    /** Returns the room in which no label has to be shortened, as far as there is one. */
    Room roomFor(Graphics2D g2, List<TimelineMark> all, TimelineGeometry geometry, double lift) {
        List<TimelineMark> marks = visible(all, geometry);
        FontMetrics metrics = g2.getFontMetrics(style.milestoneFont());
        for (int rows = marks.isEmpty() ? 0 : 1; rows < MOST_ROWS; rows++) {
            Room room = new Room(rows, 15, lift);
            if (marks.isEmpty()
                    || !place(metrics, marks, TimelineMark::fullLabel, geometry, room, true).isEmpty()) {
                return room;
            }
        }
        return new Room(MOST_ROWS, 15, lift);
    }

    private static List<TimelineMark> visible(List<TimelineMark> all, TimelineGeometry geometry) {
        return all.stream().filter(mark -> geometry.visible().contains(mark.step())).toList();
    }

    /**
     * Draws the marks that are visible.
     *
     * @param darkGround whether a panel, by its index, is dark in every style
     * @param room for their labels
     */
    List<Flag> draw(Graphics2D g2, List<TimelineMark> all, TimelineGeometry geometry, IntPredicate darkGround,
            Room room) {
        List<TimelineMark> marks = visible(all, geometry);
        g2.setFont(style.milestoneFont());
        FontMetrics metrics = g2.getFontMetrics();
        List<Flag> flags = place(metrics, marks, TimelineMark::fullLabel, geometry, room, true);
        if (flags.isEmpty()) {
            flags = place(metrics, marks, TimelineMark::briefLabel, geometry, room, false);
        }
        double top = geometry.plotArea().getMinY();
        for (int i = 0; i < marks.size(); i++) {
            drawPole(g2, marks.get(i), geometry, darkGround,
                    flags.isEmpty() ? top : flags.get(i).bounds().getMaxY() - 2);
        }
        for (Flag flag : flags) {
            drawFlag(g2, flag);
        }
        return flags;
    }

    /**
     * Finds room for all labels.
     *
     * @param touching whether every label must touch its line
     * @return nothing when there is no room
     */
    private static List<Flag> place(FontMetrics metrics, List<TimelineMark> marks, Function<TimelineMark, String> label,
            TimelineGeometry geometry, Room room, boolean touching) {
        Rectangle2D plot = geometry.plotArea();
        double[] poles = marks.stream().mapToDouble(mark -> geometry.xOf(mark.step())).toArray();
        double[] widths = marks.stream().mapToDouble(mark -> metrics.stringWidth(label.apply(mark)) + 2 * PADDING)
                .toArray();
        List<FlagRows.Place> places = new FlagRows(room.rows(), plot.getMinX() - 4, plot.getMaxX() + 18, ROW_GAP)
                .place(IntStream.range(0, poles.length).mapToDouble(i -> poles[i] - 1).toArray(), widths);
        if (touching && IntStream.range(0, places.size()).anyMatch(i -> !places.get(i).covers(poles[i]))) {
            return List.of();
        }
        double height = room.rowHeight();
        return IntStream.range(0, places.size()).mapToObj(i -> {
            TimelineMark mark = marks.get(i);
            FlagRows.Place place = places.get(i);
            double y = plot.getMinY() - room.lift() - height - place.row() * (height + ROW_GAP);
            return new Flag(mark, label.apply(mark),
                    new Rectangle2D.Double(place.left(), y, widths[i], height));
        }).toList();
    }

    private void drawPole(Graphics2D g2, TimelineMark mark, TimelineGeometry geometry, IntPredicate darkGround,
            double top) {
        double x = geometry.xOf(mark.step());
        g2.setStroke(DOTTED);
        double y = top;
        for (int i = 0; i < geometry.panels().size(); i++) {
            Rectangle2D panel = geometry.panels().get(i);
            g2.setPaint(colour(style, mark));
            g2.draw(new Line2D.Double(x, y, x, panel.getMinY()));
            g2.setPaint(colour(darkGround.test(i) ? FigureStyle.DARK : style, mark));
            g2.draw(new Line2D.Double(x, panel.getMinY(), x, panel.getMaxY()));
            y = panel.getMaxY();
        }
    }

    private void drawFlag(Graphics2D g2, Flag flag) {
        Rectangle2D bounds = flag.bounds();
        RoundRectangle2D box = new RoundRectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(),
                bounds.getHeight(), 6, 6);
        Color colour = colour(style, flag.mark());
        if (style.page()) {
            // Dark on light: where another typeface is wider than the box, no letter is lost on the white page.
            g2.setPaint(style.tint(colour));
            g2.fill(box);
            g2.setPaint(colour);
            g2.setStroke(RIM);
            g2.draw(box);
            g2.setPaint(style.text());
        } else {
            g2.setPaint(colour);
            g2.fill(box);
            g2.setPaint(style.onMilestone());
        }
        new AlignedText(flag.label(), TextSide.CENTRE, bounds.getCenterX(), bounds.getCenterY()).draw(g2);
    }

    private static Color colour(FigureStyle style, TimelineMark mark) {
        return mark.milestone().map(milestone -> style.milestones().getOrDefault(milestone, style.muted()))
                .orElse(style.muted());
    }
}
