package org.grokscope.figure;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.grokscope.measure.LawCell;
import org.grokscope.measure.Spread;
import org.grokscope.text.PlainNumber;
import org.grokscope.text.StepLabel;

/** Δt against λ on logarithmic axes, where the law is a line of slope -1. */
final class LogLogPlot extends ForkPlot {
    private static final double PADDING = 1.3;

    LogLogPlot(FigureStyle style) {
        super(style, new LabelledAxis(style, true, PlainNumber::of), new LabelledAxis(style, true, StepLabel::of));
        x().setLabel("weight decay \u03bb");
        verticalTitle("\u0394t (steps)");
    }

    @Override
    Heading heading(boolean cramped) {
        List<String> remarks = new ArrayList<>();
        remarks.add("steps from fork to grokking"
                + (pool().law().fit().isPresent() ? ", dashed: slope\u00a0\u22121" : ""));
        List<String> notes = new ArrayList<>();
        long without = pool().branches().stream().filter(branch -> branch.weightDecay() <= 0).count();
        if (without > 0) {
            notes.add(without + (without == 1 ? " branch" : " branches")
                    + " with \u03bb\u00a00 not drawn: a logarithm has no\u00a00");
        }
        leftOut().ifPresent(notes::add);
        pool().law().fit().ifPresent(fit -> notes.add("slope of the means " + DelaySummary.slope(fit.slope())));
        return new Heading(ForkChart.LOG_LOG.title(), remarks, notes, List.of());
    }

    @Override
    boolean fit(Graphics2D g2, Rectangle2D data) {
        List<LawCell> cells = shown().toList();
        double least = cells.stream().mapToDouble(LawCell::weightDecay).min().orElse(1);
        double greatest = cells.stream().mapToDouble(LawCell::weightDecay).max().orElse(10);
        x().show(least / PADDING, greatest * PADDING, List.of(cells.stream().map(LawCell::weightDecay).toList()));
        double shortest = grokked().mapToDouble(cell -> low(cell.delay())).min().orElse(100);
        double longest = grokked().mapToDouble(cell -> high(cell.delay())).max().orElse(1000);
        double lower = shortest / PADDING;
        double upper = longest * PADDING * (grokked().count() < cells.size() ? PADDING : 1);
        y().show(lower, upper, LabelledAxis.decades(lower, upper));
        return true;
    }

    private Stream<LawCell> shown() {
        return pool().law().cells().stream().filter(cell -> cell.weightDecay() > 0)
                .filter(cell -> cell.delay().count() > 0 || !cell.notGrokked().isEmpty());
    }

    private Stream<LawCell> grokked() {
        return pool().law().fitted().stream();
    }

    /** The lower end of an error bar; a bar that would reach 0 has no place on a logarithm and is as long as the upper. */
    private static double low(Spread delay) {
        return delay.mean() / (high(delay) / delay.mean());
    }

    private static double high(Spread delay) {
        return delay.count() > 1 ? delay.mean() + delay.deviation() : delay.mean();
    }

    @Override
    void drawContents(Graphics2D g2, Rectangle2D data) {
        drawn().clear();
        pool().law().fit().ifPresent(fit -> drawCurve(g2, data, data, fit.paper()::delay));
        shown().forEach(cell -> {
            ForkMarker marker = ForkMarker.of(cell.weightDecay(), pool().control(cell.weightDecay()));
            double middle = xOf(cell.weightDecay(), data);
            if (cell.delay().count() > 0) {
                g2.setPaint(marker.colour());
                g2.setStroke(new BasicStroke(2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
                g2.draw(new Line2D.Double(middle, yOf(low(cell.delay()), data), middle,
                        yOf(high(cell.delay()), data)));
                mark(cell, middle, yOf(cell.delay().mean(), data));
                marker.fill(g2, middle, yOf(cell.delay().mean(), data), ForkMarker.RADIUS, style().background());
            }
            if (!cell.notGrokked().isEmpty()) {
                markOpen(cell, middle, data.getMinY() + 9);
                marker.beyond(g2, middle, data.getMinY() + 9, ForkMarker.RADIUS, style().background());
            }
        });
    }
}
