package org.grokscope.figure;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.grokscope.analysis.FamilyBranch;
import org.grokscope.measure.BranchOutcome;
import org.grokscope.measure.LawCell;
import org.grokscope.text.PlainNumber;
import org.grokscope.text.StepLabel;
import org.jspecify.annotations.Nullable;

/** Δt against λ, with error bars over draws and C/λ; branches that have not grokked stand at the top edge. */
final class DelayPlot extends ForkPlot {
    private static final double LINE = 16;
    private static final double ROW = 14;
    private static final double AIR = 6;
    private static final int ROWS = 2;
    /** Steps that the axis shows when no branch has any. */
    private static final double SOME_STEPS = 1000;

    private @Nullable Rectangle2D summaryPlace;
    private double strip;

    DelayPlot(FigureStyle style) {
        super(style, new LabelledAxis(style, false, PlainNumber::of), new LabelledAxis(style, false, StepLabel::of));
        x().setLabel("weight decay \u03bb");
        verticalTitle("\u0394t (steps)");
    }

    @Override
    Heading heading(boolean cramped) {
        List<String> remarks = new ArrayList<>();
        if (!pool().families().isEmpty()) {
            remarks.add((pool().name().isEmpty() ? "" : pool().name() + ", ") + pool().place()
                    + (pool().draws() > 1 ? ", mean and deviation over " + pool().draws() + "\u00a0draws" : "")
                    + pool().resolution().stream().mapToObj(steps -> ", measured every\u00a0" + steps + "\u00a0steps")
                            .findFirst()
                            .orElse(""));
        }
        List<String> notes = new ArrayList<>();
        if (cramped && style().page()) {
            notes.addAll(summary());
        } else if (cramped) {
            remarks.add(String.join(" \u00b7 ", DelaySummary.of(pool())));
        }
        if (style().page()) {
            leftOut().ifPresent(notes::add);
        }
        return new Heading(ForkChart.DELAY.title(), remarks, notes, List.of());
    }

    @Override
    boolean fit(Graphics2D g2, Rectangle2D data) {
        List<LawCell> cells = pool().law().cells();
        double greatest = cells.stream().mapToDouble(DelayPlot::top).max().orElse(0);
        if (greatest == 0) {
            greatest = cells.stream().flatMap(cell -> cell.notGrokked().stream())
                    .mapToDouble(BranchOutcome.NotGrokked::steps).max().orElse(0);
        }
        strip = open().isEmpty() ? 0 : ROWS * ROW + 24;
        double share = Math.max(0.2, (data.getHeight() - strip - 10) / data.getHeight());
        double upper = Math.max(greatest, SOME_STEPS / 10) / share;
        y().show(0, upper, List.of(LabelledAxis.round(0, upper)));
        double strongest = cells.isEmpty() ? 0 : cells.getLast().weightDecay();
        List<Double> wanted = cells.stream().map(LawCell::weightDecay).toList();
        x().show(0, strongest > 0 ? 1.08 * strongest : 1, List.of(wanted));
        summaryPlace = summaryPlace(g2, data);
        return summaryPlace != null;
    }

    /** The upper end of a cell's error bar, or its longest delay. */
    private static double top(LawCell cell) {
        double bar = cell.delay().mean() + (cell.delay().count() > 1 ? cell.delay().deviation() : 0);
        double longest = cell.grokked().stream().mapToDouble(BranchOutcome.Grokked::delay).max().orElse(0);
        return Math.max(longest, Double.isFinite(bar) ? bar : 0);
    }

    private List<LawCell> open() {
        return pool().law().cells().stream().filter(cell -> !cell.notGrokked().isEmpty()).toList();
    }

    /** Returns what is said of the law: in a paper, where the caption says the rest, in one line. */
    private List<String> summary() {
        return inALine() ? DelaySummary.briefly(pool()) : DelaySummary.of(pool());
    }

    private boolean inALine() {
        return style().page() && !style().headed();
    }

    private Font font(int line) {
        return line == 0 && !inALine() ? style().titleFont() : style().labelFont();
    }

    /** Looks for a free place at the right, from the top down. */
    private @Nullable Rectangle2D summaryPlace(Graphics2D g2, Rectangle2D data) {
        List<String> lines = summary();
        double width = 0;
        for (int i = 0; i < lines.size(); i++) {
            FontMetrics metrics = g2.getFontMetrics(font(i));
            width = Math.max(width, metrics.stringWidth(lines.get(i)));
        }
        List<Rectangle2D> taken = taken(data);
        Path2D curve = curve(data, this::law);
        for (double top = data.getMinY() + strip + AIR; top + lines.size() * LINE < data.getMaxY() - AIR; top += 4) {
            Rectangle2D place = new Rectangle2D.Double(data.getMaxX() - width - AIR, top, width, lines.size() * LINE);
            boolean free = place.getX() > data.getX() && taken.stream().noneMatch(place::intersects)
                    && !touches(curve, place);
            if (free) {
                return place;
            }
        }
        return null;
    }

    private static boolean touches(Path2D curve, Rectangle2D place) {
        double[] point = new double[6];
        Rectangle2D roomy = new Rectangle2D.Double(place.getX() - AIR, place.getY() - AIR,
                place.getWidth() + 2 * AIR, place.getHeight() + 2 * AIR);
        for (var at = curve.getPathIterator(null); !at.isDone(); at.next()) {
            at.currentSegment(point);
            if (roomy.contains(point[0], point[1])) {
                return true;
            }
        }
        return false;
    }

