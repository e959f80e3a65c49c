package org.grokscope.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.grokscope.task.Basis;
import org.grokscope.text.StepLabel;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** A share for each frequency as a bar; a click on one chooses the frequency. */
abstract class FrequencyPlot extends CircuitPlot {
    static final double LABEL_ROOM = 18;
    private static final RectangleInsets ROOM = new RectangleInsets(0, 46, 42, 18);
    private static final double THICKEST = 14;
    private static final double BAND = 9;
    private static final double LABEL_GAP = 6;
    private static final int MOST_TOLD = 5;
    private static final float MARK = 2f;
    private static final double LEAST_MARK = 7;

    private final FrequencyNames names;

    FrequencyPlot(FigureStyle style) {
        this(style, new FrequencyNames());
    }

    private FrequencyPlot(FigureStyle style, FrequencyNames names) {
        super(style, new LabelledAxis(style, false, names::name),
                new LabelledAxis(style, false, CircuitPlot::percent));
        this.names = names;
        x().setLabel("frequency k");
    }

    /** Returns the greatest share of the axis, its labels left out. */
    abstract double greatest(CircuitScene shown);

    /** Returns the share of a frequency. */
    abstract double share(CircuitScene shown, int k);

    /** Returns the frequencies that are named, those that matter most first. */
    abstract List<Integer> named(CircuitScene shown);

    /** Returns the share of a frequency in the network beside this one; NaN where there is none. */
    abstract double besideShare(CircuitScene shown, int k);

    /** Returns the frequencies whose shares in the two networks differ, the most different first. */
    abstract List<Integer> differing(CircuitScene shown);

    /** Returns the colour of what is named. */
    abstract Color colour();

    /** Returns what is said of the network beside this one; nothing where there is none. */
    final List<String> differences(CircuitScene shown) {
        List<Integer> differing = differing(shown);
        Basis basis = shown.task().basis();
        return shown.difference().isEmpty()
                ? List.of()
                : List.of(differing.isEmpty()
                        ? "alike in both networks"
                        : "differs at " + (basis.circular() ? "k\u00a0=\u00a0" : "")
                                + differing.stream().limit(MOST_TOLD).map(basis::name)
                                        .collect(Collectors.joining(", "))
                                + (differing.size() > MOST_TOLD
                                        ? " and " + (differing.size() - MOST_TOLD) + "\u00a0more"
                                        : ""));
    }

    /** Returns what the marks are; nothing where there is no network beside. */
    final List<KeyEntry> besideKey(CircuitScene shown) {
        return differing(shown).isEmpty()
                ? List.of()
                : List.of(new KeyEntry.Line("the other network, where it differs",
                        SeriesStyle.solid(style().validation().colour()), MARK));
    }

    @Override
    RectangleInsets room(Graphics2D g2) {
        return ROOM;
    }

    @Override
    void fit(Graphics2D g2, Rectangle2D data, CircuitScene shown) {
        Basis basis = shown.task().basis();
        int frequencies = basis.frequencies();
        names.of(basis);
        x().setLabel(basis.circular() ? "frequency k" : basis.word(1));
        x().show(0.5, frequencies + 0.5, List.of(List.of(1.0), basis.circular()
                ? wholeNumbers(frequencies)
                : IntStream.rangeClosed(1, frequencies).mapToObj(Double::valueOf).toList()));
        double upper = greatest(shown) / Math.max(0.3, 1 - LABEL_ROOM / data.getHeight());
        y().show(0, upper, List.of(LabelledAxis.round(0, Math.min(1, upper))));
    }

    @Override
    void draw(Graphics2D g2, Rectangle2D data, CircuitScene shown) {
        int frequencies = shown.task().basis().frequencies();
        double thick = thick(data, frequencies);
        if (!style().page()) {
            // On a page nothing else says what the choice is for.
            drawChosen(g2, data, Math.max(BAND, thick + 4), shown.frequency());
        }
        List<Integer> named = named(shown);
        for (int k = 1; k <= frequencies; k++) {
            double top = yOf(share(shown, k), data);
            g2.setPaint(named.contains(k) ? colour() : style().faint(colour()));
            Rectangle2D bar = new Rectangle2D.Double(xOf(k, data) - thick / 2, top, thick, data.getMaxY() - top);
            g2.fill(bar.getHeight() > 4 && thick > 4
                    ? new RoundRectangle2D.Double(bar.getX(), bar.getY(), thick, bar.getHeight(), 2, 2)
                    : bar);
        }
        drawLevels(g2, data, shown);
        differing(shown).forEach(k -> drawBeside(g2, data, Math.max(LEAST_MARK, thick + 3), shown, k));
        drawNames(g2, data, shown, named);
    }

