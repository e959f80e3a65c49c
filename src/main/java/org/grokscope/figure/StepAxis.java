package org.grokscope.figure;

import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.grokscope.text.StepLabel;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.NumberTickUnitSource;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jspecify.annotations.Nullable;

/** The shared horizontal axis of training steps, linear or logarithmic. */
final class StepAxis extends NumberAxis {
    /** Least distance between labels, in widths of a digit. */
    private static final double AIR = 3.5;

    /** Most spaces between labels of a linear axis, however wide it is. */
    private static final int MOST = 12;

    /** A mark has a ground of its own and needs less air than a label, by this many pixels. */
    private static final double MARK = 8;

    private final NumberTickUnitSource units = new NumberTickUnitSource(true);
    private StepScale scale = new StepScale(false, 1);
    private OptionalInt marked = OptionalInt.empty();

    StepAxis(FigureStyle style) {
        setAutoRange(false);
        AxisStyle.quiet(this, style);
        setTickLabelInsets(new RectangleInsets(7, 0, 2, 0));
    }

    /** Shows a stretch of steps on a scale. */
    void show(StepRange visible, StepScale newScale) {
        scale = newScale;
        setRange(visible.lower(), visible.upper());
    }

    /** Leaves the place of this step's label empty, for a mark that others put there. */
    void leaveRoomAt(OptionalInt step) {
        marked = step;
    }

    StepScale scale() {
        return scale;
    }

    StepRange visible() {
        return new StepRange(getLowerBound(), getUpperBound());
    }

    @Override
    public double valueToJava2D(double value, Rectangle2D area, RectangleEdge edge) {
        return scale.xOf(value, visible(), area.getX(), area.getWidth());
    }

    @Override
    public double java2DToValue(double java2DValue, Rectangle2D area, RectangleEdge edge) {
        return scale.stepAt(java2DValue, visible(), area.getX(), area.getWidth());
    }

    @Override
    public AxisState draw(Graphics2D g2, double cursor, Rectangle2D plotArea, Rectangle2D dataArea,
            RectangleEdge edge, @Nullable PlotRenderingInfo plotState) {
        return AxisStyle.drawn(g2, edge, () -> super.draw(g2, cursor, plotArea, dataArea, edge, plotState));
    }

    @Override
    protected List<ValueTick> refreshTicksHorizontal(Graphics2D g2, Rectangle2D dataArea, RectangleEdge edge) {
        FontMetrics metrics = g2.getFontMetrics(getTickLabelFont());
        double air = AIR * metrics.stringWidth("0");
        List<Rectangle2D> taken = new ArrayList<>();
        marked.ifPresent(step -> taken.add(place(step, metrics, air - MARK, dataArea)));
        List<ValueTick> ticks = new ArrayList<>();
        for (List<Double> candidates : scale.logarithmic() ? logarithmic() : List.of(linear(metrics, air, dataArea))) {
            for (double step : candidates) {
                Rectangle2D place = place(step, metrics, air, dataArea);
                if (visible().contains(step) && taken.stream().noneMatch(place::intersects)) {
                    taken.add(place);
                    ticks.add(
                            new NumberTick(step, StepLabel.of(step), TextAnchor.TOP_CENTER, TextAnchor.TOP_CENTER, 0));
                }
            }
        }
        ticks.sort(Comparator.comparingDouble(ValueTick::getValue));
        return ticks;
    }

    /** Returns where a label would be; a mark may be a little nearer than labels are to each other. */
    private Rectangle2D place(double step, FontMetrics metrics, double air, Rectangle2D dataArea) {
        double width = metrics.stringWidth(StepLabel.of(step)) + air;
        return new Rectangle2D.Double(valueToJava2D(step, dataArea, RectangleEdge.BOTTOM) - width / 2, 0, width, 1);
    }

    private List<Double> linear(FontMetrics metrics, double air, Rectangle2D dataArea) {
        double widest = metrics.stringWidth(StepLabel.of(getUpperBound())) + air;
        double share = Math.max(widest / Math.max(1, dataArea.getWidth()), 1.0 / MOST);
        return multiples(units.getCeilingTickUnit(Math.max(1, getRange().getLength() * share)).getSize());
    }

    /** Candidates in the order of their importance: 0 and powers of ten, halves and fifths, then round numbers. */
    private List<List<Double>> logarithmic() {
        List<Double> decades = new ArrayList<>(List.of(0.0));
        List<Double> fives = new ArrayList<>();
        List<Double> twos = new ArrayList<>();
        for (double decade = 1; decade <= getUpperBound(); decade *= 10) {
            if (decade >= scale.linearTo() / 2) {
                decades.add(decade);
                twos.add(2 * decade);
                fives.add(5 * decade);
            }
        }
        double rough = units.getCeilingTickUnit(Math.max(1, getRange().getLength() / 6)).getSize();
        return List.of(decades, twos, fives, multiples(rough));
    }

    private List<Double> multiples(double unit) {
        List<Double> steps = new ArrayList<>();
        for (double k = Math.ceil(getLowerBound() / unit); k * unit <= getUpperBound(); k++) {
            steps.add(k * unit + 0.0);
        }
        return steps;
    }
}
