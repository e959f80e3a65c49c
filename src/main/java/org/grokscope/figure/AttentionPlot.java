package org.grokscope.figure;

import java.awt.BasicStroke;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.grokscope.measure.AttentionPattern;

/** What the last position attends to, a bar a position in each head. */
final class AttentionPlot extends BarePlot {
    private static final double NAME_LINE = 15;
    private static final double HEAD_GAP = 0.28;
    private static final double LEAST_NAMED = 34;

    AttentionPlot(FigureStyle style) {
        super(style);
    }

    @Override
    Heading heading(CircuitScene shown) {
        boolean none = shown.activity().isPresent() && shown.activity().get().attention().blocks() == 0;
        return new Heading(CircuitChart.ATTENTION.title(),
                none ? List.of() : List.of("a row a block, a group a head; mean over all pairs"), List.of());
    }

    @Override
    String missing(CircuitScene shown) {
        return shown.activity().isEmpty()
                ? READING
                : shown.activity().get().attention().blocks() == 0 ? "This network has no attention." : "";
    }

    @Override
    void fit(Graphics2D g2, Rectangle2D data, CircuitScene shown) {
        x().show(0, 1, List.of());
        y().show(0, 1, List.of());
    }

    @Override
    void draw(Graphics2D g2, Rectangle2D data, CircuitScene shown) {
        shown.activity().ifPresent(activity -> drawPattern(g2, data, activity.attention()));
    }

    private void drawPattern(Graphics2D g2, Rectangle2D data, AttentionPattern pattern) {
        drawn().clear();
        g2.setFont(style().labelFont());
        FontMetrics metrics = g2.getFontMetrics();
        double names = metrics.stringWidth("block 0") + 10;
        double column = (data.getWidth() - names) / pattern.heads();
        double row = data.getHeight() / pattern.blocks();
        for (int block = 0; block < pattern.blocks(); block++) {
            double top = data.getY() + block * row;
            double base = top + row - NAME_LINE;
            g2.setPaint(style().muted());
            new AlignedText("block " + block, TextSide.LEFT, data.getX(), (top + base) / 2 + 4).draw(g2);
            for (int head = 0; head < pattern.heads(); head++) {
                drawHead(g2, pattern, block, head, new Rectangle2D.Double(data.getX() + names + head * column,
                        top + NAME_LINE, column * (1 - HEAD_GAP), base - top - NAME_LINE));
            }
        }
    }

    /** Draws a head's bars; a full bar is all of its attention. */
    private void drawHead(Graphics2D g2, AttentionPattern pattern, int block, int head, Rectangle2D place) {
        int positions = pattern.positions().size();
        double step = place.getWidth() / positions;
        for (int position = 0; position < positions; position++) {
            double weight = pattern.weight(block, head, position);
            double middle = place.getX() + (position + 0.5) * step;
            double thick = Math.max(1, 0.74 * step);
            double height = place.getHeight() * weight;
            drawn().add("block " + block + ", head " + head + ": " + finePercent(weight) + " of its attention is on "
                    + pattern.positions().get(position),
                    new Rectangle2D.Double(middle - step / 2, place.getY(), step, place.getHeight()),
                    MarkTarget.ITSELF);
            g2.setPaint(style().ground());
            g2.fill(new Rectangle2D.Double(middle - thick / 2, place.getY(), thick, place.getHeight()));
            g2.setPaint(style().train().colour());
            g2.fill(new Rectangle2D.Double(middle - thick / 2, place.getMaxY() - height, thick, height));
            if (place.getWidth() >= LEAST_NAMED) {
                g2.setPaint(style().muted());
                new AlignedText(pattern.positions().get(position), TextSide.CENTRE, middle,
                        place.getMaxY() + NAME_LINE / 2).draw(g2);
            }
        }
        g2.setPaint(style().muted());
        g2.setStroke(new BasicStroke(1f));
        g2.draw(new Line2D.Double(place.getX(), place.getMaxY(), place.getMaxX(), place.getMaxY()));
        if (block == 0 && place.getWidth() >= LEAST_NAMED) {
            new AlignedText("head " + head, TextSide.CENTRE, place.getCenterX(), place.getY() - NAME_LINE / 2)
                    .draw(g2);
        }
    }
}
