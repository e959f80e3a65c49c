package org.grokscope.figure;

import java.awt.BasicStroke;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.grokscope.measure.Ablation;
import org.grokscope.measure.CircuitDifference;

/** The accuracy of the whole network, and without each block's attention and MLP. */
final class AblationPlot extends BarePlot {
    private static final String NOTHING = "nothing";
    private static final double THICKEST = 18;
    private static final double NAME_GAP = 10;
    private static final double VALUE_GAP = 6;

    AblationPlot(FigureStyle style) {
        super(style);
    }

    @Override
    Heading heading(CircuitScene shown) {
        return new Heading(CircuitChart.ABLATION.title(),
                List.of("of all pairs, one output set to zero at a time; dashed:\u00a0guessing"
                        + (beside(shown).isEmpty() ? "" : "; stroke:\u00a0the other network, where it differs")),
                List.of());
    }

    @Override
    String missing(CircuitScene shown) {
        return shown.ablation().isEmpty() ? "not measured at this step" : "";
    }

    @Override
    void fit(Graphics2D g2, Rectangle2D data, CircuitScene shown) {
        x().show(0, 1, List.of());
        y().show(0, 1, List.of());
    }

    @Override
    void draw(Graphics2D g2, Rectangle2D data, CircuitScene shown) {
        Map<String, Double> bars = shown.ablation().map(AblationPlot::bars).orElse(Map.of());
        g2.setFont(style().labelFont());
        FontMetrics metrics = g2.getFontMetrics();
        double names = bars.keySet().stream().mapToDouble(metrics::stringWidth).max().orElse(0) + NAME_GAP;
        double values = metrics.stringWidth("100.0%") + VALUE_GAP;
        double left = data.getX() + names;
        double full = Math.max(10, data.getWidth() - names - values);
        double row = row(data, bars.size());
        drawChosen(g2, data, shown, row);
        double thick = Math.min(THICKEST, 0.66 * row);
        double middle = data.getY() + row / 2;
        drawn().clear();
        Iterator<String> parts = parts(shown).iterator();
        for (Map.Entry<String, Double> bar : bars.entrySet()) {
            double length = full * bar.getValue();
            g2.setPaint(bar.getKey().equals(NOTHING) ? style().muted() : style().train().colour());
            g2.fill(new RoundRectangle2D.Double(left, middle - thick / 2, Math.max(1, length), thick, 3, 3));
            g2.setPaint(style().muted());
            new AlignedText(bar.getKey(), TextSide.RIGHT, left - NAME_GAP, middle).draw(g2);
            drawn().add("Without " + bar.getKey() + ", " + finePercent(bar.getValue()) + " of all pairs are right",
                    new Rectangle2D.Double(data.getX(), middle - row / 2, data.getWidth(), row),
                    bar.getKey().equals(NOTHING) ? MarkTarget.ITSELF : new MarkTarget.Part(parts.next()));
            middle += row;
        }
        drawGuessing(g2, data.getY(), middle - row / 2, left + full / shown.task().answerCount());
        drawBeside(g2, shown, bars, left, full, data.getY() + row / 2, row);
        middle = data.getY() + row / 2;
        for (double accuracy : bars.values()) {
            new AlignedText(finePercent(accuracy), TextSide.LEFT, left + full * accuracy + VALUE_GAP, middle)
                    .drawClear(g2, style().text(), style().background());
            middle += row;
        }
        g2.setPaint(style().muted());
        g2.setStroke(new BasicStroke(1f));
        g2.draw(new Line2D.Double(left, data.getY(), left, middle - row / 2));
    }

    private static Map<String, Double> beside(CircuitScene shown) {
        return shown.difference().flatMap(it -> it.second().ablation()).map(AblationPlot::bars).orElse(Map.of());
    }

    /** A stroke where the bar of the other network would end, where the two differ. */
    private void drawBeside(Graphics2D g2, CircuitScene shown, Map<String, Double> bars, double left, double full,
            double first, double row) {
        Map<String, Double> beside = beside(shown);
        g2.setPaint(style().validation().colour());
        g2.setStroke(new BasicStroke(2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        double middle = first;
        for (Map.Entry<String, Double> bar : bars.entrySet()) {
            Double there = beside.get(bar.getKey());
            if (there != null && Math.abs(there - bar.getValue()) >= CircuitDifference.LEAST) {
                double at = left + full * there;
                g2.draw(new Line2D.Double(at, middle - row / 2 + 1, at, middle + row / 2 - 1));
            }
            middle += row;
        }
    }

    private static double row(Rectangle2D data, int bars) {
        return Math.min(2.1 * THICKEST, data.getHeight() / bars);
    }

    private void drawChosen(Graphics2D g2, Rectangle2D data, CircuitScene shown, double row) {
        // On a page nothing else says what the choice is for.
        int chosen = style().page() ? -1 : shown.part().map(part -> parts(shown).indexOf(part)).orElse(-1);
        if (chosen >= 0) {
            g2.setPaint(style().ground());
            g2.fill(new RoundRectangle2D.Double(data.getX(), data.getY() + (chosen + 1) * row, data.getWidth(), row, 5,
                    5));
        }
    }

    private static List<String> parts(CircuitScene shown) {
        return shown.ablation().map(it -> List.copyOf(it.without().keySet())).orElse(List.of());
    }

    private void drawGuessing(Graphics2D g2, double top, double bottom, double at) {
        g2.setPaint(style().muted());
        g2.setStroke(new BasicStroke(1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f, new float[]{2f, 3f}, 0f));
        g2.draw(new Line2D.Double(at, top, at, bottom));
    }

    private static Map<String, Double> bars(Ablation ablation) {
        Map<String, Double> bars = new LinkedHashMap<>();
        bars.put(NOTHING, ablation.intact());
        ablation.without().forEach((part, accuracy) -> bars.put(name(part), accuracy));
        return bars;
    }

    /** Says {@code blocks.0.mlp} as people would. */
    static String name(String part) {
        String[] words = part.split("\\.");
        return "block " + words[1] + " " + (words[2].equals("mlp") ? "MLP" : words[2]);
    }
}
