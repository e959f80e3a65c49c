package org.grokscope.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.grokscope.measure.NeuronPhases;
import org.grokscope.text.NumberText;
import org.jfree.chart.ui.RectangleInsets;

/** Which answers each neuron pushes, over those that it is active for: on the diagonal they are the same. */
final class PhasesPlot extends CircuitPlot {
    /** Stands where answers have no angles, or there are no neurons. */
    static final String NO_ANGLES = "no phases: the answers lie on no circle, or there is no MLP";
    private static final RectangleInsets ROOM = new RectangleInsets(0, 46, 42, 18);
    private static final List<List<Double>> QUARTERS = List.of(List.of(0.0, 0.5, 1.0), List.of(0.25, 0.75));
    private static final double DOT = 5;
    private static final double REACH = 7;
    private static final double WHOLE_TURN = 360;

    private Optional<NeuronPhases> phases = Optional.empty();
    private int chosen;

    PhasesPlot(FigureStyle style) {
        super(style, new LabelledAxis(style, false, PhasesPlot::degrees),
                new LabelledAxis(style, false, PhasesPlot::degrees));
        verticalTitle("angle it pushes, \u03c8");
        x().setLabel("angle it is active at, \u03b8");
        setRangeGridlinesVisible(false);
    }

    private static String degrees(double turns) {
        return Math.round(turns * WHOLE_TURN) + "\u00b0";
    }

    @Override
    void show(CircuitScene shown) {
        super.show(shown);
        phases = shown.activity().flatMap(it -> it.phases());
        chosen = phases.map(it -> chosen(it, shown)).orElse(0);
    }

    /** The frequency that is looked at; where neurons answer to others in a basis of their own, the one of most. */
    private static int chosen(NeuronPhases phases, CircuitScene shown) {
        if (shown.task().ownBasis().isEmpty() && phases.count(shown.frequency()) > 0) {
            return shown.frequency();
        }
        return phases.neurons().stream()
                .collect(Collectors.groupingBy(NeuronPhases.Neuron::frequency, Collectors.counting())).entrySet()
                .stream().max(Map.Entry.<Integer, Long>comparingByValue()
                        .thenComparing(Map.Entry.<Integer, Long>comparingByKey().reversed()))
                .map(Map.Entry::getKey).orElse(0);
    }

    @Override
    Heading heading(CircuitScene shown) {
        String title = CircuitChart.PHASES.title();
        if (phases.isEmpty()) {
            return new Heading(title, List.of(), List.of());
        }
        NeuronPhases seen = phases.get();
        if (seen.neurons().isEmpty()) {
            return new Heading(title, List.of("all neurons are inactive"), List.of());
        }
        int others = seen.neurons().size() - seen.count(chosen);
        return new Heading(title, List.of("alignment " + alignment(seen, 0) + " of 1 \u00b7 at k\u00a0=\u00a0" + chosen
                + ": " + alignment(seen, chosen)),
                List.of(new KeyEntry.Sign(NumberText.count(seen.count(chosen), "neuron") + " at k = " + chosen,
                        dot(0, 0),
                        style().synchronization().colour(), true),
                        new KeyEntry.Sign(NumberText.count(others) + " at other frequencies", dot(0, 0), others(),
                                true)));
    }

    private static String alignment(NeuronPhases phases, int frequency) {
        return NumberText.fixed(phases.alignment(frequency), 2).replace('-', '\u2212');
    }

    private Color others() {
        return style().mixed(style().muted(), 0.55);
    }

    @Override
    String missing(CircuitScene shown) {
        return shown.activity().isEmpty() ? READING : phases.isEmpty() ? NO_ANGLES : "";
    }

    @Override
    RectangleInsets room(Graphics2D g2) {
        return ROOM;
    }

    @Override
    void fit(Graphics2D g2, Rectangle2D data, CircuitScene shown) {
        x().show(0, 1, QUARTERS);
        y().show(0, 1, QUARTERS);
    }

    @Override
    void draw(Graphics2D g2, Rectangle2D data, CircuitScene shown) {
        g2.setPaint(style().grid());
        g2.setStroke(new BasicStroke(1f));
        g2.draw(data);
        g2.setPaint(style().muted());
        g2.setStroke(new BasicStroke(1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f, new float[]{4f, 3f}, 0f));
        g2.draw(new Line2D.Double(data.getMinX(), data.getMaxY(), data.getMaxX(), data.getMinY()));
        // Those that are looked at lie on top.
        List<NeuronPhases.Neuron> neurons = phases.stream().flatMap(it -> it.neurons().stream())
                .sorted(Comparator.comparing(it -> it.frequency() == chosen)).toList();
        for (NeuronPhases.Neuron neuron : neurons) {
            g2.setPaint(neuron.frequency() == chosen ? style().synchronization().colour() : others());
            g2.fill(dot(xOf(neuron.input(), data), yOf(neuron.output(), data)));
        }
        g2.setPaint(style().text());
        g2.setStroke(new BasicStroke(1.5f));
        neurons.stream().filter(it -> shown.neuron().neuron().equals(OptionalInt.of(it.index())))
                .forEach(it -> g2.draw(ring(data, it)));
    }

    private static Ellipse2D dot(double x, double y) {
        return new Ellipse2D.Double(x - DOT / 2, y - DOT / 2, DOT, DOT);
    }

    @Override
    Optional<ChartMark> markAt(Rectangle2D data, double atX, double atY, CircuitScene shown) {
        Function<NeuronPhases.Neuron, Double> away = it -> Math.hypot(xOf(it.input(), data) - atX,
                yOf(it.output(), data) - atY);
        return phases.stream().flatMap(it -> it.neurons().stream())
                .filter(it -> away.apply(it) <= REACH).min(Comparator.comparing(away))
                .map(it -> new ChartMark(words(it), ring(data, it), target(it, shown)));
    }

    private static MarkTarget target(NeuronPhases.Neuron neuron, CircuitScene shown) {
        return new MarkTarget.Neuron(neuron.index(), shown.task().ownBasis().isEmpty() ? neuron.frequency() : 0);
    }

    private Ellipse2D ring(Rectangle2D data, NeuronPhases.Neuron neuron) {
        double side = DOT + 4;
        return new Ellipse2D.Double(xOf(neuron.input(), data) - side / 2, yOf(neuron.output(), data) - side / 2, side,
                side);
    }

    private String words(NeuronPhases.Neuron neuron) {
        return "neuron " + neuron.index() + ", k = " + neuron.frequency() + ": active at " + degrees(neuron.input())
                + ", pushes " + degrees(neuron.output());
    }
}
