package org.grokscope.figure;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.grokscope.text.StepLabel;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** How many neurons need how many frequencies to hold 90% of their power, with the median. */
final class RanksPlot extends CircuitPlot {
    private static final RectangleInsets ROOM = new RectangleInsets(0, 46, 42, 18);
    private static final double THICKEST = 26;
    private static final double LABEL_ROOM = 18;
    private static final int SHORT_AXIS = 10;
    private static final int LONGER_AXIS = 20;

    private int[] ranks = {};
    private double median = Double.NaN;

    RanksPlot(FigureStyle style) {
        super(style, new LabelledAxis(style, false, StepLabel::of), new LabelledAxis(style, false, StepLabel::of));
        x().setLabel("frequencies that hold 90% of a neuron");
        verticalTitle("neurons");
    }

    @Override
    void show(CircuitScene shown) {
        super.show(shown);
        ranks = shown.activity().map(activity -> activity.neurons().ranks()).orElse(new int[0]);
        median = shown.activity().map(activity -> activity.neurons().medianRank()).orElse(Double.NaN);
    }

    @Override
    Heading heading(CircuitScene shown) {
        String remark = shown.activity().isEmpty()
                ? READING
                : ranks.length == 0
                        ? "all neurons are inactive"
                        : "median " + medianText() + " of " + shown.task().basis().frequencies() + " \u00b7 "
                                + count(ranks.length)
                                + "\u00a0neurons";
        return new Heading(CircuitChart.RANKS.title(), List.of(remark), List.of());
    }

    private String medianText() {
        return median == Math.rint(median) ? count(Math.round(median)) : String.format(Locale.ROOT, "%.1f", median);
    }

    @Override
    String missing(CircuitScene shown) {
        return shown.activity().isEmpty() ? READING : "";
    }

    @Override
    RectangleInsets room(Graphics2D g2) {
        return ROOM;
    }

    @Override
    void fit(Graphics2D g2, Rectangle2D data, CircuitScene shown) {
        int frequencies = shown.task().basis().frequencies();
        int greatest = ranks.length == 0 ? frequencies : ranks[ranks.length - 1];
        int last = greatest <= SHORT_AXIS ? SHORT_AXIS : greatest <= LONGER_AXIS ? LONGER_AXIS : frequencies;
        last = Math.min(last, frequencies);
        x().setLabel(shown.task().basis().word(2) + " that hold 90% of a neuron");
        x().show(0.5, last + 0.5, List.of(List.of(1.0),
                wholeNumbers(last)));
        int most = 1;
        for (int rank = 1; rank <= last; rank++) {
            most = Math.max(most, neurons(rank));
        }
        double upper = most / Math.max(0.3, 1 - LABEL_ROOM / data.getHeight());
        y().show(0, upper, ranks.length == 0 ? List.of() : List.of(wholeNumbers(upper)));
    }

    @Override
    Optional<ChartMark> markAt(Rectangle2D data, double atX, double atY, CircuitScene shown) {
        int last = (int) Math.floor(x().getUpperBound());
        int rank = (int) Math.round(x().java2DToValue(atX, data, RectangleEdge.BOTTOM));
        if (rank < 1 || rank > last) {
            return Optional.empty();
        }
        String words = count(neurons(rank)) + (neurons(rank) == 1 ? " neuron needs " : " neurons need ") + rank + " "
                + shown.task().basis().word(rank);
        return Optional.of(new ChartMark(words, bar(data, rank, thick(data, last)), MarkTarget.ITSELF));
    }

    private Rectangle2D bar(Rectangle2D data, int rank, double thick) {
        double top = yOf(neurons(rank), data);
        return new Rectangle2D.Double(xOf(rank, data) - thick / 2, top, thick, data.getMaxY() - top);
    }

    private static double thick(Rectangle2D data, int last) {
        return Math.clamp(0.76 * data.getWidth() / last, 1, THICKEST);
    }

    private int neurons(int rank) {
        return (int) Arrays.stream(ranks).filter(each -> each == rank).count();
    }

    @Override
    void draw(Graphics2D g2, Rectangle2D data, CircuitScene shown) {
        int last = (int) Math.floor(x().getUpperBound());
        g2.setPaint(style().rank().colour());
        for (int rank = 1; rank <= last; rank++) {
            g2.fill(bar(data, rank, thick(data, last)));
        }
        if (ranks.length > 0) {
            double at = xOf(median, data);
            g2.setPaint(style().text());
            g2.setStroke(
                    new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f, new float[]{4f, 3f}, 0f));
            g2.draw(new Line2D.Double(at, data.getMinY() + LABEL_ROOM, at, data.getMaxY()));
            g2.setFont(style().mediumFont());
            String name = "median " + medianText();
            double half = g2.getFontMetrics().stringWidth(name) / 2.0;
            new AlignedText(name, TextSide.CENTRE,
                    Math.clamp(at, data.getMinX() + half, data.getMaxX() - half), data.getMinY() + LABEL_ROOM / 2)
                    .draw(g2);
        }
    }
}