    private List<Rectangle2D> taken(Rectangle2D data) {
        List<Rectangle2D> taken = new ArrayList<>();
        for (LawCell cell : pool().law().fitted()) {
            double middle = xOf(cell.weightDecay(), data);
            double reach = Double.isFinite(cell.delay().deviation()) ? cell.delay().deviation() : 0;
            double top = Math.min(yOf(top(cell), data), yOf(cell.delay().mean() + reach, data)) - 12;
            double shortest = cell.grokked().stream().mapToDouble(BranchOutcome.Grokked::delay).min().orElse(0);
            double bottom = Math.max(yOf(shortest, data), yOf(cell.delay().mean() - reach, data)) + 12;
            taken.add(new Rectangle2D.Double(middle - 12, top, 24, bottom - top));
        }
        return taken;
    }

    private double law(double weightDecay) {
        return pool().law().fit().map(fit -> fit.paper().delay(weightDecay)).orElse(Double.NaN);
    }

    @Override
    void drawContents(Graphics2D g2, Rectangle2D data) {
        drawn().clear();
        if (pool().law().fit().isPresent()) {
            drawCurve(g2, data, new Rectangle2D.Double(data.getX(), data.getY() + strip, data.getWidth(),
                    data.getHeight() - strip), this::law);
        }
        pool().law().cells().stream().filter(cell -> cell.delay().count() > 0)
                .forEach(cell -> drawCell(g2, data, cell));
        drawOpen(g2, data);
        drawSummary(g2);
    }

    private void drawCell(Graphics2D g2, Rectangle2D data, LawCell cell) {
        ForkMarker marker = ForkMarker.of(cell.weightDecay(), pool().control(cell.weightDecay()));
        double middle = xOf(cell.weightDecay(), data);
        g2.setPaint(marker.colour());
        if (cell.delay().count() > 1) {
            double reach = cell.delay().deviation();
            g2.setStroke(new BasicStroke(2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
            g2.draw(new Line2D.Double(middle, Math.min(data.getMaxY(), yOf(cell.delay().mean() - reach, data)), middle,
                    yOf(cell.delay().mean() + reach, data)));
            for (FamilyBranch branch : branches(cell, BranchOutcome.Grokked.class)) {
                double at = yOf(((BranchOutcome.Grokked) branch.outcome()).delay(), data);
                g2.fill(new Ellipse2D.Double(middle + 7.5, at - 1.5, 3, 3));
                drawn().add(BranchWords.of(branch), new Ellipse2D.Double(middle + 5, at - 4, 8, 8),
                        BranchWords.target(branch));
            }
        }
        mark(cell, middle, yOf(cell.delay().mean(), data));
        marker.fill(g2, middle, yOf(cell.delay().mean(), data), ForkMarker.RADIUS, style().background());
    }

    /** Draws the cells with branches that have not grokked, and says how many and how long at least. */
    private void drawOpen(Graphics2D g2, Rectangle2D data) {
        List<LawCell> open = open();
        double middle = data.getMinY() + strip - 10;
        for (LawCell cell : open) {
            markOpen(cell, xOf(cell.weightDecay(), data), middle);
            ForkMarker.of(cell.weightDecay(), pool().control(cell.weightDecay())).beyond(g2,
                    xOf(cell.weightDecay(), data), middle, ForkMarker.RADIUS, style().background());
        }
        g2.setFont(style().labelFont());
        FontMetrics metrics = g2.getFontMetrics();
        for (Function<LawCell, String> wording : List.<Function<LawCell, String>>of(DelaySummary::open,
                DelaySummary::openBriefly)) {
            List<String> labels = open.stream().map(wording).toList();
            List<FlagRows.Place> places = new FlagRows(ROWS, data.getMinX() + 2, data.getMaxX() + 10, 10).place(
                    open.stream().mapToDouble(cell -> xOf(cell.weightDecay(), data) - ForkMarker.RADIUS).toArray(),
                    labels.stream().mapToDouble(metrics::stringWidth).toArray());
            if (!places.isEmpty()) {
                drawLabels(g2, data, labels, places);
                return;
            }
        }
    }

    private void drawLabels(Graphics2D g2, Rectangle2D data, List<String> labels, List<FlagRows.Place> places) {
        g2.setPaint(style().muted());
        for (int i = 0; i < labels.size(); i++) {
            double middle = data.getMinY() + (ROWS - 1 - places.get(i).row()) * ROW + ROW / 2 - 4;
            g2.drawString(labels.get(i), (float) places.get(i).left(),
                    (float) (middle + Heading.middleToBaseline(g2.getFontMetrics())));
        }
    }

    private void drawSummary(Graphics2D g2) {
        Rectangle2D place = summaryPlace;
        if (place == null) {
            return;
        }
        // No grid line runs through words.
        g2.setPaint(style().background());
        g2.fill(place);
        List<String> lines = summary();
        for (int i = 0; i < lines.size(); i++) {
            g2.setFont(font(i));
            g2.setPaint(i == 0 ? style().text() : style().muted());
            g2.drawString(lines.get(i), (float) place.getX(), (float) (place.getY() + (i + 0.5) * LINE
                    + Heading.middleToBaseline(g2.getFontMetrics())));
        }
    }
}
