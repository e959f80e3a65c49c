package org.grokscope.figure;

import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleFunction;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.NumberTickUnitSource;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import org.jspecify.annotations.Nullable;

/** An axis, linear or logarithmic, whose labels are chosen by their importance and never touch. */
final class LabelledAxis extends NumberAxis {
    /** Least distance of labels side by side, in pixels, and one above the other, in line heights. */
    private static final double AIR = 9;
    private static final double SPACING = 1.7;

    private final boolean logarithmic;
    private final DoubleFunction<String> label;
    private List<List<Double>> candidates = List.of();

    /** @param label writes a number */
    LabelledAxis(FigureStyle style, boolean logarithmic, DoubleFunction<String> label) {
        this.logarithmic = logarithmic;
        this.label = label;
        setAutoRange(false);
        AxisStyle.quiet(this, style);
    }

    /**
     * Shows a range.
     *
     * @param wanted numbers to be labelled, those that matter most first
     */
    void show(double lower, double upper, List<List<Double>> wanted) {
        setRange(lower, upper);
        candidates = List.copyOf(wanted);
    }

    /** Returns numbers to label a logarithmic range with: powers of ten, then 2 and 5 times these, then round ones. */
    static List<List<Double>> decades(double lower, double upper) {
        List<Double> tens = new ArrayList<>();
        List<Double> twosAndFives = new ArrayList<>();
        for (double ten = Math.pow(10, Math.floor(Math.log10(lower))); ten <= upper; ten *= 10) {
            tens.add(ten);
            twosAndFives.add(2 * ten);
            twosAndFives.add(5 * ten);
        }
        return List.of(tens, twosAndFives, upper > 20 * lower ? List.of() : round(lower, upper));
    }

    /** Returns round numbers to label a linear range with. */
    static List<Double> round(double lower, double upper) {
        double unit = new NumberTickUnitSource(upper - lower > 5).getCeilingTickUnit((upper - lower) / 6).getSize();
        List<Double> numbers = new ArrayList<>();
        for (double k = Math.ceil(lower / unit); k * unit <= upper; k++) {
            // Three times 0.2 is 0.6: as binary numbers multiply, it would be 0.6000000000000001.
            numbers.add(BigDecimal.valueOf(unit).multiply(BigDecimal.valueOf((long) k)).doubleValue());
        }
        return numbers;
    }

    @Override
    public double valueToJava2D(double value, Rectangle2D area, RectangleEdge edge) {
        double share = (place(value) - place(getLowerBound())) / (place(getUpperBound()) - place(getLowerBound()));
        return RectangleEdge.isLeftOrRight(edge)
                ? area.getMaxY() - share * area.getHeight()
                : area.getMinX() + share * area.getWidth();
    }

    @Override
    public double java2DToValue(double java2DValue, Rectangle2D area, RectangleEdge edge) {
        double share = RectangleEdge.isLeftOrRight(edge)
                ? (area.getMaxY() - java2DValue) / area.getHeight()
                : (java2DValue - area.getMinX()) / area.getWidth();
        double place = place(getLowerBound()) + share * (place(getUpperBound()) - place(getLowerBound()));
        return logarithmic ? Math.exp(place) : place;
    }

    @Override
    public AxisState draw(Graphics2D g2, double cursor, Rectangle2D plotArea, Rectangle2D dataArea,
            RectangleEdge edge, @Nullable PlotRenderingInfo plotState) {
        return AxisStyle.drawn(g2, edge, () -> super.draw(g2, cursor, plotArea, dataArea, edge, plotState));
    }

    @Override
    protected List<ValueTick> refreshTicksHorizontal(Graphics2D g2, Rectangle2D area, RectangleEdge edge) {
        FontMetrics metrics = g2.getFontMetrics(getTickLabelFont());
        return ticks(area, edge, TextAnchor.TOP_CENTER, number -> metrics.stringWidth(label.apply(number)) + AIR);
    }

    @Override
    protected List<ValueTick> refreshTicksVertical(Graphics2D g2, Rectangle2D area, RectangleEdge edge) {
        double room = SPACING * getTickLabelFont().getSize2D();
        return ticks(area, edge, TextAnchor.CENTER_RIGHT, number -> room);
    }

    /** Returns the width of the widest label that the axis may have. */
    double widestLabel(Graphics2D g2) {
        FontMetrics metrics = g2.getFontMetrics(getTickLabelFont());
        return candidates.stream().flatMap(List::stream)
                .filter(number -> number >= getLowerBound() && number <= getUpperBound())
                .mapToDouble(number -> metrics.stringWidth(label.apply(number))).max().orElse(0);
    }

    /** Returns how far the last label that the axis may have reaches beyond a plot area of this width. */
    double overhang(Graphics2D g2, double width) {
        FontMetrics metrics = g2.getFontMetrics(getTickLabelFont());
        Rectangle2D area = new Rectangle2D.Double(0, 0, width, 1);
        return candidates.stream().flatMap(List::stream)
                .filter(number -> number >= getLowerBound() && number <= getUpperBound())
                .mapToDouble(number -> valueToJava2D(number, area, RectangleEdge.BOTTOM)
                        + metrics.stringWidth(label.apply(number)) / 2.0 - width)
                .max().orElse(0);
    }

    private List<ValueTick> ticks(Rectangle2D area, RectangleEdge edge, TextAnchor anchor,
            DoubleFunction<Double> extent) {
        List<double[]> taken = new ArrayList<>();
        List<ValueTick> ticks = new ArrayList<>();
        for (List<Double> group : candidates) {
            for (double number : group) {
                double middle = valueToJava2D(number, area, edge);
                double half = extent.apply(number) / 2;
                if (number >= getLowerBound() && number <= getUpperBound()
                        && taken.stream().allMatch(other -> Math.abs(other[0] - middle) >= other[1] + half)) {
                    taken.add(new double[]{middle, half});
                    ticks.add(new NumberTick(number, label.apply(number), anchor, anchor, 0));
                }
            }
        }
        ticks.sort(Comparator.comparingDouble(ValueTick::getValue));
        return ticks;
    }

    private double place(double value) {
        return logarithmic ? Math.log(value) : value;
    }
}
