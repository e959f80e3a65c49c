package org.grokscope.figure;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jfree.chart.axis.ValueAxis;

/** A panel of curves: one or two quantities of the primary run, and of others in those runs' colours. */
class CurvesPanel extends PanelPlot {
    /** Fits the axis to the curves on it. */
    interface Fit {
        /** Sets the axis' range. */
        void apply(ValueAxis axis, Curves curves);
    }

    static final float PRIMARY_WIDTH = 1.7f;
    private static final float OTHER_WIDTH = 1.4f;
    private static final float FAINT_WIDTH = 1f;
    private static final float SECOND_WIDTH = 0.7f;

    private final List<Quantity> quantities;
    private final Fit fit;

    CurvesPanel(TimelinePanel panel, FigureStyle style, ValueAxis axis, List<Quantity> quantities, Fit fit) {
        super(panel, style, axis);
        this.quantities = List.copyOf(quantities);
        this.fit = fit;
    }

    @Override
    void show(List<TimelineRun> runs) {
        Curves curves = new Curves();
        List<CurveRenderer.Pen> pens = new ArrayList<>();
        // The primary run comes last, on top.
        Stream.concat(runs.stream().filter(run -> !run.primary()), runs.stream().filter(TimelineRun::primary))
                .forEach(run -> quantities.forEach(quantity -> {
                    curves.add(run.drawn(), quantity.value());
                    pens.add(style().page() && runs.size() > 1 ? pagePen(run, quantity) : pen(run, quantity));
                }));
        setDataset(1, curves);
        setRenderer(1, new CurveRenderer(pens), false);
        fit.apply(getRangeAxis(), curves);
        key(keyOf(runs));
        boolean evaluated = runs.stream().anyMatch(run -> !run.drawn().isEmpty());
        hint(evaluated && curves.least() > curves.greatest() ? "not measured in this run" : "");
    }

    /** Returns the entries of the key. */
    List<KeyEntry> keyOf(List<TimelineRun> runs) {
        List<KeyEntry> entries = new ArrayList<>();
        if (style().page() && runs.size() > 1) {
            // The runs themselves stand in the legend of the whole.
            quantities.stream().filter(_ -> quantities.size() > 1)
                    .map(quantity -> new KeyEntry.Line(quantity.label(), SeriesStyle.solid(style().muted()),
                            quantity.leading() ? PRIMARY_WIDTH : SECOND_WIDTH))
                    .forEach(entries::add);
        } else if (quantities.size() > 1) {
            for (Quantity quantity : quantities) {
                entries.add(new KeyEntry.Line(quantity.label(), quantity.style(), PRIMARY_WIDTH));
            }
            // Draws of one λ look alike and are named once.
            runs.stream().filter(run -> !run.primary())
                    .map(run -> new KeyEntry.Line(run.label(), SeriesStyle.solid(run.colour()), OTHER_WIDTH)).distinct()
                    .forEach(entries::add);
        }
        return entries;
    }

    /** On a page a run looks the same in every panel, and its quantities are told apart by width. */
    private static CurveRenderer.Pen pagePen(TimelineRun run, Quantity quantity) {
        return quantity.leading()
                ? new CurveRenderer.Pen(run.style(), PRIMARY_WIDTH, run.fromStep() > 0)
                : new CurveRenderer.Pen(run.style(), SECOND_WIDTH);
    }

    private static CurveRenderer.Pen pen(TimelineRun run, Quantity quantity) {
        if (run.primary()) {
            return new CurveRenderer.Pen(quantity.style(), PRIMARY_WIDTH);
        }
        Color colour = run.colour();
        if (quantity.leading()) {
            return new CurveRenderer.Pen(SeriesStyle.solid(colour), OTHER_WIDTH, run.fromStep() > 0);
        }
        Color faint = new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 130);
        return new CurveRenderer.Pen(SeriesStyle.dashed(faint, 2f, 2f), FAINT_WIDTH);
    }
}
