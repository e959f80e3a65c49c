package org.grokscope.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.grokscope.measure.CircuitDifference;
import org.grokscope.measure.EmbeddingPower;
import org.grokscope.task.Basis;

/** The embedding's power at each frequency; those that stand out are named. */
final class EmbeddingPowerPlot extends FrequencyPlot {
    private static final int MOST_NAMED = 7;
    /** The axis reaches at least this many even shares, so that little scatter looks little. */
    private static final double LEAST_TOP = 4;

    EmbeddingPowerPlot(FigureStyle style) {
        super(style);
        verticalTitle("share of the power");
    }

    @Override
    Heading heading(CircuitScene shown) {
        EmbeddingPower power = shown.embedding().power();
        List<Integer> keys = power.keyFrequencies();
        Basis basis = shown.task().basis();
        String remark;
        if (keys.isEmpty()) {
            remark = "no " + basis.word(1) + " stands out; dashed: an even share";
        } else {
            double held = keys.stream().mapToDouble(power::share).sum();
            remark = (basis.circular() ? "k\u00a0=\u00a0" : "")
                    + keys.stream().limit(MOST_NAMED).map(basis::name).collect(Collectors.joining(", "))
                    + (keys.size() > MOST_NAMED ? " and " + (keys.size() - MOST_NAMED) + "\u00a0more" : "")
                    + (keys.size() == 1 ? " holds " : " hold ") + percent(held)
                    + (style().page() || shown.beside().isPresent() ? "" : "; click one to look along it");
        }
        List<String> remarks = new ArrayList<>(List.of(remark));
        remarks.addAll(differences(shown));
        return new Heading(CircuitChart.EMBEDDING_POWER.title(), remarks, besideKey(shown));
    }

    @Override
    String missing(CircuitScene shown) {
        return Double.isFinite(shown.embedding().power().share(1)) ? "" : "the embedding is zero";
    }

    @Override
    double greatest(CircuitScene shown) {
        EmbeddingPower power = shown.embedding().power();
        double strongest = shown.difference().map(it -> it.second().embedding().power())
                .map(other -> Math.max(power.share(power.strongest()), other.share(other.strongest())))
                .orElse(power.share(power.strongest()));
        double least = Math.min(1, LEAST_TOP * power.evenShare());
        return strongest > least ? strongest : least;
    }

    @Override
    double share(CircuitScene shown, int k) {
        return shown.embedding().power().share(k);
    }

    @Override
    double besideShare(CircuitScene shown, int k) {
        return shown.beside().map(it -> it.embedding().power().share(k)).orElse(Double.NaN);
    }

    @Override
    List<Integer> differing(CircuitScene shown) {
        return shown.difference().map(CircuitDifference::power).orElse(List.of());
    }

    @Override
    List<Integer> named(CircuitScene shown) {
        return shown.embedding().power().keyFrequencies();
    }

    @Override
    String whole() {
        return "the power";
    }

    @Override
    Color colour() {
        return style().train().colour();
    }

    @Override
    void drawLevels(Graphics2D g2, Rectangle2D data, CircuitScene shown) {
        double even = yOf(shown.embedding().power().evenShare(), data);
        g2.setPaint(style().muted());
        g2.setStroke(new BasicStroke(1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f, new float[]{3f, 3f}, 0f));
        g2.draw(new Line2D.Double(data.getMinX(), even, data.getMaxX(), even));
    }
}
