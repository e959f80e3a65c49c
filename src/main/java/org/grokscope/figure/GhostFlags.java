package org.grokscope.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws where grokking is expected: in the first panel a bar over the interval for each, in the middle of it a pole through all
 * panels, and a flag that is not filled, for it is a ghost.
 */
final class GhostFlags {
    private static final double ROW = 20;
    private static final double HEIGHT = 16;
    private static final double PADDING = 6;
    private static final double ABOVE = 4;
    private static final int FAINT = 60;
    private static final BasicStroke RIM = new BasicStroke(1.2f);
    private static final BasicStroke POLE = new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f,
            new float[]{5f, 4f}, 0f);

    /** A ghost as drawn: its flag, or the bar where that is what is pointed at. */
    record Drawn(GrokGhost ghost, Rectangle2D flag, Rectangle2D bar) {
        boolean covers(double x, double y) {
            return flag.contains(x, y) || bar.contains(x, y);
        }
    }

    private final FigureStyle style;

    GhostFlags(FigureStyle style) {
        this.style = style;
    }

    /** Draws those whose row fits into the first panel. */
    List<Drawn> draw(Graphics2D g2, List<GrokGhost> ghosts, TimelineGeometry geometry) {
        List<Drawn> drawn = new ArrayList<>();
        Rectangle2D first = geometry.panels().getFirst();
        for (int row = 0; row < ghosts.size() && ABOVE + (row + 1) * ROW <= first.getHeight(); row++) {
            drawn.add(draw(g2, ghosts.get(row), geometry, first.getMinY() + ABOVE + row * ROW));
        }
        return drawn;
    }

    private Drawn draw(Graphics2D g2, GrokGhost ghost, TimelineGeometry geometry, double y) {
        Rectangle2D plot = geometry.plotArea();
        Color colour = ghost.colour(style);
        double left = Math.clamp(geometry.xOf(ghost.prediction().low()), plot.getMinX(), plot.getMaxX());
        double right = Math.clamp(geometry.xOf(ghost.prediction().high()), plot.getMinX(), plot.getMaxX());
        Rectangle2D bar = new Rectangle2D.Double(left, y, Math.max(1, right - left), HEIGHT);
        g2.setPaint(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), FAINT));
        g2.fill(bar);
        g2.setPaint(colour);
        double x = geometry.xOf(ghost.prediction().expected());
        if (geometry.visible().contains(ghost.prediction().expected())) {
            g2.setStroke(POLE);
            g2.draw(new Line2D.Double(x, y, x, plot.getMaxY()));
        }
        return new Drawn(ghost, flag(g2, ghost, Math.clamp(x, plot.getMinX(), plot.getMaxX()), plot, bar), bar);
    }

    private Rectangle2D flag(Graphics2D g2, GrokGhost ghost, double pole, Rectangle2D plot, Rectangle2D bar) {
        g2.setFont(style.milestoneFont());
        double width = g2.getFontMetrics().stringWidth(ghost.label()) + 2 * PADDING;
        double left = Math.max(plot.getMinX(), Math.min(pole, plot.getMaxX() - width));
        RoundRectangle2D box = new RoundRectangle2D.Double(left, bar.getY(), width, HEIGHT, 6, 6);
        g2.setPaint(style.background());
        g2.fill(box);
        g2.setPaint(ghost.colour(style));
        g2.setStroke(RIM);
        g2.draw(box);
        g2.setPaint(style.text());
        new AlignedText(ghost.label(), TextSide.CENTRE, box.getCenterX(), box.getCenterY()).draw(g2);
        return box.getBounds2D();
    }
}
