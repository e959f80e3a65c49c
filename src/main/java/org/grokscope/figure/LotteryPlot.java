package org.grokscope.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grokscope.measure.NeuronCourse;
import org.grokscope.text.NumberText;
import org.grokscope.text.StepLabel;
import org.jfree.chart.ui.RectangleInsets;

/** How the frequencies inside one neuron fared from checkpoint to checkpoint: many begin alike, and one wins. */
final class LotteryPlot extends CircuitPlot {
    /** Stands where no neuron was chosen. */
    static final String NOT_CHOSEN = "click a neuron in the chart of phases";
    private static final RectangleInsets ROOM = new RectangleInsets(0, 46, 42, 18);
    /** What never held this share of the neuron is drawn in grey. */
    private static final double LEADING_SHARE = 0.1;
    private static final int MOST_LEADING = 6;
    private static final double REACH = 8;

    private Optional<NeuronCourse> course = Optional.empty();
    private List<Integer> leading = List.of();

    LotteryPlot(FigureStyle style) {
        super(style, new LabelledAxis(style, false, StepLabel::of),
                new LabelledAxis(style, false, CircuitPlot::percent));
        x().setLabel("training step");
        verticalTitle("share of its power");
    }

    @Override
    void show(CircuitScene shown) {
        super.show(shown);
        course = shown.neuron().course();
        leading = course.map(it -> it.leading(LEADING_SHARE, MOST_LEADING)).orElse(List.of());
    }

    @Override
    Heading heading(CircuitScene shown) {
        if (course.isEmpty()) {
            return new Heading(CircuitChart.LOTTERY.title(), List.of(), List.of());
        }
        NeuronCourse told = course.get();
        List<KeyEntry> key = new ArrayList<>();
        leading.forEach(k -> key.add(new KeyEntry.Line("k\u00a0=\u00a0" + k, SeriesStyle.solid(colour(k)), 2f)));
        String won = told.winner() == 0
                ? "inactive in the end"
                : "in the end k\u00a0=\u00a0" + told.winner() + " holds "
                        + percent(told.share(told.steps().size() - 1, told.winner()));
        return new Heading("Frequencies inside neuron " + told.neuron(), List.of(won), key);
    }

    @Override
    String missing(CircuitScene shown) {
        return shown.neuron().neuron().isEmpty() ? NOT_CHOSEN : course.isEmpty() ? READING : "";
    }

    @Override
    RectangleInsets room(Graphics2D g2) {
        return ROOM;
    }

    @Override
    void fit(Graphics2D g2, Rectangle2D data, CircuitScene shown) {
        double last = course.map(it -> (double) Math.max(1, it.steps().getLast())).orElse(1.0);
        x().show(0, last, course.isEmpty() ? List.of() : List.of(LabelledAxis.round(0, last)));
        y().show(0, 1, List.of(List.of(0.0, 0.5, 1.0), List.of(0.25, 0.75)));
    }

    private Color colour(int k) {
        return style().series(leading.indexOf(k)).colour();
    }

    @Override
    void draw(Graphics2D g2, Rectangle2D data, CircuitScene shown) {
        NeuronCourse told = course.orElseThrow();
        g2.setPaint(style().mixed(style().muted(), 0.4));
        g2.setStroke(new BasicStroke(0.8f));
        for (int k = 1; k <= told.frequencies(); k++) {
            if (!leading.contains(k)) {
                g2.draw(curve(data, told, k));
            }
        }
        if (!style().page()) {
            g2.setPaint(style().muted());
            g2.setStroke(new BasicStroke(1f));
            double at = xOf(shown.neuron().step(), data);
            g2.draw(new Line2D.Double(at, data.getMinY(), at, data.getMaxY()));
        }
        for (int k : leading.reversed()) {
            g2.setPaint(colour(k));
            g2.setStroke(new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g2.draw(curve(data, told, k));
            for (int i = 0; i < told.steps().size(); i++) {
                g2.fill(new Ellipse2D.Double(xOf(told.steps().get(i), data) - 2, yOf(told.share(i, k), data) - 2, 4,
                        4));
            }
        }
    }

    private Path2D curve(Rectangle2D data, NeuronCourse told, int k) {
        Path2D curve = new Path2D.Double();
        for (int i = 0; i < told.steps().size(); i++) {
            double x = xOf(told.steps().get(i), data);
            double y = yOf(told.share(i, k), data);
            if (i == 0) {
                curve.moveTo(x, y);
            } else {
                curve.lineTo(x, y);
            }
        }
        return curve;
    }

    @Override
    Optional<ChartMark> markAt(Rectangle2D data, double atX, double atY, CircuitScene shown) {
        NeuronCourse told = course.orElseThrow();
        ChartMark nearest = null;
        double distance = REACH;
        for (int i = 0; i < told.steps().size(); i++) {
            for (int k : leading) {
                double x = xOf(told.steps().get(i), data);
                double y = yOf(told.share(i, k), data);
                double away = Math.hypot(x - atX, y - atY);
                if (away <= distance) {
                    distance = away;
                    nearest = new ChartMark("k = " + k + " at step " + NumberText.count(told.steps().get(i)) + ": "
                            + finePercent(told.share(i, k)) + " of the neuron",
                            new Ellipse2D.Double(x - 4, y - 4, 8, 8),
                            shown.task().ownBasis().isEmpty() ? new MarkTarget.Frequency(k) : MarkTarget.ITSELF);
                }
            }
        }
        return Optional.ofNullable(nearest);
    }
}
