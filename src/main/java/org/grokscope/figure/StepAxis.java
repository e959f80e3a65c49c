package org.grokscope.figure;

import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.NumberTickUnitSource;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

/** The shared horizontal axis of training steps, linear or logarithmic. */
final class StepAxis extends NumberAxis {
    /** Least distance between labels, in widths of a digit. */
    private static final double AIR = 3.5;

    private final NumberTickUnitSource units = new NumberTickUnitSource(true);
    private StepScale scale = new StepScale(false, 1);

    StepAxis(FigureStyle style) {
        setAutoRange(false);
        AxisLook.quiet(this, style);
        setTickLabelInsets(new RectangleInsets(7, 0, 2, 0));
    }

    /** Shows a stretch of steps on a scale. */
    void show(StepRange visible, StepScale newScale) {
        scale = newScale;
        setRange(visible.lower(), visible.upper());
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
    protected List<ValueTick> refreshTicksHorizontal(Graphics2D g2, Rectangle2D dataArea, RectangleEdge edge) {
        FontMetrics metrics = g2.getFontMetrics(getTickLabelFont());
        double air = AIR * metrics.charWidth('0');
        List<Rectangle2D> taken = new ArrayList<>();
        List<ValueTick> ticks = new ArrayList<>();
        for (List<Double> candidates : scale.logarithmic() ? logarithmic() : List.of(linear(metrics, air, dataArea))) {
            for (double step : candidates) {
                String label = StepLabel.of(step);
                double width = metrics.stringWidth(label) + air;
                double x = valueToJava2D(step, dataArea, edge);
                Rectangle2D place = new Rectangle2D.Double(x - width / 2, 0, width, 1);
                if (visible().contains(step) && taken.stream().noneMatch(place::intersects)) {
                    taken.add(place);
                    ticks.add(new NumberTick(step, label, TextAnchor.TOP_CENTER, TextAnchor.TOP_CENTER, 0));
                }
            }
        }
        ticks.sort(Comparator.comparingDouble(ValueTick::getValue));
        return ticks;
    }

    private List<Double> linear(FontMetrics metrics, double air, Rectangle2D dataArea) {
        double widest = metrics.stringWidth(StepLabel.of(getUpperBound())) + air;
        double steps = getRange().getLength() * widest / Math.max(1, dataArea.getWidth());
        return multiples(units.getCeilingTickUnit(Math.max(1, steps)).getSize());
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
