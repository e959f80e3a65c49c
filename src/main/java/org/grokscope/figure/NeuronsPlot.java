package org.grokscope.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.grokscope.measure.CircuitActivity;
import org.grokscope.measure.CircuitDifference;
import org.grokscope.measure.CircuitReading;
import org.grokscope.measure.FrequencySynchronization;
import org.grokscope.task.Basis;

/** The share of neurons that have each frequency as their strongest, and the share at which the FSD has its ceiling. */
final class NeuronsPlot extends FrequencyPlot {
    private static final double NAMED_SHARE = 0.1;

    private double[] shares = {};
    private double[] besideShares = {};

    NeuronsPlot(FigureStyle style) {
        super(style);
        verticalTitle("share of the neurons");
    }

    @Override
    void show(CircuitScene shown) {
        super.show(shown);
        shares = shown.activity().map(activity -> activity.neurons().participation(1))
                .orElseGet(() -> new double[shown.task().basis().frequencies()]);
        besideShares = shown.beside().flatMap(CircuitReading::activity)
                .map(activity -> activity.neurons().participation(1)).orElseGet(() -> new double[0]);
    }

    @Override
    Heading heading(CircuitScene shown) {
        List<String> remarks = new ArrayList<>(
                List.of(shown.activity().map(it -> remark(it, shown.task().basis())).orElse(READING)));
        if (besideShares.length > 0) {
            remarks.addAll(differences(shown));
        }
        return new Heading("Neurons per dominant " + shown.task().basis().word(1), remarks, besideKey(shown));
    }

    private static String remark(CircuitActivity activity, Basis basis) {
        FrequencySynchronization neurons = activity.neurons();
        int peak = neurons.peakFrequency();
        if (peak == 0) {
            return "all neurons are inactive";
        }
        long on = Math.round(neurons.participation(1)[peak - 1] * neurons.neurons());
        int inactive = neurons.neurons() - neurons.ranks().length;
        return count(on) + " of " + count(neurons.neurons()) + "\u00a0neurons on "
                + basis.label(peak).replace(' ', '\u00a0')
                + String.format(Locale.ROOT, " \u00b7 FSD\u00a0%.2f", neurons.degree(1)).replace('-', '\u2212')
                + (inactive == 0 ? "" : " \u00b7 " + count(inactive) + "\u00a0silent");
    }

    @Override
    String missing(CircuitScene shown) {
        return shown.activity().isEmpty() ? READING : "";
    }

    @Override
    double greatest(CircuitScene shown) {
        return 1;
    }

    @Override
    double share(CircuitScene shown, int k) {
        return shares[k - 1];
    }

    @Override
    double besideShare(CircuitScene shown, int k) {
        return k <= besideShares.length ? besideShares[k - 1] : Double.NaN;
    }

    @Override
    List<Integer> differing(CircuitScene shown) {
        return shown.difference().map(CircuitDifference::neurons).orElse(List.of());
    }

    @Override
    List<Integer> named(CircuitScene shown) {
        return IntStream.rangeClosed(1, shares.length).filter(k -> shares[k - 1] >= NAMED_SHARE).boxed()
                .sorted((a, b) -> Double.compare(shares[b - 1], shares[a - 1])).toList();
    }

    @Override
    String whole() {
        return "the neurons";
    }

    @Override
    Color colour() {
        return style().synchronization().colour();
    }

    @Override
    void drawLevels(Graphics2D g2, Rectangle2D data, CircuitScene shown) {
        double chance = 1.0 / shares.length;
        double ceiling = yOf(chance + shown.ceilingFsd() * (1 - chance), data);
        g2.setPaint(colour());
        g2.setStroke(new BasicStroke(1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f, new float[]{4f, 3f}, 0f));
        g2.draw(new Line2D.Double(data.getMinX(), ceiling, data.getMaxX(), ceiling));
        List<Integer> named = named(shown);
        boolean peakAtRight = !named.isEmpty() && named.getFirst() > shares.length / 2;
        g2.setFont(style().labelFont());
        new AlignedText(String.format(Locale.ROOT, "FSD\u00a0%.2f", shown.ceilingFsd()),
                peakAtRight ? TextSide.LEFT : TextSide.RIGHT,
                peakAtRight ? data.getMinX() + 2 : data.getMaxX() - 2, ceiling + 9)
                .drawClear(g2, colour(), style().background());
    }
}
