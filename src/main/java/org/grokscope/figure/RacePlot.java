package org.grokscope.figure;

import java.awt.BasicStroke;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.grokscope.analysis.RaceEntry;
import org.grokscope.text.StepLabel;
import org.jfree.chart.ui.RectangleInsets;

/** The median lead of each precursor against its rate of false alarms, with the intervals of both: one mark a precursor. */
final class RacePlot extends CardPlot {
    private static final RectangleInsets ROOM = new RectangleInsets(0, 56, 42, 30);
    private static final double RADIUS = 4;
    private static final double LABEL_GAP = 7;
    private static final double LINE = 13;
    private static final float WIDTH = 1f;

    private List<RaceEntry> entries = List.of();

    RacePlot(FigureStyle style) {
        super(style, new LabelledAxis(style, false, share -> Math.round(100 * share) + "%"),
                new LabelledAxis(style, false, step -> StepLabel.of(step).replace('-', '\u2212')));
        x().setLabel("false alarms, of the runs that end without grokking");
        verticalTitle("median lead (steps)");
    }

    void show(List<RaceEntry> shown) {
        entries = shown.stream().filter(it -> Double.isFinite(it.medianLead()) && Double.isFinite(it.falseRate()))
                .toList();
    }

    @Override
    Heading heading(boolean cramped) {
        return new Heading("Lead against false alarms",
                List.of("up and to the left is better; lines are 95% intervals"), List.of());
    }

    @Override
    RectangleInsets room(Graphics2D g2) {
        return ROOM;
    }

    @Override
    boolean fit(Graphics2D g2, Rectangle2D data) {
        x().show(-0.04, 1.04, List.of(List.of(0.0, 0.5, 1.0), List.of(0.25, 0.75)));
        double low = Math.min(0, leads().min().orElse(0));
        double high = Math.max(0, leads().max().orElse(1000));
        double air = 0.08 * Math.max(1, high - low);
        y().show(low - air, high + air, List.of(List.of(0.0), LabelledAxis.round(low - air, high + air)));
        return true;
    }

    private DoubleStream leads() {
        return entries.stream().flatMapToDouble(it -> DoubleStream.concat(DoubleStream.of(it.medianLead()),
                it.medianInterval().stream().flatMapToDouble(all -> DoubleStream.of(all.low(), all.high()))));
    }

    @Override
    void drawContents(Graphics2D g2, Rectangle2D data) {
        g2.setFont(style().labelFont());
        FontMetrics metrics = g2.getFontMetrics();
        List<Rectangle2D> taken = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            RaceEntry entry = entries.get(i);
            double x = xOf(entry.falseRate(), data);
            double y = yOf(entry.medianLead(), data);
            g2.setPaint(style().series(i).colour());
            g2.setStroke(new BasicStroke(WIDTH));
            entry.medianInterval().ifPresent(
                    it -> g2.draw(new Line2D.Double(x, yOf(it.low(), data), x, yOf(it.high(), data))));
            entry.falseInterval().ifPresent(
                    it -> g2.draw(new Line2D.Double(xOf(it.low(), data), y, xOf(it.high(), data), y)));
            g2.fill(new Ellipse2D.Double(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS));
            g2.setPaint(style().text());
            Rectangle2D place = place(metrics.stringWidth(entry.precursor().name()), x, y, data, taken);
            taken.add(place);
            g2.drawString(entry.precursor().name(), (float) place.getX(),
                    (float) (place.getCenterY() + Heading.middleToBaseline(metrics)));
        }
    }

    /** Names stand to the right of their marks, and to the left where there is no room; those that would touch make way. */
    private static Rectangle2D place(double width, double x, double y, Rectangle2D data, List<Rectangle2D> taken) {
        double left = x + RADIUS + LABEL_GAP + width <= data.getMaxX()
                ? x + RADIUS + LABEL_GAP - 3
                : x - RADIUS - LABEL_GAP + 3 - width;
        for (int shift = 0; shift < 40; shift++) {
            double middle = y + (shift % 2 == 0 ? 1 : -1) * ((shift + 1) / 2) * LINE;
            Rectangle2D place = new Rectangle2D.Double(left, middle - LINE / 2, width, LINE);
            if (taken.stream().noneMatch(place::intersects) && place.getMinY() >= data.getMinY()
                    && place.getMaxY() <= data.getMaxY()) {
                return place;
            }
        }
        return new Rectangle2D.Double(left, y - LINE / 2, width, LINE);
    }
}