    /** Draws levels to compare the bars with, under the names. */
    abstract void drawLevels(Graphics2D g2, Rectangle2D data, CircuitScene shown);

    /** A stroke as high as the other network's bar would be, and a thin line from there to this one's. */
    private void drawBeside(Graphics2D g2, Rectangle2D data, double width, CircuitScene shown, int k) {
        double there = yOf(besideShare(shown, k), data);
        double middle = xOf(k, data);
        g2.setPaint(style().validation().colour());
        g2.setStroke(new BasicStroke(1f));
        g2.draw(new Line2D.Double(middle, there, middle, yOf(share(shown, k), data)));
        g2.setStroke(new BasicStroke(MARK, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        g2.draw(new Line2D.Double(middle - width / 2, there, middle + width / 2, there));
    }

    private void drawChosen(Graphics2D g2, Rectangle2D data, double width, int k) {
        double left = Math.max(data.getX(), xOf(k, data) - width / 2);
        g2.setPaint(style().ground());
        g2.fill(new RoundRectangle2D.Double(left, data.getY(), width, data.getHeight(), 5, 5));
    }

    /** Names the frequencies that there is room for, the first ones first. */
    private void drawNames(Graphics2D g2, Rectangle2D data, CircuitScene shown, List<Integer> named) {
        g2.setFont(style().mediumFont());
        List<Rectangle2D> taken = new ArrayList<>();
        for (int k : named) {
            String label = shown.task().basis().label(k);
            double half = g2.getFontMetrics().stringWidth(label) / 2.0;
            double middle = Math.clamp(xOf(k, data), data.getMinX() + half, data.getMaxX() - half);
            AlignedText name = new AlignedText(label, TextSide.CENTRE, middle,
                    yOf(share(shown, k), data) - 9);
            Rectangle2D place = name.place(g2);
            Rectangle2D roomy = new Rectangle2D.Double(place.getX() - LABEL_GAP, place.getY(),
                    place.getWidth() + 2 * LABEL_GAP, place.getHeight());
            if (taken.stream().noneMatch(roomy::intersects) && !overBar(data, shown, k, place)) {
                taken.add(place);
                name.drawClear(g2, style().text(), style().background());
            }
        }
    }

    /** Returns whether a higher bar stands where a name would. */
    private boolean overBar(Rectangle2D data, CircuitScene shown, int named, Rectangle2D place) {
        for (int k = 1; k <= shown.task().basis().frequencies(); k++) {
            double middle = xOf(k, data);
            if (k != named && middle > place.getMinX() - 3 && middle < place.getMaxX() + 3
                    && yOf(share(shown, k), data) < place.getMaxY()) {
                return true;
            }
        }
        return false;
    }

    /** Returns what the shares are shares of. */
    abstract String whole();

    @Override
    Optional<ChartMark> markAt(Rectangle2D data, double atX, double atY, CircuitScene shown) {
        return markOf(data, (int) Math.round(x().java2DToValue(atX, data, RectangleEdge.BOTTOM)), shown);
    }

    @Override
    Optional<ChartMark> markOf(Rectangle2D data, MarkTarget target, CircuitScene shown) {
        return target instanceof MarkTarget.Frequency(int k) ? markOf(data, k, shown) : Optional.empty();
    }

    private Optional<ChartMark> markOf(Rectangle2D data, int k, CircuitScene shown) {
        Basis basis = shown.task().basis();
        if (k < 1 || k > basis.frequencies()) {
            return Optional.empty();
        }
        double top = Math.min(yOf(share(shown, k), data), data.getMaxY() - 1);
        double thick = thick(data, basis.frequencies());
        return Optional.of(new ChartMark(basis.label(k) + ": " + finePercent(share(shown, k)) + " of " + whole(),
                new Rectangle2D.Double(xOf(k, data) - thick / 2 - 1.5, top - 1.5, thick + 3, data.getMaxY() - top + 3),
                new MarkTarget.Frequency(k)));
    }

    private static double thick(Rectangle2D data, int frequencies) {
        return Math.clamp(0.72 * data.getWidth() / frequencies, 0.8, THICKEST);
    }
}
